import type { Fen } from '../basics/money.ts';

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

/** `1514` → `1,514`, `69.3` → `69.3`. */
export function grouped(value: number): string {
	const [whole, rest] = String(Math.abs(value)).split('.') as [string, string?];
	return `${value < 0 ? '－' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest ? `.${rest}` : ''}`;
}

/** The share of a whole as a page says it, `70.4%`, to a tenth; `—` of nothing. */
export const share = (part: number, whole: number): string => (whole ? `${Math.round((part / whole) * 1000) / 10}%` : '—');
