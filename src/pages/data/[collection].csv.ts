import type { APIRoute } from 'astro';
import { indexCsv, LONGEST, recordsCsv } from '../../derive/tables.ts';
import { csvFile } from '../../feeds/response.ts';
import { around, entriesOn } from '../../feeds/tables.ts';
import { isCollection } from '../../schema/index.ts';

/** Every record of a collection as a table; of a collection too long for one, where the communities' tables are. */
export const GET: APIRoute = ({ locals: { store }, params: { collection = '' } }) => {
	if (!isCollection(collection)) return new Response(null, { status: 404 });
	if (store.count(collection) <= LONGEST) return csvFile(recordsCsv(collection, entriesOn(store, collection), around(store)));
	const parts = store.family(`${collection}@`).map(({ value, n }) => ({ community: value, n }));
	return csvFile(indexCsv(collection, parts, around(store)));
};
