/** What follows from an assessment: whether its items come to its score, what several assessors' scores come to, who held a flag when. */
import type { Day } from '../basics/days.ts';
import { rounded } from '../basics/numbers.ts';
import type { Assessment } from '../schema/assessments.ts';

/** One half of a scorecard, of 100. */
export type Half = NonNullable<Assessment['party']>;
/** Whoever gives a score. */
export type Assessor = Assessment['assessors'][number];

/** The full mark of each half. */
export const FULL = 100;

/** The arithmetic of a half: `18＋27＝45`; null without items. */
export function sumOfItems({ score, items }: Half): { said: string; total: number; full: number; holds: boolean } | null {
	if (!items.length) return null;
	const total = rounded(items.reduce((all, item) => all + item.score, 0));
	const full = rounded(items.reduce((all, item) => all + item.full, 0));
	return { said: `${items.map((item) => item.score).join('＋')}＝${total}`, total, full, holds: total === score };
}

/** The score several assessors come to by their weights: `88×60%＋92×40%＝89.6`; null unless each has a score and a weight. */
export function weighted(assessors: readonly Assessor[]): { said: string; score: number } | null {
	const parts = assessors.flatMap(({ score, weight }) => (score === undefined || weight === undefined ? [] : [{ score, weight }]));
	if (parts.length < 2 || parts.length < assessors.length) return null;
	const score = rounded(parts.reduce((all, part) => all + part.score * part.weight, 0) / 100);
	return { said: `${parts.map((part) => `${part.score}×${part.weight}%`).join('＋')}＝${score}`, score };
}

/** A flag in somebody's hands: from a day to a day, both included; without an end it is still there, or went on to the next holder. */
export interface Holding {
	id: string;
	name: string;
	holder: string;
	from: Day;
	until: Day | null;
}

/** Pairs of holdings of the same flag that share a day. One without an end lasts until the next one of that flag begins. */
export function overlapsOf(holdings: readonly Holding[]): { first: Holding; second: Holding }[] {
	return [...Map.groupBy(holdings, ({ name }) => name).values()].flatMap((same) => {
		const inOrder = [...same].sort((a, b) => (`${a.from} ${a.id}` < `${b.from} ${b.id}` ? -1 : 1));
		return inOrder.flatMap((second, i) =>
			inOrder
				.slice(0, i)
				.filter((first) => first.from === second.from || (first.until !== null && first.until >= second.from))
				.map((first) => ({ first, second })),
		);
	});
}
