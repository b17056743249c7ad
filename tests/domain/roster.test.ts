import { describe, expect, test } from 'vitest';
import {
	besideOn,
	crossPostings,
	daysThatMatter,
	everSat,
	filedAfter,
	inOffice,
	latestCome,
	monthsBefore,
	monthsLeft,
	pastMembers,
	termOn,
	vacanciesOn,
} from '../../src/domain/roster.ts';
import type { Member } from '../../src/schema/bodies.ts';
import { member, term } from '../examples.ts';

const first = term({ name: '第一届', from: '2018-06-18', until: '2023-06-17' });

test('The term that runs is the latest that has begun, in whatever order they are written', () => {
	expect(termOn({ terms: [first, term()] }, '2023-06-17').name).toBe('第一届');
	expect(termOn({ terms: [first, term()] }, '2023-06-18').name).toBe('第二届');
});

describe('A member who leaves on a day', () => {
	const roster = term({ members: [member('吕知远', { until: '2026-03-31', left: '辞任' }), member('马溪桥', { until: '2024-10-20' })] });

	test('is in office the day before and not on the day', () => {
		expect(inOffice(roster, '2026-03-30').map(({ name }) => name)).toEqual(['吕知远']);
		expect(inOffice(roster, '2026-03-31')).toEqual([]);
	});

	test('stands among past members, the last to leave first', () => {
		expect(pastMembers(roster, '2026-03-31').map(({ name }) => name)).toEqual(['吕知远', '马溪桥']);
	});
});

test('Those who do not count are listed beside: alternates in their order, then secretaries and advisers, until an alternate moves up', () => {
	const roster = term({
		members: [
			member('秘书', { seat: 'secretary' }),
			member('候补乙', { seat: 'alternate', order: 2 }),
			member('候补甲', { seat: 'alternate', order: 1, movedUpOn: '2026-04-01' }),
			member('石安'),
		],
	});
	const names = (list: Member[]) => list.map(({ name }) => name);
	expect(names(besideOn(roster, '2026-03-31'))).toEqual(['候补甲', '候补乙', '秘书']);
	expect(names(inOffice(roster, '2026-03-31'))).toEqual(['石安']);
	expect(names(besideOn(roster, '2026-04-01'))).toEqual(['候补乙', '秘书']);
	expect(names(inOffice(roster, '2026-04-01'))).toEqual(['候补甲', '石安']);
	expect(daysThatMatter({ terms: [roster] })).toContain('2026-04-01');
	expect(roster.members.filter(everSat).map(({ name }) => name)).toEqual(['候补甲', '石安']);
});

test('A vacancy stands from its day until it is filled', () => {
	const roster = term({ vacancies: [{ post: '委员', since: '2026-03-31', until: '2026-06-20' }] });
	expect(
		[vacanciesOn(roster, '2026-03-30'), vacanciesOn(roster, '2026-06-19'), vacanciesOn(roster, '2026-06-20')].map((v) => v.length),
	).toEqual([0, 1, 0]);
});

describe('A page that must not be made anew each morning', () => {
	test('takes the latest day that matters and has come for today, and asks about no earlier one', () => {
		const asked: string[] = [];
		const hasCome = (day: string) => asked.push(day) > 0 && day <= '2026-04-13';
		expect(latestCome(['2018-06-18', '2023-06-18', '2028-06-17', '2026-03-31', '2026-03-31'], hasCome)).toBe('2026-03-31');
		expect(asked).toEqual(['2028-06-17', '2026-03-31']);
	});

	test('gets the same roster on every day until the next that matters', () => {
		const body = {
			terms: [
				first,
				term({ members: [member('沈望舒'), member('郑一禾', { from: '2024-12-08' }), member('吕知远', { until: '2026-03-31' })] }),
			],
		};
		for (const today of ['2023-06-17', '2024-12-07', '2024-12-08', '2026-03-30', '2026-03-31', '2027-01-01']) {
			const on = latestCome(daysThatMatter(body), (day) => day <= today)!;
			expect(inOffice(termOn(body, on), on), today).toEqual(inOffice(termOn(body, today), today));
		}
	});
});

describe('Months left of a term that ends on 17 June 2028', () => {
	test.for([
		{ today: '2026-04-13', left: 26 },
		{ today: '2026-04-17', left: 26 },
		{ today: '2026-04-18', left: 25 },
		{ today: '2028-06-17', left: 0 },
		{ today: '2028-06-18', left: null },
	])('on $today are $left', ({ today, left }) => {
		expect(monthsLeft('2028-06-17', (day) => day <= today)).toBe(left);
	});
});

test('A month before the end of March is the end of February', () => {
	expect(monthsBefore('2028-03-31', 1)).toBe('2028-02-29');
	expect(monthsBefore('2028-01-15', 13)).toBe('2026-12-15');
});

test('W16: the filing is counted from the day of the election, and not from that on which the term began', () => {
	const filing = { number: '桂香备〔2023〕07号', on: '2023-07-03' };
	expect(filedAfter(term({ electedOn: '2023-06-18', filing }))).toBe(15);
	expect(filedAfter(term({ filing }))).toBeNull();
	expect(filedAfter(term())).toBeNull();
});

describe('A cross-posting', () => {
	const committee = 'bodies/a/committee';
	const branch = 'bodies/a/branch';
	const at = (body: string, post: string) => ({ body, post, from: '2023-06-18' });
	const here = (alsoAt: Member['alsoAt'] = [at(branch, '兼职委员')]) => ({
		name: '业主委员会',
		terms: [term({ members: [member('沈望舒', { post: '主任', alsoAt })] })],
	});
	const there = (members: Member[]) => ({ name: '党组织', terms: [term({ members })] });
	const seen = (body: ReturnType<typeof here>, other: ReturnType<typeof there> | null) =>
		crossPostings(committee, body, new Map([[branch, other]]), '2026-04-13');

	test.for([
		{
			halves: 'both',
			other: there([member('沈望舒', { post: '兼职委员', alsoAt: [at(committee, '主任')] })]),
			what: 'is whole when both rosters say it',
		},
		{
			halves: 'unsaid',
			other: there([member('沈望舒', { post: '兼职委员' })]),
			what: 'is half when the other lists the person and no more',
		},
		{ halves: 'absent', other: there([member('石安')]), what: 'is half when the other does not list the person' },
		{ halves: 'unknown', other: null, what: 'cannot be judged without the other roster' },
		{
			halves: 'absent',
			other: there([member('沈望舒', { until: '2026-01-01', alsoAt: [at(committee, '主任')] })]),
			what: 'is half when the person has left the other',
		},
	])('$what', ({ halves, other }) => {
		expect(seen(here(), other)).toMatchObject([{ name: '沈望舒', post: '主任', otherPost: '兼职委员', halves }]);
	});

	test('that only the other roster speaks of is shown too', () => {
		const other = there([member('沈望舒', { post: '兼职委员', alsoAt: [at(committee, '主任')] })]);
		expect(seen(here([]), other)).toMatchObject([
			{ name: '沈望舒', post: '主任', claimed: '主任', otherPost: '兼职委员', halves: 'theirs' },
		]);
	});

	test('that has ended is not shown', () => {
		expect(seen(here([{ ...at(branch, '兼职委员'), until: '2025-01-01' }]), null)).toEqual([]);
	});
});
