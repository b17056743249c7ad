import type { APIRoute } from 'astro';
import type { CommunityCounts } from '../../components/duties/duties.ts';
import { type Column, csv } from '../../derive/csv.ts';
import { identity, ofCommunity } from '../../derive/identity.ts';
import { csvFile } from '../../feeds/response.ts';
import { around } from '../../feeds/tables.ts';

/** How many duties of each community stand how over the last twelve months, as a table. */
export const GET: APIRoute = ({ locals: { store } }) => {
	const columns: Column<CommunityCounts>[] = [
		...identity<CommunityCounts>(around(store), ({ community }) => ofCommunity(community, `/duties/${community}/`)),
		{ title: '应公开', of: ({ counts }) => counts.asked },
		{ title: '按期', of: ({ counts }) => counts.onTime },
		{ title: '已现场张贴', of: ({ counts }) => counts.posted },
		{ title: '迟了，已补', of: ({ counts }) => counts.late },
		{ title: '本站未见', of: ({ counts }) => counts.missing },
		{ title: '未到期', of: ({ counts }) => counts.due },
		{ title: '没有发生', of: ({ counts }) => counts.none },
		{ title: '不适用', of: ({ counts }) => counts.notApplicable },
	];
	const rows = store.told<CommunityCounts>('duties').flatMap(({ facts }) => facts);
	return csvFile(csv(columns, rows));
};
