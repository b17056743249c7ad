import { type CollectionName, collections, type DataOf } from '../schema/index.ts';
import type { Cell, Column } from './csv.ts';
import { type JsonSchema, toJsonSchema } from './json-schema.ts';

/** What of a field's schema a column needs. */
interface Field {
	type?: string;
	title?: string;
	options?: Readonly<Record<string, string>>;
	properties?: Readonly<Record<string, Field>>;
	items?: Field;
}

/**
 * The columns of a collection, in the order of its schema, named by the schema's own labels: `位置：城市` for a field of a group, a list of
 * words in one cell, a list of groups as how many there are. Fields named in `without` are left to whoever asks.
 */
export function columnsOf<C extends CollectionName>(collection: C, without: readonly string[] = []): Column<DataOf<C>>[] {
	const { properties = {} } = toJsonSchema(collections[collection].schema) as JsonSchema & Field;
	return fieldsOf(properties, without);
}

/** The columns of the items of a list in a record, such as a ledger's entries. */
export function itemColumnsOf<Item>(collection: CollectionName, list: string, without: readonly string[] = []): Column<Item>[] {
	const { properties = {} } = toJsonSchema(collections[collection].schema) as JsonSchema & Field;
	return fieldsOf(properties[list]?.items?.properties ?? {}, without);
}

const fieldsOf = <Row>(properties: Readonly<Record<string, Field>>, without: readonly string[]): Column<Row>[] =>
	Object.entries(properties)
		.filter(([name]) => !without.includes(name))
		.flatMap(([name, field]) => columnsFor(field, field.title ?? name, (row) => (row as Record<string, unknown>)[name]));

function columnsFor<Row>(field: Field, title: string, value: (row: Row) => unknown): Column<Row>[] {
	const { type, options, properties, items } = field;
	if (properties)
		return Object.entries(properties).flatMap(([name, part]) =>
			columnsFor(part, `${title}：${part.title ?? name}`, (row: Row) => (value(row) as Record<string, unknown> | undefined)?.[name]),
		);
	if (type === 'array' && items?.properties)
		return [{ title: `${title}（条数）`, of: (row) => (value(row) as unknown[] | undefined)?.length }];
	if (type === 'array')
		return [{ title, of: (row) => (value(row) as string[] | undefined)?.map((one) => said(one, items?.options)).join('；') }];
	return [{ title, of: (row) => said(value(row) as Cell, options) }];
}

/** An option's word in place of its key. */
const said = (value: Cell, options?: Readonly<Record<string, string>>): Cell =>
	typeof value === 'string' ? (options?.[value] ?? value) : value;
