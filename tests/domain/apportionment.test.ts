import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sum } from '../../src/basics/money.ts';
import { apportion } from '../../src/domain/apportionment.ts';
import { runs } from '../properties.ts';

describe('A cost shared by area', () => {
	test.for([
		[100, [1, 1, 1], [34, 33, 33], 'of equal losses the first listed bears the odd 分'],
		[200, [1, 1, 1], [67, 67, 66], 'two odd 分 go to the first two'],
		[1_00, [5_000, 10_000], [33, 67], 'the share that lost most is rounded up'],
		[8_624_000, [96_120, 96_120, 96_120, 96_120], [2_156_000, 2_156_000, 2_156_000, 2_156_000], 'four like entrances bear the same'],
		[1, [8_000, 12_000], [0, 1], 'a single 分 goes to the larger'],
		[0, [8_000, 12_000], [0, 0], 'nothing costs nobody anything'],
		[7, [0, 12_000], [0, 7], 'what has no area bears nothing'],
		[-100, [1, 1, 1], [-34, -33, -33], 'a refund is shared like a cost'],
	] as const)('%i 分 over %j is %j: %s', ([amount, areas, shares]) => {
		expect(apportion(amount, areas)).toEqual(shares);
	});

	test('adds up where the numbers are larger than a float holds', () => {
		const areas = [99_999_999_999, 1, 33_333_333_333];
		expect(sum(apportion(9_007_199_254_740_991, areas))).toBe(9_007_199_254_740_991);
	});

	test('cannot be shared by no area', () => {
		expect(() => apportion(100, [])).toThrow();
		expect(() => apportion(100, [0, 0])).toThrow();
	});

	test('always adds up to the cost, and no share is a 分 or more away from its exact part', () => {
		const areas = fc.array(fc.integer({ min: 0, max: 10_000_000_00 }), { minLength: 1, maxLength: 40 }).filter((all) => sum(all) > 0);
		const property = fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), areas, (amount, areas) => {
			const shares = apportion(amount, areas);
			const total = BigInt(sum(areas));
			expect(sum(shares)).toBe(amount);
			for (const [i, share] of shares.entries()) {
				const off = BigInt(share) * total - BigInt(amount) * BigInt(areas[i]!);
				expect(off < total && -off < total).toBe(true);
			}
		});
		fc.assert(property, runs);
	});

	test('never asks less of a larger area, and nothing of the order decides but a tie', () => {
		const areas = fc.uniqueArray(fc.integer({ min: 1, max: 20_000_00 }), { minLength: 1, maxLength: 30 });
		const property = fc.property(fc.nat(10 ** 10), areas, (amount, areas) => {
			const largest = [...areas].sort((a, b) => b - a);
			const shares = apportion(amount, largest);
			expect(shares).toEqual([...shares].sort((a, b) => b - a));
			expect(sum(apportion(amount, areas))).toBe(sum(shares));
		});
		fc.assert(property, runs);
	});
});
