import type { Example, Situation } from './examples.ts';

const assembly = 'meetings/ceshiyuan/assembly';
const vote = { matter: '5', scope: '全体业主', total: { heads: 165, area: '17640.48' }, part: { heads: 134, area: '14226.90' } };
const ballots = { for: { heads: 119, area: '12638.44' }, against: { heads: 15, area: '1588.46' }, abstained: { heads: 0, area: '0.00' } };

/** One repair paid from the maintenance fund, and an assembly whose vote closed on 20 February 2026. */
const spent = (entry: object, outcome = 'passed'): Situation => ({
	records: {
		meetings: {
			slug: 'assembly',
			title: '业主大会',
			form: 'assembly',
			bodies: ['bodies/ceshiyuan/owners-committee'],
			agenda: [
				{ title: '用维修资金', decision: '见计票。', outcome, vote: undefined, ownersVote: { ...vote, ...ballots, until: '2026-02-20' } },
			],
		},
		ledgers: {
			slug: '2026-Q1-maintenance',
			fund: 'maintenance',
			closing: '70.00',
			entries: [{ on: '2026-03-01', direction: 'out', kind: 'repair', amount: '30.00', purpose: '楼道照明', decision: assembly, ...entry }],
		},
	},
});
const asked = 'entries[1]：使用维修资金由业主表决通过，再付款；“楼道照明”30.00元，';

export const examples: readonly Example[] = [
	{
		what: '表决截止前一天付款：两个日子都记录在案',
		finds: { ...spent({ on: '2026-02-19' }), says: [`breach ${asked}2026年2月19日付款，2月20日表决才通过`] },
		leaves: { what: '截止当天付款', ...spent({ on: '2026-02-20' }) },
	},
	{
		what: 'R1：没有写依据哪次表决，本站没有见到，不等于没有',
		finds: { ...spent({ decision: undefined }), says: [`note ${asked}没有写依据哪次表决`] },
		leaves: { what: '写明依据业主大会', ...spent({}) },
	},
	{
		what: 'R1：依据的大会没有通过，别的大会也许通过了',
		finds: { ...spent({}, 'rejected'), says: [`note ${asked}依据的是“业主大会”，里面没有通过的业主表决`] },
		leaves: { what: '通过了', ...spent({}) },
	},
	{
		what: 'R2：依据的是制度，业主可能事先授权过',
		finds: { ...spent({ decision: 'documents/ceshiyuan/rules' }), says: [`note ${asked}依据的不是会议纪要，看不到业主表决`] },
		leaves: { what: '依据的是通过的表决', ...spent({}) },
	},
];
