import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isKept, latestOf, outcomesOf, talliesOf } from '../../src/domain/commitment.ts';
import type { Commitment } from '../../src/schema/commitments.ts';
import { example } from '../examples.ts';
import { runs } from '../properties.ts';

const promised = (over: object = {}) => ({
	what: '急修20分钟到场',
	measure: '20分钟内到场的比例',
	unit: '%',
	direction: 'atLeast',
	target: 95,
	results: [{ period: '2026-Q1', value: 96, source: '急修单' }],
	...over,
});
const commitment = (items: object[], over: object = {}): Commitment => example('commitments', { items, from: '2026-01-01', ...over }).data;
const on = (today: string) => (day: string) => day <= today;
const said = (item: object, today: string, over: object = {}) => {
	const given = commitment([item], over);
	return outcomesOf(given.items[0]!, given, on(today)).map(({ period, state }) => `${period} ${state}`);
};

describe('A promise', () => {
	test.for<[string, string, number, number, boolean]>([
		['of no less is kept at its target', 'atLeast', 95, 95, true],
		['of no less is broken just under it', 'atLeast', 95, 94.9, false],
		['of no more is kept at its target', 'atMost', 3, 3, true],
		['of no more is broken just over it', 'atMost', 3, 4, false],
	])('%s', ([, direction, target, value, kept]) => {
		expect(isKept({ direction: direction as 'atLeast', target }, value)).toBe(kept);
	});

	test('without a result is late only thirty days after the period', () => {
		expect(said(promised(), '2026-07-30')).toEqual(['2026-Q1 kept', '2026-Q2 due']);
		expect(said(promised(), '2026-07-31')).toEqual(['2026-Q1 kept', '2026-Q2 missing']);
	});

	test('is not asked for the period in which it was signed, but a result of it counts', () => {
		expect(said(promised({ results: [] }), '2026-07-31', { from: '2026-01-03' })).toEqual(['2026-Q2 missing']);
		expect(said(promised(), '2026-04-13', { from: '2026-01-03' })).toEqual(['2026-Q1 kept']);
	});

	test('is reported on as often as it says, until it ends', () => {
		expect(said(promised({ every: 'month', results: [] }), '2026-12-31', { until: '2026-03-15' })).toEqual([
			'2026-01 missing',
			'2026-02 missing',
		]);
		expect(said(promised({ every: 'half', results: [] }), '2026-08-31')).toEqual(['2026-H1 missing']);
		expect(said(promised({ every: 'year', results: [] }), '2027-01-15')).toEqual(['2026 due']);
	});
});

describe('All promises together', () => {
	const broken = promised({ what: '普通报修两天办结', results: [{ period: '2026-Q1', value: 91, source: '报修单', note: '等配件' }] });

	test('are counted by period', () => {
		expect(talliesOf(commitment([promised(), broken, promised({ results: [] })]), on('2026-04-13'))).toEqual([
			{ period: '2026-Q1', kept: 1, broken: 1, missing: 0, due: 1 },
		]);
	});

	test('have a latest period with results', () => {
		expect(latestOf(commitment([promised(), broken]))).toEqual({ period: '2026-Q1', kept: 1, of: 2 });
		expect(latestOf(commitment([promised({ results: [] })]))).toBeNull();
	});

	test('never count a promise twice or lose one', () => {
		const periods = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];
		const item = fc.record({
			direction: fc.constantFrom('atLeast', 'atMost'),
			target: fc.integer({ min: 0, max: 100 }),
			results: fc.subarray(periods),
		});
		fc.assert(
			fc.property(
				fc.array(item, { minLength: 1, maxLength: 6 }),
				fc.constantFrom('2026-03-31', '2026-05-20', '2026-12-31', '2027-02-01'),
				(items, today) => {
					const given = commitment(
						items.map(({ results, ...item }) =>
							promised({ ...item, results: results.map((period, i) => ({ period, value: i * 30, source: '表' })) }),
						),
					);
					const outcomes = given.items.flatMap((one) => outcomesOf(one, given, on(today)));
					const tallied = talliesOf(given, on(today)).reduce(
						(all, { kept, broken, missing, due }) => all + kept + broken + missing + due,
						0,
					);
					expect(tallied).toBe(outcomes.length);
					expect(outcomes.filter(({ value }) => value !== null).length).toBe(items.reduce((all, { results }) => all + results.length, 0));
				},
			),
			runs,
		);
	});
});
