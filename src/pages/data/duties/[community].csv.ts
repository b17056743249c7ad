import type { APIRoute } from 'astro';
import { dutiesIn, type Row } from '../../../components/duties/duties.ts';
import { type Column, csv } from '../../../derive/csv.ts';
import { type Identity, identity } from '../../../derive/identity.ts';
import { dutyStates } from '../../../domain/duty.ts';
import { csvFile } from '../../../feeds/response.ts';
import { around } from '../../../feeds/tables.ts';
import { recordUrl } from '../../../publish/addresses.ts';

/** Everything a community's duties asked for since they began, as a table: of each the record that publishes it, else where it is said that there is none. */
export const GET: APIRoute = ({ locals: { store }, params: { community = '' } }) => {
	const where = ({ record, line }: Row): Identity => ({
		id: record && record.id,
		at: record ? recordUrl(record.id) : `/duties/${community}/all/#${line.duty.code}`,
		community,
	});
	const columns: Column<Row>[] = [
		...identity(around(store), where),
		{ title: '第几项', of: ({ line }) => line.no },
		{ title: '应公开事项', of: ({ line }) => line.duty.code },
		{ title: '该公开什么', of: ({ name }) => name },
		{ title: '期间', of: ({ period }) => period },
		{ title: '哪一次', of: ({ event }) => event?.name },
		{ title: '谁来公开', of: ({ line }) => line.by },
		{ title: '期限', of: ({ due }) => due },
		{ title: '状态', of: ({ state }) => dutyStates[state] },
		{ title: '公开日期', of: ({ publishedOn }) => publishedOn },
		{ title: '迟了几天', of: ({ late }) => late || null },
		{ title: '计划公开日期', of: ({ disclosure }) => disclosure?.plannedOn },
		{ title: '张贴地点', of: ({ disclosure }) => disclosure?.place },
		{ title: '说明', of: ({ disclosure }) => disclosure?.why },
		{ title: '答复', of: ({ replies }) => replies.map(({ by, on, text }) => `${by} ${on}：${text}`).join('；') },
		{ title: '依据', of: ({ line }) => line.duty.basis },
	];
	return csvFile(csv(columns, dutiesIn(store, community)?.rows ?? []));
};
