import type { Example, Situation } from './examples.ts';

/** A committee's meeting of 20 March 2026, called on a day. */
const called = (calledOn: string | undefined, place?: Situation['place'], over: object = {}): Situation => ({
	records: { meetings: { form: 'committee', calledOn, heldOn: '2026-03-20', ...over } },
	...(place ? { place } : {}),
});
const days = (n: number) => ({ rules: { committeeNotice: { days: n, article: '第三十三条' } } });
const shanghai = { rules: { committeeNotice: { otherwise: '没有规定提前公告的天数', article: '第二十六条' } } };

export const examples: readonly Example[] = [
	{
		what: '提前6日，当地没有规则包，指导规则只提示',
		finds: { ...called('2026-03-14'), says: ['note calledOn：提前7日公告，最迟2026年3月13日；2026年3月14日公告，提前6天，少了1天'] },
		leaves: { what: '提前7日', ...called('2026-03-13') },
	},
	{
		what: 'W12: 提前2日，当地核实过的条例要3日',
		finds: {
			...called('2026-03-18', days(3)),
			says: ['breach calledOn：提前3日公告，最迟2026年3月17日；2026年3月18日公告，提前2天，少了1天'],
		},
		leaves: { what: '提前3日', ...called('2026-03-17', days(3)) },
	},
	{
		what: 'W12: 前一天才公告，当地没有规则包',
		finds: { ...called('2026-03-19'), says: ['note calledOn：提前7日公告，最迟2026年3月13日；2026年3月19日公告，提前1天，少了6天'] },
		leaves: { what: '前一天才公告，上海没有规定天数', ...called('2026-03-19', shanghai) },
	},
	{
		what: '没有写公告的日期，只提示',
		finds: { ...called(undefined), says: ['note calledOn：写明业委会会议的通知日期；没有写，无从核对'] },
		leaves: { what: '没有写，当地没有规定天数', ...called(undefined, shanghai) },
	},
	{
		what: '指导规则施行以后',
		finds: {
			...called('2010-01-01', undefined, { heldOn: '2010-01-02' }),
			says: ['note calledOn：提前7日公告，最迟2009年12月26日；2010年1月1日公告，提前1天，少了6天'],
		},
		leaves: { what: '施行以前', ...called('2009-12-31', undefined, { heldOn: '2010-01-02' }) },
	},
	{
		what: '业委会的会议',
		finds: {
			...called('2026-03-19', days(3)),
			says: ['breach calledOn：提前3日公告，最迟2026年3月17日；2026年3月19日公告，提前1天，少了2天'],
		},
		leaves: { what: '别的会', ...called('2026-03-19', days(3), { form: 'joint' }) },
	},
];
