/*
 * This file and `days-left.ts` go to the browser as one small file, so they lean on nothing else: what is shared with another script
 * would become a second request.
 */

/** The day in Asia/Shanghai at an instant, as the reader's own clock has it. */
export const shanghaiDay = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);

/** How long a period still runs, counted from the day the page is shown, which it says unless that is the last day. */
export function sayLeft(closesOn: string, today: string): string {
	const left = (Date.parse(closesOn) - Date.parse(today)) / 86_400_000 + 1;
	const [, month, day] = today.split('-').map(Number);
	const on = `今天${month}月${day}日`;
	return left < 1 ? `${on}，已经截止` : left === 1 ? '今天是最后一天' : `${on}，还有${left}天（含今天）`;
}
