import type { z } from 'zod';
import type { Words } from './fields.ts';

interface Any {
	def: { type: string; innerType?: Any; element?: Any; shape?: Record<string, Any> };
	meta(): (Words & { title?: string; description?: string }) | undefined;
}

/** What of a schema is asked at every value: its words, with those of what it wraps, and what is inside. */
interface Field {
	words: Words;
	shape: readonly (readonly [name: string, field: Any])[];
	element: Any | null;
}

/** Visits every field that is written in `data`, with the words it was born with and its path. */
export function visitFields(schema: z.ZodType, data: unknown, visit: (value: unknown, words: Words, path: PropertyKey[]) => void): void {
	const walk = (at: Any, value: unknown, path: PropertyKey[]): void => {
		const { words, shape, element } = fieldAt(at);
		visit(value, words, path);
		for (const [name, field] of shape) {
			const inner = (value as Record<string, unknown>)[name];
			// Most of the fields a record may have are not written.
			if (isWritten(inner)) walk(field, inner, [...path, name]);
		}
		if (element && Array.isArray(value))
			value.forEach((item, i) => {
				if (isWritten(item)) walk(element, item, [...path, i]);
			});
	};
	if (isWritten(data)) walk(schema as unknown as Any, data, []);
}

const isWritten = (value: unknown): boolean => value !== undefined && value !== null;

/** A schema never changes, and thousands of records are walked by the same one. */
const known = new WeakMap<Any, Field>();

function fieldAt(schema: Any): Field {
	const had = known.get(schema);
	if (had) return had;
	let words: Words = {};
	let at = schema;
	for (; ; at = at.def.innerType) {
		words = { ...words, ...at.meta() };
		if (!at.def.innerType) break;
	}
	const field = { words, shape: Object.entries(at.def.shape ?? {}), element: at.def.element ?? null };
	known.set(schema, field);
	return field;
}
