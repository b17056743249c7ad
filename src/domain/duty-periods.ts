/** The periods over which a duty recurs. */
import { addDays, type Day, periodDays } from '../basics/days.ts';
import type { frequencies } from '../schema/rulepacks.ts';

export type Recurring = Exclude<keyof typeof frequencies, 'perEvent' | 'standing'>;

/** How many months a period has. */
const months = { monthly: 1, quarterly: 3, halfYearly: 6, yearly: 12 } as const;

/** The periods that end on or after a day and have begun: of a community that joins in August, the third quarter is its first. */
export function periodsFrom(frequency: Recurring, since: Day, hasCome: (day: Day) => boolean): string[] {
	const found: string[] = [];
	for (let period = periodOf(frequency, since); hasCome(periodDays(period).first); period = periodOf(frequency, after(period)))
		found.push(period);
	return found;
}

const after = (period: string): Day => addDays(periodDays(period).last, 1);

/** The period in which a day lies: `2026-Q2` for 2026-04-13. */
export function periodOf(frequency: Recurring, day: Day): string {
	const [year, month] = day.split('-') as [string, string];
	const n = Math.ceil(Number(month) / months[frequency]);
	return { monthly: `${year}-${month}`, quarterly: `${year}-Q${n}`, halfYearly: `${year}-H${n}`, yearly: year }[frequency];
}

/** How often what has this period recurs: `2026-Q2` is quarterly. */
export const frequencyOf = (period: string): Recurring =>
	period.length === 4 ? 'yearly' : period[5] === 'Q' ? 'quarterly' : period[5] === 'H' ? 'halfYearly' : 'monthly';

/** Whether a day lies in a period. */
export function within(period: string, day: Day): boolean {
	const { first, last } = periodDays(period);
	return day >= first && day <= last;
}

/** Whether a period lies in a longer one. */
export const isPart = (period: string, part: string): boolean =>
	months[frequencyOf(part)] < months[frequencyOf(period)] && within(period, periodDays(part).first);

/** Whether parts of one kind together make up a period: four quarters a year. */
export function makeUp(period: string, parts: readonly string[]): boolean {
	const kinds = Object.values(Object.groupBy(new Set(parts), frequencyOf)) as string[][];
	return kinds.some((same) => same.length * months[frequencyOf(same[0]!)] === months[frequencyOf(period)]);
}
