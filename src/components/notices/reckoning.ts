/** How the last day of a period was found, in sentences a resident can follow with a finger on the calendar. */
import { addDays, chineseDay, type Day, daysBetween, weekdayName } from '../../basics/days.ts';
import { isWorked, type LastDay } from '../../domain/notice-period.ts';
import { noticeFor, type RestDays } from '../../law/rest-days.ts';
import { periodUnits } from '../../schema/notices.ts';

interface Reckoned {
	postedOn: Day;
	closesOn: Day;
	days: number;
	unit: keyof typeof periodUnits;
	counted: LastDay;
}

/** One sentence a step: from where it counts, to which day, what was passed over, and how certain the days of rest are. */
export function reckoningOf(period: Reckoned, rest: RestDays): string[] {
	const { postedOn, closesOn, days, unit, counted } = period;
	const say = (day: Day) => `${chineseDay(day, postedOn)}（${weekdayName(day)}${rest.of(day) === 'adjusted' ? '，调休上班' : ''}）`;
	const said = [`公示${days}${periodUnits[unit]}，${say(postedOn)}张贴，张贴当天不算。`];
	if (counted.restarted) said.push(`${say(counted.from)}改了内容重新张贴，从这天重新数。`);
	said.push(`第${days}${unit === 'calendar' ? '天' : '个工作日'}是${say(counted.regular)}。`);
	const skipped = unit === 'working' ? daysOf(addDays(counted.from, 1), counted.last).filter((day) => !isWorked(day, rest)) : [];
	if (skipped.length) said.push(`中间${restIn(skipped, rest, postedOn)}不算。`);
	if (counted.passedOver.length && closesOn >= counted.last)
		said.push(`${restIn(counted.passedOver, rest, postedOn)}，顺延到${say(counted.last)}。`);
	if (closesOn > counted.last) said.push(`写明到${say(closesOn)}截止，比算出来的多${daysBetween(counted.last, closesOn)}天。`);
	if (unit === 'working' || counted.passedOver.length) said.push(...grounds(counted, closesOn));
	return said;
}

/** The notices the days of rest were taken from, or that they are not out. */
function grounds({ from, sure, last }: LastDay, closesOn: Day): string[] {
	const ends = [...new Set([from, last, closesOn].map((day) => day.slice(0, 4)))].sort();
	const years = ends.map((year) => ({ year, notice: noticeFor(`${year}-01-01`) }));
	const missing = years.filter(({ notice }) => !notice).map(({ year }) => `${year}年`);
	if (missing.length) return [`${missing.join('、')}的放假安排还没有录入，只按周末数，以公布后的为准。`];
	const unread = sure ? '' : '（节假日安排未核实）';
	return [`休息日按${years.map(({ notice }) => notice?.notice).join('、')}${unread}。`];
}

/** Days of rest in words: `2月15日至23日春节放假、2天周末` */
function restIn(days: readonly Day[], rest: RestDays, near: Day): string {
	const names = [...new Set(days.map((day) => rest.holiday(day)))].filter((name) => name !== null);
	const holidays = names.map((name) => {
		const own = days.filter((day) => rest.holiday(day) === name);
		return `${span(own[0]!, own.at(-1)!, near)}${name}放假`;
	});
	const weekends = days.filter((day) => rest.of(day) === 'weekend');
	const said =
		weekends.length > 2 ? `${weekends.length}天周末` : weekends.map((day) => `${chineseDay(day, near)}${weekdayName(day)}`).join('、');
	return [...holidays, said].filter(Boolean).join('、');
}

const span = (first: Day, last: Day, near: Day): string =>
	first === last
		? chineseDay(first, near)
		: `${chineseDay(first, near)}至${last.slice(0, 7) === first.slice(0, 7) ? `${Number(last.slice(8))}日` : chineseDay(last, near)}`;

const daysOf = (first: Day, last: Day): Day[] => Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => addDays(first, i));
