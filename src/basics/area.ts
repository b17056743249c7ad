import { withCommas } from './numbers.ts';

/** Areas are text in m² with two digits (`"86412.60"`) in a record, and whole hundredths of a m² in arithmetic. */
export type Hundredths = number;

/** How an area is written in a record. */
export const AREA = /^\d{1,11}\.\d{2}$/;

/** `"86412.60"` → 8641260. Throws on anything else. */
export function hundredths(area: string): Hundredths {
	if (!AREA.test(area)) throw new Error(`not an area in m² with two digits: ${area}`);
	return Number(area.replace('.', ''));
}

/** 8641260 → `86,412.60` */
export function squareMetres(area: Hundredths): string {
	const digits = String(area).padStart(3, '0');
	return `${withCommas(digits.slice(0, -2))}.${digits.slice(-2)}`;
}
