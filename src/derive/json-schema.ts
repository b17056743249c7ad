import { z } from 'zod';
import { collectionNames, collections } from '../schema/index.ts';
import { settings } from '../schema/settings.ts';

/** A record's schema as JSON Schema (2020-12), with the Chinese words of every field. */
export type JsonSchema = Record<string, unknown>;

/** What an editor may write: a field with a default need not be there. */
export const toJsonSchema = (schema: z.ZodType): JsonSchema =>
	z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }) as JsonSchema;

/** The JSON Schema files of the whole record, by path: one a collection, and one for the settings. */
export function schemaFiles(): Record<string, string> {
	const file = (name: string, title: string, schema: z.ZodType): [string, string] => [
		`public/schemas/${name}.json`,
		`${JSON.stringify({ title, ...toJsonSchema(schema) }, null, '\t')}\n`,
	];
	return Object.fromEntries([
		file('settings', '公开栏设置', settings),
		...collectionNames.map((name) => file(name, collections[name].title, collections[name].schema)),
	]);
}
