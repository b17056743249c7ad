/** What follows from a statistic: whether its parts come to its total, said as arithmetic, and the shares it has in others. */
import { grouped, rounded, share } from '../basics/numbers.ts';
import type { Statistic } from '../schema/statistics.ts';

/** One figure of a statistic, with the parts it is made of if it has any. */
export type Measure = Statistic['measures'][number];

/** The arithmetic of a total: `8＋5＋57＋11＝81`; null for a figure without parts. `off` is what the parts are more than the total. */
export function sumOf({ value, parts }: Pick<Measure, 'value' | 'parts'>): { said: string; holds: boolean; off: number } | null {
	if (!parts.length) return null;
	const total = rounded(parts.reduce((sum, part) => sum + part.value, 0));
	const off = rounded(total - value);
	return { said: `${parts.map((part) => grouped(part.value)).join('＋')}＝${grouped(total)}`, holds: off === 0, off };
}

/** The share a measure has in the one it is `of`, with both counts: 338 of 488 is `69.3%`; null where it is of none that is there. */
export function shareOf(measure: Measure, measures: readonly Measure[]): { said: string; percent: string; of: Measure } | null {
	const of = measures.find(({ name }) => name === measure.of);
	if (!of?.value || of === measure || of.unit !== measure.unit) return null;
	const percent = share(measure.value, of.value);
	return { said: `${grouped(measure.value)}÷${grouped(of.value)}＝${percent}`, percent, of };
}
