import type { APIRoute } from 'astro';
import { claimsCsv, measuresCsv, recordsCsv } from '../../../derive/tables.ts';
import { csvFile } from '../../../feeds/response.ts';
import { around, entriesOn } from '../../../feeds/tables.ts';
import { collections, type EntryOf, isCollection } from '../../../schema/index.ts';

/** A community's records of a collection as a table; or, of what belongs to no community, what stands inside one record. */
export const GET: APIRoute = ({ locals: { store }, params: { collection = '', community = '' } }) => {
	if (!isCollection(collection)) return new Response(null, { status: 404 });
	if (collections[collection].of !== 'site')
		return csvFile(recordsCsv(collection, entriesOn(store, `${collection}@${community}`), around(store)));
	const entry = store.get(`${collection}/${community}`);
	if (entry?.collection === 'cases') return csvFile(claimsCsv(entry as EntryOf<'cases'>, around(store)));
	if (entry?.collection === 'statistics') return csvFile(measuresCsv(entry as EntryOf<'statistics'>, around(store)));
	return new Response(null, { status: 404 });
};
