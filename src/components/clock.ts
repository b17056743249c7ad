/** What holds now, asked of the clock day by day, so that a page changes only when one of these days comes. */
import { addDays, type Day } from '../basics/days.ts';
import type { CardOf } from '../domain/card.ts';
import { type NoticeState, noticeState } from '../domain/notice-period.ts';
import { latestBegun, runs } from '../domain/roster.ts';

/** What can be asked whether a day has come: the store of a page. */
export interface Clock {
	passed(day: Day): boolean;
}

/**
 * The same clock, asked less often: what has come by a day has come by every later one, so only days between the latest that is known to
 * have come and the earliest that is known not to are asked. A page that asks of hundreds of days then hangs on a few.
 */
export function sparing(clock: Clock): (day: Day) => boolean {
	let come = '';
	let ahead = '9999-99-99';
	return (day) => {
		if (day > come && day < ahead) {
			if (clock.passed(day)) come = day;
			else ahead = day;
		}
		return day <= come;
	};
}

/** Whether a last day has not gone by. */
export const isAhead = (clock: Clock, last: Day): boolean => !clock.passed(addDays(last, 1));

/** Where a notice stands now, by its card. */
export const stateOf = (clock: Clock, { day, closesOn }: Pick<CardOf<'notices'>, 'day' | 'closesOn'>): NoticeState =>
	noticeState({ postedOn: day, closesOn }, (on) => clock.passed(on));

/** Whether what lasts from a day until another (not counted) holds now. */
export const holds = (clock: Clock, posting: Parameters<typeof runs>[0]): boolean => runs(posting, (day) => clock.passed(day));

/** The latest term that has begun; the first listed if none has. */
export const currentTerm = <T extends { from: Day }>(clock: Clock, terms: readonly T[]): T =>
	latestBegun(terms, (day) => clock.passed(day));
