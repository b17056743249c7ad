import { describe, expect, test } from 'vitest';
import { aroundOf, type Judgement, judge, recordsOf } from '../../src/checks/check.ts';
import { committeeFiling } from '../../src/checks/committee-filing.ts';
import { committeeSize } from '../../src/checks/committee-size.ts';
import { committeeTerm } from '../../src/checks/committee-term.ts';
import { declaredInterest } from '../../src/checks/declared-interest.ts';
import { handoverLate } from '../../src/checks/handover-late.ts';
import { payeeMember } from '../../src/checks/payee-member.ts';
import { rosterOverlap } from '../../src/checks/roster-overlap.ts';
import { rosterVacancies } from '../../src/checks/roster-vacancies.ts';
import type { Term } from '../../src/schema/bodies.ts';
import type { Entry } from '../../src/schema/index.ts';
import { example, member, term } from '../examples.ts';

interface Place {
	rules?: object;
	verified?: boolean;
	today?: string;
}

/** What is said of a record of a place with these rules, on a day. */
function judged(asked: unknown, entry: Entry, others: Entry[] = [], { rules = {}, verified = true, today = '2026-04-13' }: Place = {}) {
	const pack = example('rulepacks', { rules, verifiedOn: verified ? '2026-01-01' : undefined, versionOn: '2015-01-01' });
	const records = recordsOf([example('communities', { rulepack: pack.id }), pack, entry, ...others]);
	return judge([asked as Judgement], entry, aroundOf(records, today));
}
const said = (...args: Parameters<typeof judged>) =>
	judged(...args).map(({ kind, field, expected, actual }) => `${kind} ${field}：${expected}；${actual}`);
const committee = (terms: Partial<Term>[], over: object = {}) => example('bodies', { seats: 7, ...over, terms: terms.map(term) });
const sitting = (n: number) => Array.from({ length: n }, (_, i) => member(`委员${i}`));

describe('席位', () => {
	test.for<[string, object, object, string[]]>([
		['7席', { seats: 7 }, {}, []],
		['5席，最少', { seats: 5 }, {}, []],
		['11席，最多', { seats: 11 }, {}, []],
		['6席，双数', { seats: 6 }, {}, ['breach seats：5至11席，单数；6席，是双数']],
		['3席', { seats: 3 }, {}, ['breach seats：5至11席，单数；3席，少2席']],
		['12席', { seats: 12 }, {}, ['breach seats：5至11席，单数；12席，多1席，是双数']],
		['没有写席位', { seats: 0 }, {}, []],
		['党组织不管', { seats: 6, kind: 'partyBranch' }, {}, []],
		['3席，当地允许', { seats: 3 }, { committeeSize: { least: 3, odd: true, article: '第二条' } }, []],
		[
			'3席，当地对小的小区另有规定，只提示',
			{ seats: 3 },
			{ committeeSize: { least: 5, odd: true, small: '100户以下可以3人', article: '第二条' } },
			['note seats：5席以上，单数；3席，少2席'],
		],
		['物管会全国没有规定', { seats: 4, kind: 'managementCommittee' }, {}, []],
		[
			'物管会当地规定7席以上',
			{ seats: 6, kind: 'managementCommittee' },
			{ managementCommittee: { least: 7, article: '第五条' } },
			['breach seats：7席以上；6席，少1席'],
		],
	])('%s', ([, over, rules, expected]) => {
		expect(said(committeeSize, committee([{}], over), [], { rules })).toEqual(expected);
	});
});

describe('任期', () => {
	const field = 'terms[1].until';
	test.for<[string, Partial<Term>, Place, string[]]>([
		['五年', {}, {}, []],
		['五年，多算了起算的那天', { until: '2028-06-18' }, {}, []],
		['五年多一天', { until: '2028-06-19' }, {}, [`breach ${field}：一届不超过5年，最迟到2028年6月18日；到2028年6月19日，多1天`]],
		['没有写到期', { until: undefined }, {}, []],
		[
			'当地规定3年',
			{},
			{ rules: { committeeTerm: { most: 3, article: '第二条' } } },
			[`breach ${field}：一届不超过3年，最迟到2026年6月18日；到2028年6月17日，多730天`],
		],
		['满了当天', { until: '2026-04-13' }, {}, []],
		[
			'满了，没有下一届，只提示',
			{ until: '2026-04-12' },
			{},
			[`note ${field}：任期届满以前换届；第二届2026年4月12日届满，名册上没有下一届`],
		],
	])('%s', ([, over, place, expected]) => {
		expect(said(committeeTerm, committee([over]), [], place)).toEqual(expected);
	});
});

describe('备案', () => {
	const filed = (on?: string): Partial<Term> => (on ? { filing: { number: '桂香备〔2023〕07号', on } } : {});
	const field = 'terms[1].filing';
	const asked = '选出后30日内备案，最迟2023年7月18日';
	test.for<[string, Partial<Term>, string, string[]]>([
		['第30天', filed('2023-07-18'), '2026-04-13', []],
		['第31天', filed('2023-07-19'), '2026-04-13', [`breach ${field}：${asked}；2023年7月19日备案，晚了1天`]],
		['没有写，30天还没有过', filed(), '2023-07-18', []],
		['没有写，30天过了，只提示', filed(), '2023-07-19', [`note ${field}：${asked}；名册上没有备案号`]],
	])('%s', ([, over, today, expected]) => {
		expect(said(committeeFiling, committee([over]), [], { today })).toEqual(expected);
	});
	test('早先的一届没有写备案号，不提', () => {
		expect(said(committeeFiling, committee([filed('2023-07-01'), { name: '第一届', from: '2018-06-18', until: '2023-06-17' }]))).toEqual(
			[],
		);
	});
});

describe('名册本身', () => {
	const half = member('吕知远', { until: '2025-01-01' });
	test.for<[string, Partial<Term>[], object, string[]]>([
		['一人两条，同一时间', [{ members: [member('吕知远'), half] }], {}, ['terms[1].members[2]']],
		['一人两条，前后相接', [{ members: [half, member('吕知远', { post: '主任', from: '2025-01-01' })] }], {}, []],
		[
			'连任两届',
			[
				{ members: [member('沈望舒')] },
				{
					name: '第一届',
					from: '2018-06-18',
					until: '2023-06-17',
					members: [member('沈望舒', { from: '2018-06-18', until: '2023-06-17' })],
				},
			],
			{},
			[],
		],
		['上一届到期以前下一届就开始', [{}, { name: '第一届', from: '2018-06-18', until: '2023-06-18' }], {}, ['terms[2].until']],
		['5席坐了6人', [{ members: sitting(6) }], { seats: 5 }, ['seats']],
		['没有写席位的不比', [{ members: sitting(6) }], { seats: 0 }, []],
	])('%s', ([, terms, over, fields]) => {
		const found = judged(rosterOverlap, committee(terms, over));
		expect(found.map(({ field }) => field)).toEqual(fields);
		expect(found.every(({ kind }) => kind === 'note')).toBe(true);
	});
});

describe('空缺', () => {
	const empty = (fillBy: string): Partial<Term> => ({ members: sitting(6), vacancies: [{ post: '委员', since: '2026-03-31', fillBy }] });
	test.for<[string, Partial<Term>, string[]]>([
		['还没到补选的日子', empty('2026-04-13'), []],
		['补选的日子过了', empty('2026-04-12'), ['note terms[1].vacancies[1]：委员的空缺2026年4月12日前补上；还空着']],
		['补上了', { members: sitting(7), vacancies: [{ post: '委员', since: '2026-03-31', until: '2026-04-11', fillBy: '2026-04-10' }] }, []],
		['7席剩4人', { members: sitting(4) }, []],
		['7席剩3人，不到一半', { members: sitting(3) }, ['note terms[1]：在任的不少于总数的一半，7席的一半是4人；在任3人，差1人']],
	])('%s', ([, over, expected]) => {
		expect(said(rosterVacancies, committee([over]))).toEqual(expected);
	});
});

describe('交接', () => {
	const field = 'terms[1].handovers[1]';
	const books = (due: string, done?: string, over: object = {}): Partial<Term>[] => [
		{ handovers: [{ what: '账册、印章', due, ...(done ? { done } : {}), ...over }] },
		{ name: '第一届', from: '2018-06-18', until: '2023-06-17' },
	];
	const local = { rules: { handover: { days: 10, article: '第二十三条' } } };
	const late = `${field}：账册、印章，2023年6月27日前交清；2023年9月4日交清，晚了69天`;

	test.for<[string, Partial<Term>[], Place, string[]]>([
		['按期', books('2023-06-27', '2023-06-27'), local, []],
		['晚了，全国的规则没有核实，只提示', books('2023-06-27', '2023-09-04'), {}, [`note ${late}`]],
		['晚了，当地核实过的规则', books('2023-06-27', '2023-09-04'), local, [`breach ${late}`]],
		['晚了，当地的规则没有核实', books('2023-06-27', '2023-09-04'), { ...local, verified: false }, [`note ${late}`]],
		[
			'比自己写的晚，没有过规定的10日',
			books('2023-06-20', '2023-06-27'),
			local,
			[`note ${field}：账册、印章，2023年6月20日前交清；2023年6月27日交清，晚了7天`],
		],
		[
			'没有人离任，只提示',
			[{ handovers: [{ what: '钥匙', due: '2025-01-10', done: '2025-01-12' }] }],
			local,
			[`note ${field}：钥匙，2025年1月10日前交清；2025年1月12日交清，晚了2天`],
		],
		['还没到期', books('2026-04-13'), local, []],
		[
			'没有交，写明哪些没有交',
			books('2023-06-27', undefined, {
				items: [
					{ what: 'books', state: 'handed' },
					{ what: 'rooms', state: 'partly' },
					{ what: 'seals', state: 'refused' },
				],
			}),
			local,
			[`breach ${field}：账册、印章，2023年6月27日前交清；还没有交清：用房部分交，印章拒交`],
		],
	])('%s', ([, terms, place, expected]) => {
		expect(said(handoverLate, committee(terms), [], place)).toEqual(expected);
	});

	test('中途离任的，当地规定3日', () => {
		const leaving: Partial<Term>[] = [
			{ members: [member('吕知远', { until: '2026-03-31' })], handovers: [{ what: '台账', due: '2026-04-03', done: '2026-04-05' }] },
		];
		const place = { rules: { handover: { days: 10, leaver: 3, article: '第二十三条' } } };
		expect(judged(handoverLate, committee(leaving), [], place)).toMatchObject([{ kind: 'breach', settledOn: '2026-04-05' }]);
	});
});

describe('收钱的一方', () => {
	const roster = committee([
		{
			members: [
				member('傅小棠', { post: '委员，管账', interests: [{ firm: '示例防水公司', relation: '配偶在该公司任职' }] }),
				member('吕知远', { until: '2026-01-20' }),
			],
		},
	]);
	const paid = (counterparty: string, over: object = {}) =>
		example('ledgers', {
			entries: [{ on: '2026-01-20', direction: 'out', kind: 'repair', amount: '10.00', purpose: '维修', counterparty, ...over }],
			closing: '90.00',
		});

	test.for<[string, Entry, string[]]>([
		['没有关系', paid('示例电梯公司'), []],
		['是在任的委员', paid('傅小棠'), ['对方是测试苑业主委员会的委员，管账']],
		['说明过关系的单位', paid('示例防水公司'), ['示例防水公司：测试苑业主委员会委员，管账说明过，配偶在该公司任职']],
		['已经离任的', paid('吕知远'), []],
		['是收入', paid('傅小棠', { direction: 'in', kind: 'parking' }), []],
	])('%s', ([, entry, expected]) => {
		const found = judged(payeeMember, entry, [roster]);
		expect(found.map(({ actual }) => actual)).toEqual(expected);
		expect(found.every(({ kind }) => kind === 'note')).toBe(true);
	});

	const bids = [{ firm: '示例防水公司', price: '100.00' }];
	test('说明过关系的单位参加比选，事项里要写明', () => {
		expect(judged(declaredInterest, example('matters', { bids }), [roster]).map(({ field }) => field)).toEqual(['bids[1].firm']);
		const related = [{ who: '委员，管账', relation: '配偶在该公司任职', saidOn: '2026-02-20', recused: true }];
		expect(judged(declaredInterest, example('matters', { bids, related }), [roster])).toEqual([]);
	});
});
