import type { Example, Situation } from './examples.ts';

const matter = 'matters/ceshiyuan/2026-02-20-doors';
const report = 'notices/ceshiyuan/report';

/** An emergency paid on 1 March 2026 in a place that asks for a report within 30 days. */
const spent = (postedOn: string | null, today = '2026-06-01', entry: object = { matter }): Situation => ({
	records: {
		matters: {
			...{ kind: 'emergency', fund: 'maintenance', steps: [{ step: 'danger', record: undefined }] },
			emergency: { danger: '塌裂', ground: '第四项', confirmedBy: '街道', confirmedOn: '2026-02-20', ...(postedOn ? { report } : {}) },
		},
		notices: postedOn ? { slug: 'report', kind: 'announcement', period: undefined, postedOn } : [],
		ledgers: {
			slug: '2026-Q1-own',
			fund: 'maintenance',
			closing: '70.00',
			entries: [{ on: '2026-03-01', direction: 'out', kind: 'emergency', amount: '30.00', purpose: '抢修', ...entry }],
		},
	},
	place: { rules: { emergency: { cases: [], within: 30, article: '第十八条' } } as never },
	today,
});
const asked = 'entries[1]：2026年3月1日付款，30天内公示费用和分摊，最迟3月31日；';

export const examples: readonly Example[] = [
	{
		what: '事后公示贴晚了一天：两个日子都记录在案',
		finds: { ...spent('2026-04-01'), says: [`breach ${asked}4月1日公示，晚了1天`] },
		leaves: { what: '最后一天张贴', ...spent('2026-03-31') },
	},
	{
		what: 'R1：没有见到事后公示，不等于没有',
		finds: { ...spent(null), says: [`note ${asked}没有见到事后公示`] },
		leaves: { what: '还没有到期', ...spent(null, '2026-03-31') },
	},
	{
		what: 'W1：没有连上事项，是本站要问的，没有条文',
		finds: {
			...spent(null, '2026-03-31', {}),
			says: ['note entries[1].matter：应急使用连到一件事项，写明险情、依据、谁确认；“抢修”30.00元没有连上事项'],
		},
		leaves: { what: '连上了', ...spent(null, '2026-03-31') },
	},
];
