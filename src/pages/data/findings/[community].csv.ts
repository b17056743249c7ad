import type { APIRoute } from 'astro';
import { type FindingCard, findingsIn } from '../../../components/findings/findings.ts';
import { type Column, csv } from '../../../derive/csv.ts';
import { identity } from '../../../derive/identity.ts';
import { csvFile } from '../../../feeds/response.ts';
import { around } from '../../../feeds/tables.ts';
import { recordUrl } from '../../../publish/addresses.ts';

/** The findings of a community as a table: the open ones, then those made good. */
export const GET: APIRoute = ({ locals: { store }, params: { community = '' } }) => {
	const columns: Column<FindingCard>[] = [
		...identity<FindingCard>(around(store), ({ id }) => ({ id, at: recordUrl(id), community })),
		{ title: '标题', of: ({ title }) => title },
		{ title: '状态', of: ({ settledOn }) => (settledOn ? '已解决' : '未解决') },
		{ title: '核对项目', of: ({ check }) => check },
		{ title: '问什么', of: ({ asks }) => asks },
		{ title: '位置', of: ({ field }) => field },
		{ title: '应当', of: ({ expected }) => expected },
		{ title: '实际', of: ({ actual }) => actual },
		{ title: '算式', of: ({ arithmetic }) => arithmetic },
		{ title: '依据', of: ({ law }) => law },
		{ title: '怎么改', of: ({ fix }) => fix },
		{ title: '解决日期', of: ({ settledOn }) => settledOn },
		{ title: '答复', of: ({ replies }) => replies.map(({ by, on, text }) => `${by} ${on}：${text}`).join('；') },
	];
	const { open, settled } = findingsIn(store, community);
	return csvFile(csv(columns, [...open, ...settled]));
};
