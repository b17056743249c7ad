import type { APIRoute } from 'astro';
import { communityOf } from '../../components/communities.ts';
import type { CommunityCounts } from '../../components/duties/duties.ts';
import { type Column, csv } from '../../derive/csv.ts';
import { csvFile } from '../../feeds/response.ts';

/** How many duties of each community stand how over the last twelve months, as a table. */
export const GET: APIRoute = ({ locals: { store } }) => {
	const { url } = store.settings;
	const columns: Column<CommunityCounts>[] = [
		{ title: '小区', of: ({ community }) => communityOf(store, community)?.name },
		{ title: '网址', of: ({ community }) => `${url}/duties/${community}/` },
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
