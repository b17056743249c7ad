import type { z } from 'zod';
import type { Words } from './fields.ts';

interface Any {
	def: { type: string; innerType?: Any; element?: Any; shape?: Record<string, Any> };
	meta(): (Words & { title?: string; description?: string }) | undefined;
}

/** Visits every field that is written in `data`, with the words it was born with and its path. */
export function visitFields(schema: z.ZodType, data: unknown, visit: (value: unknown, words: Words, path: PropertyKey[]) => void): void {
	const walk = (at: Any, value: unknown, path: PropertyKey[], above: Words): void => {
		if (value === undefined || value === null) return;
		const words = { ...above, ...at.meta() };
		if (at.def.innerType) {
			walk(at.def.innerType, value, path, words);
			return;
		}
		visit(value, words, path);
		if (at.def.shape)
			for (const [name, field] of Object.entries(at.def.shape)) walk(field, (value as Record<string, unknown>)[name], [...path, name], {});
		if (at.def.element && Array.isArray(value)) {
			const { element } = at.def;
			value.forEach((item, i) => {
				walk(element, item, [...path, i], {});
			});
		}
	};
	walk(schema as unknown as Any, data, [], {});
}
