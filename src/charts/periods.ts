import { chineseDay, chinesePeriod, daysBetween, isDay, PERIOD, periodInYear } from '../basics/days.ts';

/** What a point on the time axis is called in a table: `2026年第一季度`, `2026年3月31日`; text that is no period stays as it is. */
export const periodName = (id: string): string => (isDay(id) ? chineseDay(id) : PERIOD.test(id) ? chinesePeriod(id) : id);

/**
 * The labels under an axis, one per point: the short name, with the year below where it is new.
 * Where days stand too close (too little `room` in px for each) their labels stack, `3月` over `10日`; where that is not enough, some points go without.
 */
export function axisLabels(ids: readonly string[], room: number, width: (text: string) => number): string[][] {
	const flat = ids.map((id) => [shortName(id)]);
	const stacked = ids.map((id) => (isDay(id) ? shortName(id).split(/(?<=月)/) : [shortName(id)]));
	const widest = (labels: string[][]) => Math.max(0, ...labels.flat().map(width)) + 6;
	const names = widest(flat) <= room ? flat : stacked;
	const every = EVERY.find((n) => n * room >= widest(names)) ?? ids.length;
	const onBeat = ids.map((id, index) => (place(id) ?? index) % every === 0);
	let year = '';
	return ids.map((id, index) => {
		if (onBeat.includes(true) ? !onBeat[index] : index) return [];
		const isNew = yearOf(id) !== year;
		year = yearOf(id);
		return isNew && year ? [...names[index]!, year] : names[index]!;
	});
}

/** The first day of each month from one day to another, both included when they are one. */
export function monthStarts(first: string, last: string): string[] {
	const starts: string[] = [];
	for (let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))]; ; ) {
		const day = `${year}-${String(month).padStart(2, '0')}-01`;
		if (daysBetween(day, last) < 0) return starts;
		if (day >= first) starts.push(day);
		[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
	}
}

/** How many points share one label; from January or the first quarter on, since each divides a year. */
const EVERY = [1, 2, 3, 4, 6, 12, 24, 48];

/** `一季度`, `上半年`, `3月`, `3月31日`, `2026年`. */
const shortName = (id: string): string => (isDay(id) ? chineseDay(id, id) : PERIOD.test(id) ? (periodInYear(id) ?? chinesePeriod(id)) : id);

const yearOf = (id: string): string => (/^\d{4}-/.test(id) && periodName(id) !== id ? `${id.slice(0, 4)}年` : '');

/** Where a month or a quarter stands in the run of all of them, so that January gets its label; null for what has no such place. */
function place(id: string): number | null {
	const [, year, letter, n] = /^(\d{4})-(Q|H|)(\d{1,2})$/.exec(id) ?? [];
	return year === undefined ? null : Number(year) * (letter === 'Q' ? 4 : letter === 'H' ? 2 : 12) + Number(n) - 1;
}
