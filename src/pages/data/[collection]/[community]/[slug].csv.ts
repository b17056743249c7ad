import type { APIRoute } from 'astro';
import { linked } from '../../../../checks/linked.ts';
import { aroundIn } from '../../../../components/around.ts';
import { spansIn } from '../../../../components/service/spans.ts';
import { matterCsv } from '../../../../derive/matter-table.ts';
import { assessmentCsv, commitmentCsv, requestCsv, scheduleCsv } from '../../../../derive/service-tables.ts';
import { ledgerCsv } from '../../../../derive/tables.ts';
import { paymentsOf } from '../../../../domain/matter-money.ts';
import { csvFile } from '../../../../feeds/response.ts';
import { around } from '../../../../feeds/tables.ts';
import type { Store } from '../../../../publish/store.ts';
import type { EntryOf } from '../../../../schema/index.ts';

/** What stands inside one record as a table: every entry of a ledger, or the steps of a matter with its payments. */
export const GET: APIRoute = ({ locals: { store }, params: { collection, community, slug } }) => {
	const entry = store.get(`${collection}/${community}/${slug}`);
	const table = entry && tables[collection as keyof typeof tables];
	return table ? csvFile(table(entry as never, store)) : new Response(null, { status: 404 });
};

const tables = {
	ledgers: (ledger: EntryOf<'ledgers'>, store: Store) => ledgerCsv(ledger, around(store)),
	requests: (month: EntryOf<'requests'>, store: Store) => requestCsv(month, around(store)),
	assessments: (assessment: EntryOf<'assessments'>, store: Store) => assessmentCsv(assessment, around(store)),
	commitments: (commitment: EntryOf<'commitments'>, store: Store) => commitmentCsv(commitment, around(store), (day) => store.passed(day)),
	schedules: (schedule: EntryOf<'schedules'>, store: Store) => scheduleCsv(schedule, around(store), spansIn(store, schedule).spans),
	matters(matter: EntryOf<'matters'>, store: Store) {
		const ledgers = linked(matter, aroundIn(store), 'ledgers').filter(({ data }) => data.audience === 'web');
		return matterCsv(matter, around(store), paymentsOf(matter.id, ledgers), (day) => store.passed(day));
	},
};
