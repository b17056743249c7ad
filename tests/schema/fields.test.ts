import { describe, expect, test } from 'vitest';
import { toJsonSchema } from '../../src/derive/json-schema.ts';
import { collections } from '../../src/schema/index.ts';
import { settings } from '../../src/schema/settings.ts';

interface Field {
	title?: string;
	description?: string;
	properties?: Record<string, Field>;
	items?: Field;
}

function fieldsIn(schema: Field, path = ''): [string, Field][] {
	return Object.entries(schema.items?.properties ?? schema.properties ?? {}).flatMap(([name, field]) => [
		[path + name, field] as [string, Field],
		...fieldsIn(field, `${path}${name}.`),
	]);
}

const all = { settings: { schema: settings }, ...collections };

describe.each(Object.entries(all))('Every field of %s', (_, { schema }) => {
	test.each(fieldsIn(toJsonSchema(schema) as Field))('%s has a Chinese label and a whole sentence for the editor', (_, field) => {
		expect(field.title).toMatch(/\p{Script=Han}/u);
		expect(field.description).toMatch(/[。？]$/);
	});
});
