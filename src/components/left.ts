/*
 * This file and `days-left.ts` go to the browser as one small file, so they lean on nothing else: what is shared with another script
 * would become a second request.
 */

/** The day and minute in Asia/Shanghai at an instant, as the reader's own clock has it: `2026-04-18T18:00`. */
export const shanghaiTime = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16);

/**
 * How long a period still runs that closes at a minute, counted from the day (or minute) the page is shown, which it says unless that is
 * the last day.
 */
export function sayLeft(closes: string, now: string): string {
	const left = (Date.parse(closes.slice(0, 10)) - Date.parse(now.slice(0, 10))) / 86_400_000 + 1;
	const [, month, day] = now.slice(0, 10).split('-').map(Number);
	const on = `今天${month}月${day}日`;
	return now >= closes ? `${on}，已经截止` : left === 1 ? '今天是最后一天' : `${on}，还有${left}天（含今天）`;
}
