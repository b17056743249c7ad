import type { Example, Situation } from './examples.ts';

const duties = [
	{
		...{ code: 'income', what: '公共收益收支', by: '业主委员会', basis: '第十二条', frequency: 'quarterly', within: 30 },
		match: [{ collection: 'ledgers', fund: 'commonIncome', per: 'period' }],
	},
];

/** A place that asks for the quarter's common income within 30 days, with what the community says of it. */
const owed = (said: object | null, records: Situation['records'] = {}, today = '2026-05-06'): Situation => ({
	records: {
		communities: {
			dutiesSince: '2026-01-01',
			...(said ? { disclosures: [{ duty: 'income', period: '2026-Q1', why: '等对账。', ...said }] } : {}),
		},
		rulepacks: { duties, verifiedBy: '法律服务岗' },
		ledgers: { period: '2026-Q2', entries: [], closing: '100.00' },
		...records,
	},
	place: { rules: {} },
	today,
});
const field = 'income 2026-Q1：2026年第一季度公共收益收支，最迟2026年4月30日公开，由业主委员会公开；';
const account = (publishedOn: string) => ({ ledgers: { publishedOn } });

export const examples: readonly Example[] = [
	{
		what: '责任方自己确认没有公开',
		finds: { ...owed({ state: 'unpublished' }), says: [`breach ${field}责任方确认没有公开：等对账`] },
		leaves: { what: '已经贴在现场', ...owed({ state: 'posted', on: '2026-04-30' }) },
	},
	{
		what: '现场张贴的日子晚了一天',
		finds: { ...owed({ state: 'posted', on: '2026-05-01' }), says: [`breach ${field}2026年5月1日张贴，迟了1天`] },
		leaves: { what: '最后一天张贴', ...owed({ state: 'posted', on: '2026-04-30' }) },
	},
	{
		what: 'R9：本站没有见到，不等于没有公开',
		finds: { ...owed(null), says: [`note ${field}到期了，公开栏上没有见到`] },
		leaves: { what: '还没有到期', ...owed(null, {}, '2026-04-30') },
	},
	{
		what: 'R9：本站的晚了，现场的也许早就贴了',
		finds: { ...owed(null, account('2026-05-01')), says: [`note ${field}2026年5月1日公开，迟了1天`] },
		leaves: { what: '最后一天公开', ...owed(null, account('2026-04-30')) },
	},
	{
		what: '本站的晚了，现场张贴的也晚了：从早的那天算',
		finds: { ...owed({ state: 'posted', on: '2026-05-01' }, account('2026-05-04')), says: [`breach ${field}2026年5月1日张贴，迟了1天`] },
		leaves: { what: '现场按时贴了', ...owed({ state: 'posted', on: '2026-04-30' }, account('2026-05-04')) },
	},
];
