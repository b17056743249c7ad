/** Commas between the thousands of a run of digits: `12800` → `12,800`. */
export const withCommas = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** `15749` → `15,749`, `69.3` → `69.3`; a minus is the full-width `－`. */
export function grouped(value: number): string {
	const [whole, rest] = String(Math.abs(value)).split('.') as [string, string?];
	return `${value < 0 ? '－' : ''}${withCommas(whole)}${rest ? `.${rest}` : ''}`;
}

/**
 * A sum or difference of figures without what binary fractions leave behind: 0.1 + 0.2 is 0.3. Tenths of thousandths are beyond any
 * source. Never for money or areas, which are whole numbers.
 */
export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** The share of a whole as a page says it, `70.4%`, to a tenth; `—` of nothing. For reading, never for deciding. */
export const share = (part: number, whole: number): string => (whole ? `${Math.round((part / whole) * 1000) / 10}%` : '—');
