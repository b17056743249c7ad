import type { Example, Situation, Written } from './examples.ts';

const first = { name: '第一届', from: '2018-06-18', until: '2023-06-17', members: [] };
const second = { name: '第二届', until: '2028-06-17' };

/** What the first term of a committee, over on 17 June 2023, handed over to the second. */
const books = (due: string, done: string | undefined, place?: Situation['place'], over: object = {}): Situation => ({
	records: { bodies: { terms: [{ ...second, handovers: [{ what: '账册、印章', due, done, ...over }] }, first] } },
	...(place ? { place } : {}),
});
/** What a member who left on 24 February 2026 handed over. */
const leaver = (due: string, done: string, place?: Situation['place']): Situation => {
	const members: Written[] = [{ name: '吕知远', until: '2026-02-24' }];
	return {
		records: { bodies: { terms: [{ ...second, members, handovers: [{ what: '台账', due, done }] }] } },
		...(place ? { place } : {}),
	};
};
const rule = (over: object = {}, verified = true) => ({
	rules: { handover: { days: 10, since: 'termEnd' as const, leaver: 3, article: '第二十三条', ...over } },
	verified,
});
const shanghai = rule({ since: 'renewalGroup', to: '物业所在地房管机构', leaver: 10 });
const hangzhou = rule({ to: '新一届业主委员会', leaver: 7 });
const at = 'terms[1].handovers[1]';
const late = `${at}：账册、印章，2023年6月27日前交清；2023年9月4日交清，晚了69天`;

export const examples: readonly Example[] = [
	{
		what: '晚了，当地核实过的条例',
		finds: { ...books('2023-06-27', '2023-09-04', rule()), says: [`breach ${late}`] },
		leaves: { what: '按期', ...books('2023-06-27', '2023-06-27', rule()) },
	},
	{
		what: '晚了，当地没有规则包，只提示',
		finds: { ...books('2023-06-27', '2023-09-04'), says: [`note ${late}`] },
		leaves: { what: '按期', ...books('2023-06-27', '2023-06-27') },
	},
	{
		what: '晚了，当地的条例没有核实，只提示',
		finds: { ...books('2023-06-27', '2023-09-04', rule({}, false)), says: [`note ${late}`] },
		leaves: { what: '按期', ...books('2023-06-27', '2023-06-27', rule({}, false)) },
	},
	{
		what: '比自己写的晚，没有过规定的10日，只提示',
		finds: {
			...books('2023-06-20', '2023-06-27', rule()),
			says: [`note ${at}：账册、印章，2023年6月20日前交清；2023年6月27日交清，晚了7天`],
		},
		leaves: { what: '没有比自己写的晚', ...books('2023-06-27', '2023-06-27', rule()) },
	},
	{
		what: 'W9: 离任第8天交，杭州7日内',
		finds: {
			...leaver('2026-03-03', '2026-03-04', hangzhou),
			says: [`breach ${at}：台账，2026年3月3日前交清；2026年3月4日交清，晚了1天`],
		},
		leaves: { what: 'W9: 同一天交，上海10日内', ...leaver('2026-03-06', '2026-03-04', shanghai) },
	},
	{
		what: 'W9: 上海离任第13天才交',
		finds: {
			...leaver('2026-03-06', '2026-03-09', shanghai),
			says: [`breach ${at}：台账，2026年3月6日前交清；2026年3月9日交清，晚了3天`],
		},
		leaves: { what: '第10天', ...leaver('2026-03-06', '2026-03-06', shanghai) },
	},
	{
		what: 'W9: 上海换届的，从换届改选小组成立数，名册上没有那一天，只提示',
		finds: { ...books('2023-06-27', '2023-09-04', shanghai), says: [`note ${late}`] },
		leaves: { what: '按期', ...books('2023-06-27', '2023-06-27', shanghai) },
	},
	{
		what: '没有人离任，只提示',
		finds: {
			records: { bodies: { terms: [{ ...second, handovers: [{ what: '钥匙', due: '2025-01-10', done: '2025-01-12' }] }] } },
			place: rule(),
			says: [`note ${at}：钥匙，2025年1月10日前交清；2025年1月12日交清，晚了2天`],
		},
		leaves: { what: '还没到期', ...books('2026-04-13', undefined, rule()) },
	},
	{
		what: '没有交，写明哪些没有交',
		finds: {
			...books('2023-06-27', undefined, rule(), {
				items: [
					{ what: 'books', state: 'handed' },
					{ what: 'rooms', state: 'partly' },
					{ what: 'seals', state: 'refused' },
				],
			}),
			says: [`breach ${at}：账册、印章，2023年6月27日前交清；还没有交清：用房部分交，印章拒交`],
		},
		leaves: { what: '交清了', ...books('2023-06-27', '2023-06-26', rule()) },
	},
	{
		what: 'R3: 届满第10天在端午假期里，假期后第二天交',
		finds: {
			records: {
				bodies: {
					terms: [
						{ ...second, from: '2025-05-23', until: '2030-05-22', handovers: [{ what: '账册', due: '2025-06-02', done: '2025-06-04' }] },
						{ ...first, from: '2020-05-23', until: '2025-05-22' },
					],
				},
			},
			place: rule(),
			says: [`breach ${at}：账册，2025年6月2日前交清；2025年6月4日交清，晚了2天`],
		},
		leaves: {
			what: '假期后第一天交，自己写的也是那天',
			records: {
				bodies: {
					terms: [
						{ ...second, from: '2025-05-23', until: '2030-05-22', handovers: [{ what: '账册', due: '2025-06-03', done: '2025-06-03' }] },
						{ ...first, from: '2020-05-23', until: '2025-05-22' },
					],
				},
			},
			place: rule(),
		},
	},
	{
		what: 'R1：没有写哪天交清，本站没有见到，不等于没有交',
		finds: { ...books('2023-06-27', undefined, rule()), says: [`note ${at}：账册、印章，2023年6月27日前交清；还没有交清`] },
		leaves: { what: '按期交清', ...books('2023-06-27', '2023-06-27', rule()) },
	},
	{
		what: '写明拒交，当地核实过的条例',
		finds: {
			...books('2023-06-27', undefined, rule(), { items: [{ what: 'seals', state: 'refused' }] }),
			says: [`breach ${at}：账册、印章，2023年6月27日前交清；还没有交清：印章拒交`],
		},
		leaves: { what: '期限以前', ...books('2026-04-13', undefined, rule(), { items: [{ what: 'seals', state: 'refused' }] }) },
	},
];
