import { type Fen, yuan } from '../basics/money.ts';
import type { Category } from './categories.ts';

/** One bar of a list whose words are HTML: the name, the amount as shown, and the bar’s width in per cent to a tenth. */
export interface ShareBar {
	name: string;
	amount: string;
	width: string;
}

/**
 * Bars for a list of amounts in 分, the largest first. Widths are shares of the largest amount, or of `full`, so that two lists side by side
 * (income, expense) have one scale. A negative amount has no width; its sign stands in its amount.
 */
export function shareBars(categories: readonly Category[], full: Fen = Math.max(0, ...categories.map(({ amount }) => amount))): ShareBar[] {
	return [...categories]
		.sort((a, b) => b.amount - a.amount)
		.map(({ name, amount }) => ({ name, amount: yuan(amount), width: percent(amount, full) }));
}

/** Tenths of a per cent, never past the whole; what is there at all is never quite invisible. */
function percent(amount: Fen, full: Fen): string {
	if (amount <= 0 || full <= 0) return '0%';
	return `${Math.min(100, Math.max(0.1, Math.round((amount / full) * 1000) / 10)).toFixed(1)}%`;
}
