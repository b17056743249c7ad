import type { Example, Situation } from './examples.ts';

/** An assembly of 20 March 2026, called on a day. */
const called = (calledOn: string | undefined, place?: Situation['place'], over: object = {}): Situation => ({
	records: { meetings: { form: 'assembly', calledOn, heldOn: '2026-03-20', ...over } },
	...(place ? { place } : {}),
});
const week = { rules: { assemblyNotice: { days: 15, extraordinary: 7, article: '第十九条' } } };

export const examples: readonly Example[] = [
	{
		what: '提前14日',
		finds: { ...called('2026-03-06'), says: ['breach calledOn：提前15日通知，最迟2026年3月5日；2026年3月6日通知，提前14天，少了1天'] },
		leaves: { what: '提前15日', ...called('2026-03-05') },
	},
	{
		what: '临时会议提前6日，当地规定7日',
		finds: {
			...called('2026-03-14', week, { extraordinary: true }),
			says: ['breach calledOn：临时会议提前7日通知，最迟2026年3月13日；2026年3月14日通知，提前6天，少了1天'],
		},
		leaves: { what: '临时会议提前7日', ...called('2026-03-13', week, { extraordinary: true }) },
	},
	{
		what: '没有写通知的日期，只提示',
		finds: { ...called(undefined), says: ['note calledOn：写明业主大会的通知日期；没有写，无从核对'] },
		leaves: { what: '联席会议不用通知全体业主', ...called(undefined, undefined, { form: 'joint' }) },
	},
];
