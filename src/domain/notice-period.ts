/** Until when a posted sheet is open for objection, and how that day is counted. */
import { addDays, type Day } from '../basics/days.ts';
import type { RestDays } from '../law/rest-days.ts';
import type { Notice } from '../schema/notices.ts';

/** Where a notice stands: not yet posted, open for objection, closed; one without a period hangs. */
export type NoticeState = 'ahead' | 'open' | 'closed' | 'hangs';

/** Where a notice stands on a day, asked as `hasCome`. Nobody can object to what does not hang yet. */
export function noticeState(
	{ postedOn, closesOn }: { postedOn: Day; closesOn: Day | null | undefined },
	hasCome: (day: Day) => boolean,
): NoticeState {
	if (!hasCome(postedOn)) return 'ahead';
	return closesOn ? (hasCome(addDays(closesOn, 1)) ? 'closed' : 'open') : 'hangs';
}

/** How long a notice is to hang, and from when. `changedOn`: the days on which its content was changed and it was posted anew. */
export interface Posted {
	postedOn: Day;
	changedOn?: readonly Day[];
	/** the day of posting does not count */
	days: number;
	unit: 'calendar' | 'working';
}

/** What the rules of the place say of periods: whether a last day of rest gives way to the next day that is none. */
export interface PeriodRule {
	rollOver: boolean;
}

/** The last day of a period, and how it came about. */
export interface LastDay {
	/** the day from which it counts, itself not counted: the day of posting, or of the last change */
	from: Day;
	/** whether a change began it anew */
	restarted: boolean;
	/** the last day before any roll-over */
	regular: Day;
	/** the last day, until 24:00 */
	last: Day;
	/** the days of rest at its end that were passed over */
	passedOver: readonly Day[];
	/** whether each of its days lies in a year whose schedule of rest days was read; a calendar period without roll-over needs none */
	sure: boolean;
}

/**
 * The last day of a period. Posted on 2024-03-10 for 7 days it is Sunday the 17th, and Monday the 18th where it rolls over.
 * @law 民法典 第二百条至第二百零四条
 */
export function lastDay({ postedOn, changedOn = [], days, unit }: Posted, { rollOver }: PeriodRule, rest: RestDays): LastDay {
	const from = [postedOn, ...changedOn].reduce((a, b) => (a > b ? a : b));
	const regular = unit === 'calendar' ? addDays(from, days) : workingDayAfter(from, days, rest);
	const passedOver = rollOver ? restFrom(regular, rest) : [];
	const last = addDays(regular, passedOver.length);
	const counts = unit === 'working' ? [from, last] : rollOver ? [regular, last] : [];
	return { from, restarted: from !== postedOn, regular, last, passedOver, sure: counts.every((day) => rest.sure(day)) };
}

/** Nothing is posted for objection longer than this: a larger number is a slip of the pen. */
export const MOST_DAYS = 366;

/** The period of a notice as it is counted, rolling over if it says so or as `rule` has it; null where it has none. */
export function lastDayOf(
	{ postedOn, period, changes }: Pick<Notice, 'postedOn' | 'period' | 'changes'>,
	rest: RestDays,
	rule?: PeriodRule,
): LastDay | null {
	if (!period || period.days < 1 || period.days > MOST_DAYS) return null;
	const changedOn = changes.filter(({ restarts }) => restarts).map(({ on }) => on);
	return lastDay({ postedOn, changedOn, days: period.days, unit: period.unit }, rule ?? { rollOver: period.rolledOver }, rest);
}

/**
 * The latest day on which a sheet may be posted for a meeting or a vote that begins on `event`, `days` before it. The day of posting does
 * not count; with `clear` the day of the event does not either, which is the safer reading of “15日前”.
 */
export function latestPosting(event: Day, days: number, unit: Posted['unit'], rest: RestDays, { clear = false } = {}): Day {
	let day = clear ? addDays(event, -1) : event;
	if (unit === 'calendar') return addDays(day, -days);
	for (let left = days; left > 0; day = addDays(day, -1)) if (isWorked(day, rest)) left -= 1;
	return day;
}

/** Whether people work on a day. */
export const isWorked = (day: Day, rest: RestDays): boolean => rest.of(day) === 'working' || rest.of(day) === 'adjusted';

function workingDayAfter(from: Day, days: number, rest: RestDays): Day {
	let day = from;
	for (let left = days; left > 0; ) {
		day = addDays(day, 1);
		if (isWorked(day, rest)) left -= 1;
	}
	return day;
}

function restFrom(day: Day, rest: RestDays): Day[] {
	const found: Day[] = [];
	for (let at = day; !isWorked(at, rest); at = addDays(at, 1)) found.push(at);
	return found;
}
