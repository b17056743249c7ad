import { describe, expect, test } from 'vitest';
import { daysBetween, weekday } from '../../src/basics/days.ts';
import { noticeFor, restDays, SURE_UNTIL, yearsOfRest } from '../../src/law/rest-days.ts';

describe.each(yearsOfRest)('The schedule of $year', ({ year, notice, checked, holidays, worked }) => {
	test('names the notice it was taken from and the text it was read in', () => {
		expect(notice).toContain(`关于${year}年部分节假日安排的通知`);
		expect(checked).not.toBe('');
	});
	test('works on weekends only, and on none that lies in a holiday', () => {
		for (const day of worked) {
			expect([day, weekday(day) % 6]).toEqual([day, 0]);
			expect(restDays.of(day)).toBe('adjusted');
			expect(restDays.holiday(day)).toBeNull();
		}
	});
	test('has its holidays in order, in its year but for the eve of the new one, of one to eight or nine days', () => {
		for (const [name, first, last] of holidays) {
			expect([name, last.slice(0, 4)]).toEqual([name, String(year)]);
			if (first !== `${year - 1}-12-31`) expect([name, first.slice(0, 4)]).toEqual([name, String(year)]);
			expect(daysBetween(first, last)).toBeGreaterThanOrEqual(0);
			expect(daysBetween(first, last)).toBeLessThanOrEqual(8);
		}
		expect(holidays.map(([, first]) => first)).toEqual(holidays.map(([, first]) => first).sort());
	});
});

describe('A day', () => {
	test.for([
		['2026-04-13', 'working', null],
		['2026-04-18', 'weekend', null],
		['2026-02-14', 'adjusted', null],
		['2026-02-16', 'holiday', '春节'],
		['2025-10-08', 'holiday', '国庆节、中秋节'],
		['2027-10-01', 'working', null],
	] as const)('%s is %s', ([day, kind, holiday]) => {
		expect(restDays.of(day)).toBe(kind);
		expect(restDays.holiday(day)).toBe(holiday);
	});
	test('of a year whose notice is not out is not certain', () => {
		expect(restDays.sure('2027-10-01')).toBe(false);
		expect(noticeFor('2027-10-01')).toBeUndefined();
		expect(restDays.sure(SURE_UNTIL)).toBe(true);
	});
});
