/** A calendar day as text, `2026-03-10`, always of Asia/Shanghai. Text sorts as the calendar does. */
export type Day = string;

const DAY_MS = 86_400_000;

/** Whether the text is a day that exists: `2026-02-30` is not. */
export function isDay(text: unknown): text is Day {
	if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const [year, month, date] = text.split('-').map(Number) as [number, number, number];
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return date >= 1 && date <= (month === 2 && isLeap ? 29 : (LENGTHS[month - 1] ?? 0));
}

/** How many days each month has, when the year is no leap year. */
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day `n` days later (earlier when negative). */
export function addDays(day: Day, n: number): Day {
	const date = Number(day.slice(8)) + n;
	// Every month has four weeks: among them nothing turns.
	if (date >= 1 && date <= 28) return day.slice(0, 8) + String(date).padStart(2, '0');
	return new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one day to another: 0 for the same day, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;

/** Day of the week, 0 for Sunday. */
export const weekday = (day: Day): number => new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay();

/** `周三` */
export const weekdayName = (day: Day): string => `周${'日一二三四五六'[weekday(day)]}`;

/** The day in Asia/Shanghai at an instant given in milliseconds since 1970. */
export const dayInShanghai = (instant: number): Day => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);

/** `2026年4月13日`; without the year when it is the year of `today`. */
export function chineseDay(day: Day, today?: Day): string {
	const [y, m, d] = day.split('-').map(Number);
	return today?.slice(0, 4) === day.slice(0, 4) ? `${m}月${d}日` : `${y}年${m}月${d}日`;
}

/** How a period is written: `2026-Q1`, `2026-H2`, `2026-03` or `2026`. */
export const PERIOD = /^\d{4}(?:-(?:Q[1-4]|H[12]|0[1-9]|1[0-2]))?$/;

/** The first and the last day of a period: `2026-Q1`, `2026-H2`, `2026-03` or `2026`. */
export function periodDays(period: string): { first: Day; last: Day } {
	const [year, part] = period.split('-') as [string, string | undefined];
	const [from, months] = !part
		? [1, 12]
		: part[0] === 'Q'
			? [Number(part[1]) * 3 - 2, 3]
			: part[0] === 'H'
				? [Number(part[1]) * 6 - 5, 6]
				: [Number(part), 1];
	const first = `${year}-${String(from).padStart(2, '0')}-01`;
	const next = from + months > 12 ? `${Number(year) + 1}-01-01` : `${year}-${String(from + months).padStart(2, '0')}-01`;
	return { first, last: addDays(next, -1) };
}

/** `2026年第一季度`, `2026年上半年`, `2026年3月`, `2026年`. */
export const chinesePeriod = (period: string): string =>
	`${period.slice(0, 4)}年${period[5] === 'Q' ? '第' : ''}${periodInYear(period) ?? ''}`;

/** A period without its year: `一季度`, `上半年`, `3月`; null for a whole year. */
export function periodInYear(period: string): string | null {
	const [, part] = period.split('-') as [string, string | undefined];
	if (!part) return null;
	if (part[0] === 'Q') return `${'一二三四'[Number(part[1]) - 1]}季度`;
	if (part[0] === 'H') return `${part[1] === '1' ? '上' : '下'}半年`;
	return `${Number(part)}月`;
}

/** The period of the same length just before: `2026-Q1` → `2025-Q4`. */
export function periodBefore(period: string): string {
	const [year, part] = period.split('-') as [string, string | undefined];
	const y = Number(year);
	if (!part) return String(y - 1);
	const [letter, n, most] =
		part[0] === 'Q' ? ['Q', Number(part[1]), 4] : part[0] === 'H' ? ['H', Number(part[1]), 2] : ['', Number(part), 12];
	const [py, pn] = n === 1 ? [y - 1, most] : [y, n - 1];
	return `${py}-${letter}${letter ? pn : String(pn).padStart(2, '0')}`;
}
