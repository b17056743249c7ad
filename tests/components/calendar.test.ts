import { expect, test } from 'vitest';
import { calendarOf, calendarTitle } from '../../src/components/notices/calendar.ts';

const period = { postedOn: '2026-04-11', closesOn: '2026-04-20', days: 7, unit: 'calendar', rolledOver: true } as const;

/** The days that have something to say, in the order of the calendar. */
const said = (today: string | null) =>
	calendarOf(period, today)
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
	const weeks = calendarOf(period, null);
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
	const days = calendarOf({ ...period, postedOn: '2026-04-28', closesOn: '2026-05-06', rolledOver: false }, null).flat();
	expect(days.find(({ day }) => day === '2026-05-01')!.note).toBe('5月');
});
