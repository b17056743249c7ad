/** Who bears how much of a cost: shares by area, in whole 分, that add up to the cost. */
import type { Hundredths } from '../basics/area.ts';
import type { Fen } from '../basics/money.ts';

/**
 * What each area bears of an amount in 分. Every share is first rounded down; the 分 that are left go one by one to the shares that lost
 * most, and of equal losses to the one listed first. A refund (below zero) is shared like a cost. Throws where there is no area at all.
 * @law 民法典 第二百八十三条
 */
export function apportion(amount: Fen, areas: readonly Hundredths[]): Fen[] {
	const total = areas.reduce((all, area) => all + BigInt(area), 0n);
	if (total <= 0n) throw new Error('nothing to apportion by: the areas add up to nothing');
	const whole = BigInt(Math.abs(amount));
	const shares = areas.map((area, i) => ({ i, down: (whole * BigInt(area)) / total, lost: (whole * BigInt(area)) % total }));
	const left = Number(whole - shares.reduce((all, { down }) => all + down, 0n));
	const more = new Set(
		[...shares]
			.sort((a, b) => (a.lost === b.lost ? a.i - b.i : a.lost > b.lost ? -1 : 1))
			.slice(0, left)
			.map(({ i }) => i),
	);
	return shares.map(({ i, down }) => (amount < 0 ? -1 : 1) * (Number(down) + (more.has(i) ? 1 : 0)) + 0);
}
