import { addDays, type Day, daysBetween, weekday } from '../../basics/days.ts';
import { isWorked, type LastDay } from '../../domain/notice-period.ts';
import type { RestDays } from '../../law/rest-days.ts';

/** A day on the wall calendar of a period. `state`: outside it or not counted, counted, the last day; `gone` when it is over. */
export interface CalendarDay {
	day: Day;
	number: number;
	state: '' | 'in' | 'end';
	gone: boolean;
	today: boolean;
	/** 张贴, 重贴, 今天, 第7天, 顺延, 截止, 休 and 班, or the month where one begins */
	note: string;
}

/** The period of a notice: when it was posted, its last day, how long it was to be, and how that was counted. */
export interface Period {
	postedOn: Day;
	closesOn: Day;
	days: number;
	unit: 'calendar' | 'working';
	counted: LastDay;
}

/**
 * The weeks from the day of posting to the last day, Monday first. The day of posting does not count, nor what came before a change that
 * began it anew, nor a day of rest in a period of working days. The last regular day is named, and those after it are 顺延; holidays are
 * 休 and the weekend days worked for them 班. Without `today` all of it lies in the past.
 */
export function calendarOf({ postedOn, closesOn, days, unit, counted }: Period, today: Day | null, rest: RestDays): CalendarDay[][] {
	const first = addDays(postedOn, -((weekday(postedOn) + 6) % 7));
	const weeks = Math.floor(daysBetween(first, closesOn) / 7) + 1;
	const { from, regular } = counted;
	const rolls = counted.passedOver.length > 0;
	const counts = (day: Day) => day > from && (unit === 'calendar' || isWorked(day, rest));

	const note = (day: Day): string => {
		if (day === closesOn) return '截止';
		if (day === today) return '今天';
		if (day === postedOn) return '张贴';
		if (day === from) return '重贴';
		if (rolls && day === regular) return `第${days}天`;
		if (rolls && day > regular && day < closesOn) return '顺延';
		const kind = day > postedOn && day < closesOn ? rest.of(day) : 'working';
		if (kind === 'adjusted') return '班';
		if (kind === 'holiday' || (kind === 'weekend' && unit === 'working')) return '休';
		return day.endsWith('-01') ? `${Number(day.slice(5, 7))}月` : '';
	};
	const said = (day: Day): CalendarDay => ({
		day,
		number: Number(day.slice(8)),
		state: day === closesOn ? 'end' : day < closesOn && counts(day) ? 'in' : '',
		gone: (counts(day) || day === closesOn) && day <= closesOn && (today === null || day < today),
		today: day === today,
		note: note(day),
	});
	return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_, i) => said(addDays(first, week * 7 + i))));
}

/** `2026年4月`, `2026年4月至5月`, `2025年12月至2026年1月` */
export function calendarTitle({ postedOn, closesOn }: Pick<Period, 'postedOn' | 'closesOn'>): string {
	const [year, month] = postedOn.split('-').map(Number);
	const [lastYear, lastMonth] = closesOn.split('-').map(Number);
	if (year !== lastYear) return `${year}年${month}月至${lastYear}年${lastMonth}月`;
	return month === lastMonth ? `${year}年${month}月` : `${year}年${month}月至${lastMonth}月`;
}
