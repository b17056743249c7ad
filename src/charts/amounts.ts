import type { Fen } from '../basics/money.ts';
import { grouped } from '../basics/numbers.ts';

/** An amount as a chart labels it: `24.2万`, `9,000`, `1.35亿`; a minus is the full-width `－`. The exact amount stands in the table. */
export function shortYuan(amount: Fen): string {
	const size = Math.abs(amount);
	const text =
		size < 999_950
			? grouped(Math.round(size / 100))
			: size < 9_999_950_000
				? `${grouped(Math.round(size / 100_000) / 10)}万`
				: `${grouped(Math.round(size / 100_000_000) / 100)}亿`;
	return amount < 0 && text !== '0' ? `－${text}` : text;
}
