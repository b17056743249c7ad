import type { APIRoute } from 'astro';
import { ledgerCsv } from '../../../../derive/tables.ts';
import { csvFile } from '../../../../feeds/response.ts';
import type { EntryOf } from '../../../../schema/index.ts';

/** Every entry of one ledger as a table. */
export const GET: APIRoute = ({ locals: { store }, params: { collection, community, slug } }) => {
	const entry = collection === 'ledgers' ? store.get(`ledgers/${community}/${slug}`) : null;
	return entry ? csvFile(ledgerCsv(entry as EntryOf<'ledgers'>)) : new Response(null, { status: 404 });
};
