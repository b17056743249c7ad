import type { Example, Situation } from './examples.ts';

/** A term from 18 June 2023, or from 2021, until a day. */
const until = (day: string, place?: Situation['place'], over: object = {}): Situation => ({
	records: { bodies: { terms: [{ until: day }], ...over } },
	...(place ? { place } : {}),
});
const three = { rules: { committeeTerm: { least: 3, most: 3, article: '第二条' } } };
const management = { kind: 'managementCommittee' };
const usually = { rules: { managementTerm: { most: 3, article: '第五十八条', room: '一般' } } };
const at = 'terms[1].until';

export const examples: readonly Example[] = [
	{
		what: '五年多一天，当地没有规则包，指导规则只提示',
		finds: { ...until('2028-06-19'), says: [`note ${at}：一届不超过5年，最迟到2028年6月18日；到2028年6月19日，多1天`] },
		leaves: { what: '五年，多算了起算的那天', ...until('2028-06-18') },
	},
	{
		what: '当地核实过的条例写了3年',
		finds: { ...until('2028-06-17', three), says: [`breach ${at}：一届不超过3年，最迟到2026年6月18日；到2028年6月17日，多730天`] },
		leaves: { what: '三年', ...until('2026-06-17', three) },
	},
	{
		what: 'W15: 物管会多122天，条文写“一般不超过三年”，只提示',
		finds: {
			...until('2026-10-18', usually, management),
			says: [`note ${at}：一届不超过3年，最迟到2026年6月18日；到2026年10月18日，多122天`],
		},
		leaves: { what: '三年', ...until('2026-06-17', usually, management) },
	},
	{
		what: '满了，没有下一届，只提示',
		finds: { ...until('2026-04-12'), says: [`note ${at}：任期届满以前换届；第一届2026年4月12日届满，名册上没有下一届`] },
		leaves: { what: '满了当天', ...until('2026-04-13') },
	},
];
