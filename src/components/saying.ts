/** How days are said on the pages. */
import { chineseDay, type Day, weekdayName } from '../basics/days.ts';
import type { Clock } from './clock.ts';

/** Whether a day lies in the year that runs; asked so that a page changes only when a year turns. */
export function isThisYear(clock: Clock, day: Day): boolean {
	const year = Number(day.slice(0, 4));
	return clock.passed(`${year}-01-01`) && !clock.passed(`${year + 1}-01-01`);
}

/** `4月13日`, with the year when it is not the one that runs nor that of the day `near`, with `（周一）` on demand. */
export function sayDay(clock: Clock, day: Day, { weekday = false, full = false, near }: Said = {}): string {
	const said = chineseDay(day, near ?? (!full && isThisYear(clock, day) ? day : undefined));
	return weekday ? `${said}（${weekdayName(day)}）` : said;
}

interface Said {
	weekday?: boolean | undefined;
	full?: boolean | undefined;
	near?: Day | undefined;
}
