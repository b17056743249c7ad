import { stringify } from 'yaml';
import type { z } from 'zod';
import { type CollectionName, collections } from '../schema/index.ts';
import { parse } from '../schema/parse.ts';
import { settings } from '../schema/settings.ts';

/** What a file is written after: the shape of its record, and whether Markdown follows its fields. */
export interface Kind {
	schema: z.ZodType;
	format: 'md' | 'json';
}

/** The kind of file a collection's records are written in; `settings` for the board's own. */
export const kindOf = (collection: CollectionName | 'settings'): Kind =>
	collection === 'settings' ? { schema: settings, format: 'json' } : collections[collection];

/**
 * A record as the text of its file, always the same text for the same record: keys in the order of the schema, names the schema does not
 * know after them as they came, nothing for what was left empty. Amounts, areas and whatever else would turn into a number are quoted.
 */
export function serialise({ schema, format }: Kind, data: Readonly<Record<string, unknown>>, body = ''): string {
	const tidy = tidied(schema, data);
	if (format === 'json') return `${JSON.stringify(tidy, null, 2)}\n`;
	const text = tidyText(body);
	return `---\n${frontMatter(tidy)}---\n${text && `\n${text}\n`}`;
}

/** The other way: what a form is filled with. Throws in the reader's own words when the text cannot be taken apart. */
export function deserialise({ format }: Pick<Kind, 'format'>, text: string): { data: Record<string, unknown>; body: string } {
	const parsed = parse('', text.replace(/\r\n?/g, '\n'), format === 'md');
	if ('check' in parsed) throw new Error(`${parsed.problem}${parsed.fix}`);
	return { data: (parsed.data ?? {}) as Record<string, unknown>, body: parsed.body };
}

/** Fields as YAML, one to a line. */
export const frontMatter = (data: unknown): string =>
	stringify(data, { version: '1.2', schema: 'core', lineWidth: 0, aliasDuplicateObjects: false });

export const tidyText = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** The data with its keys in the order of the schema and without what was left empty. */
export const tidied = (schema: z.ZodType, data: unknown): Record<string, unknown> =>
	(tidy(schema as unknown as Any, data) ?? {}) as Record<string, unknown>;

/** What is needed of a schema, whichever kind it is. */
interface Any {
	def: { innerType?: Any; element?: Any; shape?: Record<string, Any> };
}

function tidy(field: Any | undefined, value: unknown): unknown {
	let at = field;
	while (at?.def.innerType) at = at.def.innerType;
	if (value === undefined || value === null) return undefined;
	if (typeof value === 'string') return tidyText(value) || undefined;
	if (typeof value !== 'object') return value;
	if (Array.isArray(value)) {
		const items = value.map((item) => tidy(at?.def.element, item)).filter((item) => item !== undefined);
		return items.length > 0 ? items : undefined;
	}
	const shape = at?.def.shape ?? {};
	const known = Object.keys(shape).filter((name) => Object.hasOwn(value, name));
	const unknown = Object.keys(value).filter((name) => !Object.hasOwn(shape, name));
	const entries = [...known, ...unknown]
		.map((name) => [name, tidy(shape[name], (value as Record<string, unknown>)[name])] as const)
		.filter(([, part]) => part !== undefined);
	return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
