import type { Example, Situation } from './examples.ts';

const ballots = { heads: 0, area: '0.00' };
const vote = {
	matter: '5',
	scope: '全体业主',
	total: { heads: 100, area: '10000.00' },
	part: { heads: 80, area: '8000.00' },
	for: { heads: 80, area: '8000.00' },
	against: ballots,
	abstained: ballots,
};
const meeting = 'meetings/ceshiyuan/2026-03-10-joint';

/** An assembly that voted on some items, called by a sheet that lists some, in a place where nothing else may be voted on. */
const voted = (posted: readonly string[], items: readonly string[], verified = true): Situation => ({
	records: {
		meetings: {
			form: 'assembly',
			agenda: items.map((title) => ({ title, vote: undefined, ownersVote: vote })),
		},
		notices: { slug: 'call', kind: 'circular', period: undefined, postedOn: '2026-02-20', agenda: posted, about: [meeting] },
	},
	place: { rules: { agendaLock: { article: '第三十五条' } }, verified },
});
const lift = '用维修资金更换6栋电梯';
const gate = '在东门增设车位';
const asked = 'agenda[2]：表决的议题都在通知里公示过；“在东门增设车位”不在通知列的';

export const examples: readonly Example[] = [
	{
		what: '通知列了1项，表决了2项：两个数都记录在案',
		finds: { ...voted([lift], [lift, gate]), says: [`breach ${asked}1项里`] },
		leaves: { what: '2项都列了', ...voted([lift, gate], [lift, gate]) },
	},
	{
		what: '项数一样，写法对不上，可能是同一个议题',
		finds: { ...voted([lift, '车位方案'], [lift, gate]), says: [`note ${asked}2项里`] },
		leaves: { what: '写得短些也认得', ...voted([lift, '增设车位'], [lift, gate]) },
	},
	{
		what: '当地的条例没有核实',
		finds: { ...voted([lift], [lift, gate], false), says: [`note ${asked}1项里`] },
		leaves: { what: '通知没有列议题，无从比较', ...voted([], [lift, gate], false) },
	},
];
