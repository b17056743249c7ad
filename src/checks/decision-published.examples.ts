import type { Example, Situation } from './examples.ts';

const held = (heldOn: string, publishedOn: string, place?: Situation['place'], form = 'committee'): Situation => ({
	records: {
		communities: { dutiesSince: '2010-01-01', publishedOn: '2010-01-01' },
		meetings: { form, heldOn, publishedOn, signedOn: undefined },
	},
	...(place ? { place } : {}),
});
/** The same, with the sheet that told the decision. */
const posted = (postedOn: string, form = 'committee'): Situation => {
	const { records, ...rest } = held('2026-03-10', '2026-03-20', place, form);
	const about = ['meetings/ceshiyuan/2026-03-10-joint'];
	return { ...rest, records: { ...records, notices: { slug: 'result', kind: 'announcement', period: undefined, postedOn, about } } };
};
const place = { rules: { committeeDecision: { within: 3, article: '第四十五条' }, assemblyResult: { within: 3, article: '第三十七条' } } };

export const examples: readonly Example[] = [
	{
		what: '第4天公布，当地没有规则包，指导规则只提示',
		finds: {
			...held('2026-03-10', '2026-03-14'),
			says: ['note publishedOn：业委会的决定3日内公布，最迟2026年3月13日；2026年3月14日公布，晚了1天'],
		},
		leaves: { what: '第3天', ...held('2026-03-10', '2026-03-13') },
	},
	{
		what: '第4天张贴，当地核实过的条例要3日',
		finds: { ...posted('2026-03-14'), says: ['breach publishedOn：业委会的决定3日内公布，最迟2026年3月13日；2026年3月14日公布，晚了1天'] },
		leaves: { what: '第3天张贴', ...posted('2026-03-13') },
	},
	{
		what: 'R9：纪要第4天才上网，现场也许早就贴了',
		finds: {
			...held('2026-03-10', '2026-03-14', place),
			says: ['note publishedOn：业委会的决定3日内公布，最迟2026年3月13日；2026年3月14日公布，晚了1天'],
		},
		leaves: { what: '第3天是星期日，顺延到星期一', ...held('2026-03-12', '2026-03-16', place) },
	},
	{
		what: '业主大会的决定，当地核实过的条例要3日',
		finds: {
			...posted('2026-03-14', 'assembly'),
			says: ['breach publishedOn：业主大会的决定3日内公布，最迟2026年3月13日；2026年3月14日公布，晚了1天'],
		},
		leaves: { what: '当地没有规定', ...held('2026-03-10', '2026-03-14', undefined, 'assembly') },
	},
	{
		what: '那一年的放假安排没有录，晚了很多天，只提示',
		finds: { ...held('2019-09-29', '2019-10-20', place), says: ['note publishedOn：业委会的决定3日内公布；2019年10月20日公布'] },
		leaves: { what: '还可能在顺延以内的，不说', ...held('2019-09-29', '2019-10-08', place) },
	},
];
