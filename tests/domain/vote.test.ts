import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hundredths } from '../../src/basics/area.ts';
import { decidedOn, resultAdopted, resultOf, sayTest } from '../../src/domain/vote.ts';
import type { OwnersVote } from '../../src/schema/meetings.ts';
import { runs } from '../properties.ts';
import { count, ownersVote } from '../votes.ts';

const TODAY = '2026-04-13';
const ORDINARY = '5';
const SPECIAL = '8';
const all = count('90000.00', 900);

/** What a vote comes to today, if these took part and these agreed. */
const passes = (
	total: OwnersVote['total'],
	part: OwnersVote['part'],
	approval: OwnersVote['for'],
	matter: OwnersVote['matter'] = ORDINARY,
) => resultOf(ownersVote({ matter, total, part, for: approval }), TODAY)!.strict;
const failing = (vote: OwnersVote, on = TODAY) =>
	resultOf(vote, on)!
		.strict.tests.filter(({ holds }) => !holds)
		.map(sayTest);

describe('民法典第二百七十八条：全体90,000.00㎡、900人', () => {
	test.for([
		['甲 参与正好三分之二，同意刚过一半', ORDINARY, count('60000.00', 600), count('30000.01', 301), []],
		[
			'乙 同意面积正好一半，不是过半数',
			ORDINARY,
			count('60000.00', 600),
			count('30000.00', 301),
			['同意面积需30,000.01㎡，实30,000.00㎡，差0.01㎡'],
		],
		['丙 参与人数差一人', ORDINARY, count('65000.00', 599), count('60000.00', 550), ['参与人数需600人，实599人，差1人']],
		['丁 四分之三以上，正好四分之三', SPECIAL, count('60000.00', 600), count('45000.00', 450), []],
		[
			'戊 四分之三以上，面积差0.01㎡',
			SPECIAL,
			count('60000.00', 600),
			count('44999.99', 450),
			['同意面积需45,000.00㎡，实44,999.99㎡，差0.01㎡'],
		],
		[
			'人数都够，参与面积差0.01㎡',
			ORDINARY,
			count('59999.99', 600),
			count('59000.00', 590),
			['参与面积需60,000.00㎡，实59,999.99㎡，差0.01㎡'],
		],
		['同意人数正好一半，不是过半数', ORDINARY, count('60000.00', 600), count('40000.00', 300), ['同意人数需301人，实300人，差1人']],
		['四分之三以上，人数差一人', SPECIAL, count('60000.00', 600), count('45000.00', 449), ['同意人数需450人，实449人，差1人']],
		[
			'没有人投票',
			SPECIAL,
			count('0.00', 0),
			count('0.00', 0),
			[
				'参与面积需60,000.00㎡，实0.00㎡，差60,000.00㎡',
				'参与人数需600人，实0人，差600人',
				'同意面积需0.01㎡，实0.00㎡，差0.01㎡',
				'同意人数需1人，实0人，差1人',
			],
		],
	] as const)('%s', ([, matter, part, approval, short]) => {
		const { passed } = passes(all, part, approval, matter);
		expect(failing(ownersVote({ matter, total: all, part, for: approval }))).toEqual(short);
		expect(passed).toBe(short.length === 0);
	});
});

describe('民法典第二百七十八条：除不尽的，凑足一人、0.01㎡', () => {
	const thousand = count('100000.00', 1000);
	test('己 全体1,000人、100,000.00㎡，参与667人、66,666.67㎡，同意334人、33,333.34㎡：刚好够', () => {
		const { tests, passed } = passes(thousand, count('66666.67', 667), count('33333.34', 334));
		expect(passed).toBe(true);
		expect(tests.every(({ required, actual }) => required === actual)).toBe(true);
	});
	test('庚 参与666人：66.6%不是三分之二，同意再多也不行', () => {
		expect(passes(thousand, count('66666.67', 666), count('66666.67', 666)).passed).toBe(false);
	});
	test('辛 一人有50套，另有50人各一套，每套100㎡，共51人：只有那一人同意，面积正好一半，人数差25人', () => {
		const everyone = count('10000.00', 51);
		expect(failing(ownersVote({ total: everyone, part: everyone, for: count('5000.00', 1) }))).toEqual([
			'同意面积需5,000.01㎡，实5,000.00㎡，差0.01㎡',
			'同意人数需26人，实1人，差25人',
		]);
	});
});

describe('壬 1,291人，交回703张（同意417、反对278、弃权8），送达未投584人', () => {
	const hundredEach = (heads: number) => count(`${heads * 100}.00`, heads);
	const vote = ownersVote({
		total: hundredEach(1291),
		part: hundredEach(703),
		for: hundredEach(417),
		against: hundredEach(278),
		abstained: hundredEach(8),
		silent: hundredEach(584),
	});
	const silence = (rule: 'followMajority' | 'deemed') => ({ rule, clause: '议事规则第九条' });

	test('严格计算：参与没有到三分之二', () => {
		expect(failing(vote)).toEqual(['参与面积需86,066.67㎡，实70,300.00㎡，差15,766.67㎡', '参与人数需861人，实703人，差158人']);
	});
	test('规则写明并入多数意见：1,287人参与，1,001人同意，通过；严格计算的结果仍在旁边', () => {
		const { strict, adopted } = resultOf({ ...vote, silence: silence('followMajority') }, TODAY)!;
		expect(strict.passed).toBe(false);
		expect(adopted).toMatchObject({ passed: true, clause: '议事规则第九条' });
		expect(adopted!.tests.filter(({ measure }) => measure === 'heads').map(({ actual }) => actual)).toEqual([1287, 1001]);
	});
	test('规则写明只算参与：同意417人不过1,287人的一半，不通过', () => {
		expect(resultOf({ ...vote, silence: silence('deemed') }, TODAY)!.adopted!.passed).toBe(false);
	});
	test('已投票的没有哪种意见过半数，就没有多数可以并入', () => {
		const split = { ...vote, for: hundredEach(351), against: hundredEach(344), silence: silence('followMajority') };
		expect(resultOf(split, TODAY)!.adopted!.tests.find(({ asks }) => asks === 'approval')!.actual).toBe(35100_00);
	});
	test.for([
		['面积过半、人数没有过半', count('40000.00', 351), 40000_00],
		['人数过半、面积没有过半', count('35000.00', 400), 35000_00],
	] as const)('%s，也没有多数可以并入', ([, approval, area]) => {
		const { tests } = resultOf({ ...vote, for: approval, silence: silence('followMajority') }, TODAY)!.adopted!;
		expect(tests.filter(({ asks }) => asks === 'approval').map(({ actual }) => actual)).toEqual([area, approval.heads]);
	});
	test('规则没有写，就没有第二种算法', () => {
		expect(resultOf(vote, TODAY)!.adopted).toBeNull();
	});
});

describe('哪些事项要四分之三', () => {
	const threeQuartersShort = { total: all, part: count('60000.00', 600), for: count('40000.00', 400) };
	test.for([
		['1', '议事规则', true],
		['2', '管理规约', true],
		['3', '选举业委会', true],
		['4', '选聘物业', true],
		['5', '使用维修资金', true],
		['6', '筹集维修资金', false],
		['7', '改建重建', false],
		['8', '改变共有部分用途', false],
		['9', '其他重大事项', true],
	] as const)('第（%s）项%s，参与600人、同意400人：%s', ([matter, , passed]) => {
		expect(resultOf(ownersVote({ ...threeQuartersShort, matter }), TODAY)!.strict.passed).toBe(passed);
	});
	test('一个议案含几项，有一项要四分之三，全案就要四分之三', () => {
		expect(resultOf(ownersVote({ ...threeQuartersShort, matter: '5', also: ['7'] }), TODAY)!).toMatchObject({
			special: true,
			strict: { passed: false },
		});
	});
});

test('只由一栋表决的，按那一栋的人数和面积算', () => {
	const building = ownersVote({
		scope: '4栋业主',
		total: count('17196.30', 162),
		part: count('13590.66', 128),
		for: count('12640.10', 119),
	});
	expect(resultOf(building, TODAY)!.strict.tests.map(sayTest)).toEqual([
		'参与面积需11,464.20㎡，实13,590.66㎡',
		'参与人数需108人，实128人',
		'同意面积需6,795.34㎡，实12,640.10㎡',
		'同意人数需65人，实119人',
	]);
});

describe('表决那天的规则', () => {
	const vote = (over: Partial<OwnersVote>) =>
		ownersVote({ total: all, part: count('61000.00', 610), for: count('50000.00', 500), ...over });
	test.for([
		['2021-01-01', '民法典第一天', {}, true],
		['2020-12-31', '物权法最后一天，使用维修资金要全体的三分之二', {}, false],
		['2020-12-31', '物权法最后一天，正好全体的三分之二', { for: count('60000.00', 600) }, true],
		['2019-05-18', '物权法，选聘物业要超过全体的一半', { matter: '4' }, true],
		['2019-05-18', '物权法，正好全体的一半不是过半数', { matter: '4', for: count('45000.00', 450) }, false],
		['2019-05-18', '物权法没有参与的门槛：参与不到三分之二也行', { matter: '4', part: count('50000.00', 500) }, true],
		['2019-05-18', '物权法没有单列改变共有部分用途，算其他重大事项', { matter: '8' }, true],
		['2007-10-01', '物权法第一天', { matter: '4' }, true],
	] as const)('%s %s', ([on, , over, passed]) => {
		expect(resultOf(vote(over), on)!.strict.passed).toBe(passed);
	});
	test('民法典施行以前，按物权法', () => {
		expect(resultOf(vote({}), '2019-05-18')!.rule.provision.name).toBe('物权法 第七十六条');
	});
	test('2007年10月1日以前的，不知道当时的规则，不算', () => {
		expect(resultOf(vote({}), '2007-09-30')).toBeNull();
	});
	test('投票延续几天的，以最后一天为准', () => {
		expect(decidedOn({ until: '2020-12-31' }, '2021-01-05')).toBe('2020-12-31');
		expect(decidedOn({}, '2021-01-05')).toBe('2021-01-05');
	});
});

describe('Whatever the numbers', () => {
	const area = (n: number) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;
	const measure = (most: number) =>
		fc.tuple(fc.integer({ min: 1, max: most }), fc.nat(10_000), fc.nat(10_000), fc.nat(10_000)).map(([total, a, b, c]) => {
			const part = Math.floor((total * a) / 10_000);
			const approval = Math.floor((part * b) / 10_000);
			return { total, part, approval, silent: Math.floor(((total - part) * c) / 10_000) };
		});
	const votes = fc
		.record({
			heads: measure(100_000),
			area: measure(10_000_000_00),
			matter: fc.constantFrom('4', '5', '6', '7', '8'),
			on: fc.constantFrom(TODAY, '2019-05-18'),
		})
		.map(({ heads, area: a, matter, on }) => {
			const of = (what: 'total' | 'part' | 'approval' | 'silent') => count(area(a[what]), heads[what]);
			const vote = ownersVote({
				matter: matter as OwnersVote['matter'],
				total: of('total'),
				part: of('part'),
				for: of('approval'),
				silent: of('silent'),
			});
			return { vote, on };
		});
	const bigger = (tally: OwnersVote['for'], heads: number, more: number) => count(area(hundredths(tally.area) + more), tally.heads + heads);

	test('a threshold is reached exactly where the cross products say so', () => {
		fc.assert(
			fc.property(votes, ({ vote, on }) => {
				for (const { actual, base, share, holds } of resultOf(vote, on)!.strict.tests) {
					const [left, right] = [BigInt(actual) * BigInt(share.of), BigInt(base) * BigInt(share.part)];
					expect(holds).toBe(actual > 0 && (share.over ? left > right : left >= right));
				}
			}),
			runs,
		);
	});

	test('the required number is enough, and one head or 0.01 m² less is not', () => {
		fc.assert(
			fc.property(votes, ({ vote, on }) => {
				for (const { required, base, share } of resultOf(vote, on)!.strict.tests) {
					const reaches = (n: number) => {
						const [left, right] = [BigInt(n) * BigInt(share.of), BigInt(base) * BigInt(share.part)];
						return n > 0 && (share.over ? left > right : left >= right);
					};
					expect([reaches(required), reaches(required - 1)]).toEqual([true, false]);
				}
			}),
			runs,
		);
	});

	test('one more yes never turns a pass into a failure, whether it is a changed vote or a new one', () => {
		fc.assert(
			fc.property(votes, fc.nat(5), fc.nat(500), fc.boolean(), ({ vote, on }, heads, more, comes) => {
				const room = { heads: vote.part.heads - vote.for.heads, area: hundredths(vote.part.area) - hundredths(vote.for.area) };
				const after = comes
					? { ...vote, part: bigger(vote.part, heads, more), for: bigger(vote.for, heads, more) }
					: { ...vote, for: bigger(vote.for, Math.min(heads, room.heads), Math.min(more, room.area)) };
				if (resultOf(vote, on)!.strict.passed) expect(resultOf(after, on)!.strict.passed).toBe(true);
			}),
			runs,
		);
	});

	test('a vote and the same vote of twice as many owners with twice the area end alike', () => {
		const twice = (tally: OwnersVote['for']) => bigger(tally, tally.heads, hundredths(tally.area));
		fc.assert(
			fc.property(votes, ({ vote, on }) => {
				const double = { ...vote, total: twice(vote.total), part: twice(vote.part), for: twice(vote.for) };
				expect(resultOf(double, on)!.strict.passed).toBe(resultOf(vote, on)!.strict.passed);
			}),
			runs,
		);
	});

	test('to follow the majority never fails what passes strictly, and changes nothing where nobody was silent', () => {
		const silence = { rule: 'followMajority' as const, clause: '议事规则第九条' };
		fc.assert(
			fc.property(votes, ({ vote, on }) => {
				const result = resultOf({ ...vote, silence }, on)!;
				if (result.strict.passed) expect(resultAdopted(result).passed).toBe(true);
				const { strict, adopted } = resultOf({ ...vote, silence, silent: count('0.00', 0) }, on)!;
				expect(adopted!.tests).toEqual(strict.tests);
			}),
			runs,
		);
	});
});
