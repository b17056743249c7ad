/** What follows from a statistic: whether its parts come to its total, said as arithmetic, and the shares it has in others. */
import type { Statistic } from '../schema/statistics.ts';

export type Measure = Statistic['measures'][number];

/** The arithmetic of a total: `8＋5＋57＋11＝81`; null for a figure without parts. `off` is what the parts are more than the total. */
export function sumOf({ value, parts }: Pick<Measure, 'value' | 'parts'>): { said: string; holds: boolean; off: number } | null {
	if (!parts.length) return null;
	// Figures may carry a decimal; tenths of thousandths are beyond any source and keep 0.1 + 0.2 from failing to be 0.3.
	const total = rounded(parts.reduce((sum, part) => sum + part.value, 0));
	const off = rounded(total - value);
	return { said: `${parts.map((part) => number(part.value)).join('＋')}＝${number(total)}`, holds: off === 0, off };
}

/** The share a measure has in the one it is `of`, with both counts: 338 of 488 is `69.3%`; null where it is of none that is there. */
export function shareOf(measure: Measure, measures: readonly Measure[]): { said: string; percent: string; of: Measure } | null {
	const of = measures.find(({ name }) => name === measure.of);
	if (!of?.value || of === measure || of.unit !== measure.unit) return null;
	const percent = `${rounded((measure.value / of.value) * 100, 1)}%`;
	return { said: `${number(measure.value)}÷${number(of.value)}＝${percent}`, percent, of };
}

/** `15749` → `15,749`, `69.3` → `69.3`; a minus is the full-width `－`. */
export function number(value: number): string {
	const [whole, rest] = String(Math.abs(value)).split('.') as [string, string?];
	return `${value < 0 ? '－' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest ? `.${rest}` : ''}`;
}

const rounded = (value: number, digits = 4): number => Math.round(value * 10 ** digits) / 10 ** digits;
