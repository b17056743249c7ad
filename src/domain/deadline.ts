/** By when something is to be done that is asked for within so many days: the one way to count it, for every rule that has such a number. */
import { addDays, chineseDay, type Day } from '../basics/days.ts';
import type { Provision } from '../law/provisions.ts';
import { type RestDays, restDays } from '../law/rest-days.ts';
import { lastDay, type PeriodRule } from './notice-period.ts';

/** `last`: the last day on which it is in time. `sure`: whether the rest days are known by which it rolled over, or did not. */
export interface Deadline {
	last: Day;
	sure: boolean;
}

/**
 * The last of so many calendar days after one that does not count; a day of rest gives way to the next that is none, unless a rule says
 * otherwise. 30 days from 1 September 2023 end on 1 October, in a holiday, and so on the 7th.
 * @law 民法典 第二百零一条、第二百零三条
 */
export function deadlineOf(since: Day, days: number, { rollOver }: PeriodRule = { rollOver: true }, rest: RestDays = restDays): Deadline {
	const { last, sure } = lastDay({ postedOn: since, days, unit: 'calendar' }, { rollOver }, rest);
	return { last, sure };
}

/** No run of rest days was ever longer: where they are not known, nobody is late before so many more. */
const LONGEST_REST = 10;

/** The day by which it is certainly too late, whatever the rest days were, is the day after this one. */
export const lastPossible = ({ last, sure }: Deadline): Day => (sure ? last : addDays(last, LONGEST_REST));

/** `，最迟2026年3月13日`, where that day is certain. */
export const sayLatest = ({ last, sure }: Deadline): string => (sure ? `，最迟${chineseDay(last)}` : '');

/** A provision, which leaves room where the last day is not certain. */
export const certain = (provision: Provision, { sure }: Deadline): Provision =>
	sure ? provision : { ...provision, leavesRoom: '那一年的放假安排没有录' };
