import { expect, test } from 'vitest';
import { calendarOf, calendarTitle, type Period } from '../../src/components/notices/calendar.ts';
import { lastDay } from '../../src/domain/notice-period.ts';
import { restDays } from '../../src/law/rest-days.ts';

const periodOf = (postedOn: string, days: number, unit: Period['unit'], rollOver: boolean, ...changedOn: string[]): Period => {
	const counted = lastDay({ postedOn, changedOn, days, unit }, { rollOver }, restDays);
	return { postedOn, closesOn: counted.last, days, unit, counted };
};
const period = periodOf('2026-04-11', 7, 'calendar', true);

/** The days that have something to say, in the order of the calendar. */
const said = (today: string | null, of = period) =>
	calendarOf(of, today, restDays)
		.flat()
		.filter(({ state, note }) => state || note)
		.map(({ number, state, gone, today, note }) => [number, state, gone && '过', today && '今', note].filter(Boolean).join(' '));

test('A period posted on a Saturday counts from the next day and rolls over a weekend', () => {
	expect(said('2026-04-13')).toEqual([
		'11 张贴',
		'12 in 过',
		'13 in 今 今天',
		'14 in',
		'15 in',
		'16 in',
		'17 in',
		'18 in 第7天',
		'19 in 顺延',
		'20 end 截止',
	]);
});

test('On the last day it is still open, and afterwards all of it is over', () => {
	expect(said('2026-04-20').at(-1)).toBe('20 end 今 截止');
	expect(said(null).filter((day) => day.includes('过'))).toHaveLength(9);
});

test('Weeks are whole and begin on Monday', () => {
	const weeks = calendarOf(period, null, restDays);
	expect(weeks.map((week) => week.length)).toEqual([7, 7, 7]);
	expect(weeks[0]![0]!.day).toBe('2026-04-06');
});

test.each([
	['2026-04-11', '2026-04-20', '2026年4月'],
	['2026-04-28', '2026-05-06', '2026年4月至5月'],
	['2025-12-28', '2026-01-06', '2025年12月至2026年1月'],
])('From %s until %s: %s', (postedOn, closesOn, title) => {
	expect(calendarTitle({ postedOn, closesOn })).toBe(title);
});

test('Where a month begins, its name stands', () => {
	const days = calendarOf(periodOf('2026-05-28', 7, 'calendar', false), null, restDays).flat();
	expect(days.find(({ day }) => day === '2026-06-01')!.note).toBe('6月');
});

test('Of working days only those that are worked count, holidays are 休 and the weekend days worked for them 班', () => {
	expect(said(null, periodOf('2026-02-13', 3, 'working', false))).toEqual([
		'13 张贴',
		'14 in 过 班',
		...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => `${day} 休`),
		'24 in 过',
		'25 end 过 截止',
		'1 3月',
	]);
});

test('What hung before a change does not count', () => {
	expect(said('2026-03-06', periodOf('2026-03-02', 3, 'calendar', false, '2026-03-04'))).toEqual([
		'2 张贴',
		'4 重贴',
		'5 in 过',
		'6 in 今 今天',
		'7 end 截止',
	]);
});
