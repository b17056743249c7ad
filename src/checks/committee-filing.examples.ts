import type { Example, Situation } from './examples.ts';

/** A committee elected on a day, whose term begins on 18 June 2023, filed on a day or not yet. */
const elected = (electedOn: string | undefined, filedOn?: string, today?: string): Situation => ({
	records: {
		bodies: { terms: [{ electedOn, ...(filedOn ? { filing: { number: '桂香备〔2023〕07号', on: filedOn } } : {}) }] },
	},
	...(today ? { today } : {}),
});
const at = 'terms[1].filing';

export const examples: readonly Example[] = [
	{
		what: '第31天备案',
		finds: {
			...elected('2023-06-18', '2023-07-19'),
			says: [`breach ${at}：选出后30日内备案，最迟2023年7月18日；2023年7月19日备案，晚了1天`],
		},
		leaves: { what: '第30天', ...elected('2023-06-18', '2023-07-18') },
	},
	{
		what: 'R3: 第30天在国庆假期里，假期后第二天备案',
		finds: {
			...elected('2023-09-01', '2023-10-08'),
			says: [`breach ${at}：选出后30日内备案，最迟2023年10月7日；2023年10月8日备案，晚了1天`],
		},
		leaves: { what: '假期后第一天，调休上班', ...elected('2023-09-01', '2023-10-07') },
	},
	{
		what: 'R3: 那一年的放假安排没有录，晚了很多天，只提示',
		finds: { ...elected('2019-09-01', '2019-10-20'), says: [`note ${at}：选出后30日内备案；2019年10月20日备案`] },
		leaves: { what: '还可能在顺延以内的，不说', ...elected('2019-09-01', '2019-10-08') },
	},
	{
		what: 'W16: 写了选出的日子，从那天数',
		finds: {
			...elected('2023-05-28', '2023-07-03'),
			says: [`breach ${at}：选出后30日内备案，最迟2023年6月27日；2023年7月3日备案，晚了6天`],
		},
		leaves: { what: '没有写哪天选出，届从6月18日起，8月才备案', ...elected(undefined, '2023-08-30') },
	},
	{
		what: '没有写备案号，30天过了，只提示',
		finds: {
			...elected('2023-06-18', undefined, '2023-07-19'),
			says: [`note ${at}：选出后30日内备案，最迟2023年7月18日；名册上没有备案号`],
		},
		leaves: { what: '30天还没有过', ...elected('2023-06-18', undefined, '2023-07-18') },
	},
];
