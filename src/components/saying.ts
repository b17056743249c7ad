/** How days are said on the pages. */
import { chineseDay, type Day, weekdayName } from '../basics/days.ts';

/** What is asked of the clock: whether a day has come. */
interface Clock {
	passed(day: Day): boolean;
}

/** Whether a day lies in the year that runs; asked so that a page changes only when a year turns. */
export function isThisYear(clock: Clock, day: Day): boolean {
	const year = Number(day.slice(0, 4));
	return clock.passed(`${year}-01-01`) && !clock.passed(`${year + 1}-01-01`);
}

/** `4月13日`, with the year when it is not the one that runs, with `（周一）` on demand. */
export function sayDay(clock: Clock, day: Day, { weekday = false, full = false } = {}): string {
	const said = chineseDay(day, !full && isThisYear(clock, day) ? day : undefined);
	return weekday ? `${said}（${weekdayName(day)}）` : said;
}
