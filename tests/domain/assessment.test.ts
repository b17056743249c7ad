import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/basics/days.ts';
import { type Holding, overlapsOf, sumOfItems, weighted } from '../../src/domain/assessment.ts';
import { runs } from '../properties.ts';

const half = (score: number, ...items: [number, number][]) => ({
	score,
	items: items.map(([full, score], i) => ({ what: `第${i + 1}项`, full, score })),
});
const assessor = (score?: number, weight?: number) => ({
	who: 'neighbourhood' as const,
	name: '社区',
	...(score === undefined ? {} : { score }),
	...(weight === undefined ? {} : { weight }),
});

describe('A half of a scorecard', () => {
	test('is the sum of its items, halves of a point and all', () => {
		expect(sumOfItems(half(45.5, [20, 18.5], [30, 27]))).toEqual({ said: '18.5＋27＝45.5', total: 45.5, full: 50, holds: true });
		expect(sumOfItems(half(46, [20, 18.5], [30, 27]))).toMatchObject({ holds: false });
	});

	test('without items is only a number', () => {
		expect(sumOfItems(half(90))).toBeNull();
	});
});

describe('What several assessors come to', () => {
	test('is said as arithmetic', () => {
		expect(weighted([assessor(88, 60), assessor(92, 40)])).toEqual({ said: '88×60%＋92×40%＝89.6', score: 89.6 });
	});

	test('is nothing where a score or a weight is missing, or where there is only one', () => {
		expect(weighted([assessor(88, 60), assessor(undefined, 40)])).toBeNull();
		expect(weighted([assessor(88), assessor(92)])).toBeNull();
		expect(weighted([assessor(88, 100)])).toBeNull();
	});
});

describe('A flag', () => {
	const held = (id: string, from: string, until: string | null = null, name = '流动红旗'): Holding => ({
		id,
		name,
		holder: id,
		from,
		until,
	});
	test.for<[string, Holding[], number]>([
		['goes from one to the next', [held('a', '2026-01-01', '2026-03-31'), held('b', '2026-04-01')], 0],
		['without an end goes on to the next', [held('a', '2026-01-01'), held('b', '2026-04-01')], 0],
		['is not with two on one day', [held('a', '2026-01-01', '2026-04-01'), held('b', '2026-04-01')], 1],
		['is not given twice on one day', [held('a', '2026-01-01'), held('b', '2026-01-01')], 1],
		['of another name is another flag', [held('a', '2026-01-01', '2026-12-31'), held('b', '2026-04-01', null, '服务之星')], 0],
	])('%s', ([, holdings, n]) => {
		expect(overlapsOf(holdings)).toHaveLength(n);
	});

	test('handed on the day after never overlaps; one day less always does', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 2, maxLength: 8 }),
				fc.integer({ min: 0, max: 7 }),
				(lengths, at) => {
					const starts = lengths.map((_, i) => addDays('2026-01-01', sum(lengths.slice(0, i))));
					const end = addDays('2026-01-01', sum(lengths));
					const holdings = lengths.map((_, i) => held(`h${i}`, starts[i]!, addDays(starts[i + 1] ?? end, -1)));
					expect(overlapsOf(holdings)).toEqual([]);
					const longer = holdings.map((one, i) => (i === at % (lengths.length - 1) ? { ...one, until: addDays(one.until!, 1) } : one));
					expect(overlapsOf(longer)).toHaveLength(1);
				},
			),
			runs,
		);
	});
});

const sum = (lengths: readonly number[]) => lengths.reduce((a, b) => a + b, 0);
