import { chineseDay, type Day, daysBetween } from '../basics/days.ts';

/** How long a period still runs, as a sentence that says which day it was counted on: the page may be a day old. */
export function sayLeft(closesOn: Day, today: Day): string {
	const left = daysBetween(today, closesOn) + 1;
	const on = `今天${chineseDay(today, closesOn)}`;
	return left < 1 ? `${on}，已经截止` : left === 1 ? `${on}，是最后一天` : `${on}，还有${left}天（含今天）`;
}
