import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../src/basics/days.ts';
import { isWorked, lastDay, lastDayOf, latestPosting, noticeState } from '../../src/domain/notice-period.ts';
import { restDays, restDaysOf } from '../../src/law/rest-days.ts';
import { example } from '../examples.ts';
import { runs } from '../properties.ts';

const posted = (postedOn: string, days: number, unit: 'calendar' | 'working', rollOver: boolean, ...changedOn: string[]) =>
	lastDay({ postedOn, changedOn, days, unit }, { rollOver }, restDays);

describe('The last day of a period', () => {
	test.for([
		['2024-03-10', 7, 'calendar', false, '2024-03-17', 'posted on a Sunday for 7 days: the Sunday after'],
		['2024-03-10', 7, 'calendar', true, '2024-03-18', 'and the Monday where it rolls over'],
		['2024-02-28', 1, 'calendar', false, '2024-02-29', 'a leap year has its 29th of February'],
		['2024-12-30', 3, 'calendar', false, '2025-01-02', 'over the end of a year'],
		['2026-04-11', 7, 'calendar', true, '2026-04-20', 'from a Saturday to a Saturday, then past Sunday'],
		['2025-04-02', 30, 'calendar', true, '2025-05-06', 'the 30th day in the Labour Day holiday: the first day of work after it'],
		['2024-09-30', 7, 'calendar', true, '2024-10-08', 'the 7th day is the last of the National Day holiday'],
		['2024-04-07', 7, 'calendar', true, '2024-04-15', 'a Sunday on which people work counts like any other day'],
		['2024-04-21', 7, 'calendar', true, '2024-04-28', 'the 7th day is a Sunday on which people work: no roll-over'],
		['2026-04-13', 5, 'working', false, '2026-04-20', 'five working days from a Monday: the Monday after'],
		['2026-04-10', 5, 'working', true, '2026-04-17', 'five working days from a Friday: the Friday after'],
		['2026-02-13', 5, 'working', true, '2026-02-27', 'the Saturday before the Spring Festival is worked, its nine days are not'],
		['2026-09-30', 10, 'working', false, '2026-10-20', 'after National Day, with the Saturday that makes up for it'],
		['2025-09-26', 5, 'working', false, '2025-10-10', 'Sunday the 28th is worked, the eight days of October are not'],
		['2026-03-02', 0, 'calendar', false, '2026-03-02', 'of no days: the day itself'],
	] as const)('%s, %i %s days, roll-over %s: %s (%s)', ([postedOn, days, unit, rollOver, last]) => {
		expect(posted(postedOn, days, unit, rollOver).last).toBe(last);
	});

	test('comes with the days it passed over and the day it would have been', () => {
		expect(posted('2026-04-11', 7, 'calendar', true)).toEqual({
			from: '2026-04-11',
			restarted: false,
			regular: '2026-04-18',
			last: '2026-04-20',
			passedOver: ['2026-04-18', '2026-04-19'],
			sure: true,
		});
	});

	test('counts anew from the last change, whatever order they were written in', () => {
		const anew = posted('2026-03-02', 7, 'calendar', false, '2026-03-06', '2026-03-05');
		expect(anew).toMatchObject({ from: '2026-03-06', restarted: true, last: '2026-03-13' });
	});

	test('is not certain in a year whose schedule is not out, except where no day of rest matters', () => {
		expect(posted('2026-12-28', 5, 'working', false)).toMatchObject({ last: '2027-01-04', sure: false });
		expect(posted('2026-12-28', 7, 'calendar', true).sure).toBe(false);
		expect(posted('2026-12-28', 7, 'calendar', false)).toMatchObject({ last: '2027-01-04', sure: true });
	});

	test('is not certain either by a schedule nobody has read', () => {
		const recalled = restDaysOf([
			{ year: 2023, notice: '国务院办公厅关于2023年部分节假日安排的通知', checked: null, holidays: [], worked: [] },
		]);
		expect(lastDay({ postedOn: '2023-03-01', days: 5, unit: 'working' }, { rollOver: false }, recalled).sure).toBe(false);
	});
});

describe('A notice', () => {
	const period = { days: 7, unit: 'calendar', closesOn: '2026-03-18' };
	test('without a period has no last day', () => {
		expect(lastDayOf(example('notices', { kind: 'circular', period: undefined }).data, restDays)).toBeNull();
	});
	test('whose text was changed for the better, and says so, is not counted anew', () => {
		const changes = [{ on: '2026-03-14', what: '保修由三年改为五年，对业主有利。', restarts: false }];
		expect(lastDayOf(example('notices', { period, changes }).data, restDays)?.last).toBe('2026-03-18');
		expect(lastDayOf(example('notices', { period, changes: [{ ...changes[0], restarts: true }] }).data, restDays)?.last).toBe('2026-03-21');
	});
	test('rolls over as it says, or as the rules of its place have it', () => {
		const { data } = example('notices', { postedOn: '2026-03-07', period: { days: 7, unit: 'calendar', closesOn: '2026-03-14' } });
		expect(lastDayOf(data, restDays)?.last).toBe('2026-03-14');
		expect(lastDayOf(data, restDays, { rollOver: true })?.last).toBe('2026-03-16');
	});
});

describe('The latest day of posting', () => {
	test.for([
		['2025-12-01', 15, 'calendar', false, '2025-11-16', '15 days before, the day of the meeting counted'],
		['2025-12-01', 15, 'calendar', true, '2025-11-15', '15 clear days'],
		['2026-04-20', 5, 'working', false, '2026-04-13', 'five working days that end on the Monday a week later'],
		['2026-04-20', 5, 'working', true, '2026-04-12', 'five clear working days: a Sunday is still early enough'],
		['2026-02-27', 5, 'working', false, '2026-02-13', 'over the Spring Festival'],
	] as const)('for %s, %i %s days, clear %s: %s (%s)', ([event, days, unit, clear, latest]) => {
		expect(latestPosting(event, days, unit, restDays, { clear })).toBe(latest);
	});
});

describe('Whenever a sheet is posted', () => {
	const day = fc.integer({ min: 0, max: 1400 }).map((n) => addDays('2023-10-01', n));
	const length = fc.integer({ min: 0, max: 60 });
	const unit = fc.constantFrom('calendar' as const, 'working' as const);

	test('its period is never shorter than its days, in either unit', () => {
		const property = fc.property(day, length, unit, fc.boolean(), (on, days, unit, rollOver) => {
			expect(daysBetween(on, posted(on, days, unit, rollOver).last)).toBeGreaterThanOrEqual(days);
		});
		fc.assert(property, runs);
	});

	test('a day later or a day longer never closes earlier', () => {
		const property = fc.property(day, length, unit, fc.boolean(), (on, days, unit, rollOver) => {
			const { last } = posted(on, days, unit, rollOver);
			expect(posted(addDays(on, 1), days, unit, rollOver).last >= last).toBe(true);
			expect(posted(on, days + 1, unit, rollOver).last >= last).toBe(true);
			expect(posted(on, days, unit, rollOver, addDays(on, 1)).last >= last).toBe(true);
		});
		fc.assert(property, runs);
	});

	test('working days are never fewer than days of the calendar, and exactly so many are worked', () => {
		const property = fc.property(day, length, (on, days) => {
			const { last } = posted(on, days, 'working', false);
			expect(last >= posted(on, days, 'calendar', false).last).toBe(true);
			const between = Array.from({ length: daysBetween(on, last) }, (_, i) => addDays(on, i + 1));
			expect(between.filter((day) => isWorked(day, restDays))).toHaveLength(days);
		});
		fc.assert(property, runs);
	});

	test('a period that rolls over never ends on a day of rest, and never passes over a day of work', () => {
		const property = fc.property(day, length, unit, (on, days, unit) => {
			const { last, passedOver } = posted(on, days, unit, true);
			expect(isWorked(last, restDays)).toBe(true);
			expect(passedOver.some((day) => isWorked(day, restDays))).toBe(false);
		});
		fc.assert(property, runs);
	});

	test('the latest day of posting leaves the whole period before the event, and the day after it does not', () => {
		const property = fc.property(day, fc.integer({ min: 1, max: 60 }), unit, (event, days, unit) => {
			const latest = latestPosting(event, days, unit, restDays);
			expect(posted(latest, days, unit, false).last <= event).toBe(true);
			expect(posted(addDays(latest, 1), days, unit, false).last > event).toBe(true);
			expect(latestPosting(event, days, unit, restDays, { clear: true }) <= latest).toBe(true);
		});
		fc.assert(property, runs);
	});
});

describe('P3: a notice posted on 20 April until the 27th', () => {
	const stands = (today: string, closesOn: string | null = '2026-04-27') =>
		noticeState({ postedOn: '2026-04-20', closesOn }, (day) => day <= today);
	test.for([
		['2026-04-13', 'ahead'],
		['2026-04-19', 'ahead'],
		['2026-04-20', 'open'],
		['2026-04-27', 'open'],
		['2026-04-28', 'closed'],
	] as const)('on %s: %s', ([today, state]) => {
		expect(stands(today)).toBe(state);
	});
	test('without a period it hangs from its day on', () => {
		expect([stands('2026-04-19', null), stands('2026-04-20', null)]).toEqual(['ahead', 'hangs']);
	});
});
