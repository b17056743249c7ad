import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, weekday } from '../../src/basics/days.ts';
import { daysIn, isFixed, type Rule } from '../../src/domain/schedule.ts';
import { calendar, type Recurring, ruleOf } from '../../src/feeds/calendar.ts';
import { runs } from '../properties.ts';

const schedule = (over: Partial<Recurring> = {}): Recurring => ({
	id: 'schedules/ceshiyuan/joint-meeting',
	title: '每月10日联席会议',
	publishedOn: '2026-01-05',
	summary: null,
	every: 'month',
	times: 1,
	from: '2026-01-01',
	until: null,
	onDay: 10,
	nth: null,
	weekdays: [],
	inMonths: [],
	moves: false,
	at: '19:00',
	endsAt: null,
	place: '社区活动室',
	...over,
});
const text = (...schedules: Recurring[]) => calendar({ name: '测试苑日程', host: 'example.org', url: 'https://example.org' }, schedules);
const unfolded = (ics: string) => ics.replaceAll('\r\n ', '').split('\r\n');

describe('A calendar', () => {
	test('names each event for ever and stamps it without a clock', () => {
		const lines = unfolded(text(schedule()));
		expect(lines).toEqual(expect.arrayContaining(['UID:schedules/ceshiyuan/joint-meeting@example.org', 'DTSTAMP:20260105T000000Z']));
		expect(text(schedule())).toBe(text(schedule()));
	});

	test('says hours in Shanghai and whole days where no hour is said', () => {
		expect(unfolded(text(schedule()))).toEqual(
			expect.arrayContaining(['DTSTART;TZID=Asia/Shanghai:20260110T190000', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=10', 'TZOFFSETTO:+0800']),
		);
		expect(unfolded(text(schedule({ at: null, until: '2026-06-30' })))).toEqual(
			expect.arrayContaining(['DTSTART;VALUE=DATE:20260110', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=10;UNTIL=20260630']),
		);
	});

	test('moves the one meeting that was set for another day', () => {
		const lines = unfolded(text(schedule({ set: [{ on: '2026-05-08', at: '19:30', place: '会客室', about: '访客停车' }] })));
		expect(lines).toEqual(
			expect.arrayContaining([
				'RECURRENCE-ID;TZID=Asia/Shanghai:20260510T190000',
				'DTSTART;TZID=Asia/Shanghai:20260508T193000',
				'LOCATION:会客室',
				'DESCRIPTION:议题：访客停车',
			]),
		);
		expect(unfolded(text(schedule({ set: [{ on: '2026-05-10' }] }))).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
	});

	test('P12: ends an event when it is said to end, and says no end that nobody said', () => {
		const ends = (...schedules: Recurring[]) => unfolded(text(...schedules)).filter((line) => /^(DTEND|DURATION)/.test(line));
		expect(ends(schedule({ at: '16:00', endsAt: '18:00' }))).toEqual(['DTEND;TZID=Asia/Shanghai:20260110T180000']);
		expect(ends(schedule({ at: '19:00' }))).toEqual([]);
		expect(ends(schedule({ at: null }))).toEqual([]);
		expect(ends(schedule({ at: '22:00', endsAt: '24:00' }))).toEqual(['DTEND;TZID=Asia/Shanghai:20260111T000000']);
		const moved = { on: '2026-05-08', at: '19:30' };
		expect(ends(schedule({ at: '16:00', endsAt: '18:00', set: [moved] })), 'a meeting at another hour ends nobody knows when').toHaveLength(
			1,
		);
	});

	test('leaves out what has no fixed day', () => {
		expect(text(schedule({ onDay: null, times: 4 }))).not.toContain('VEVENT');
	});

	test('escapes what a title may hold, and folds lines at 75 octets without cutting a character', () => {
		const ics = text(schedule({ title: `甲,乙;丙\\丁${'很长的标题'.repeat(20)}` }));
		expect(ics.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
		expect(ics).not.toContain('\uFFFD');
		expect(unfolded(ics).join('\n')).toContain('SUMMARY:甲\\,乙\\;丙\\\\丁很长的标题很长的标题');
		expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	});
});

/** The days a recurrence rule falls on in a month, as RFC 5545 reads it; only the parts we write. */
function expanded(rule: string, month: string): Day[] {
	const parts = Object.fromEntries(rule.split(';').map((part) => part.split('=') as [string, string]));
	if (parts.BYMONTH && !parts.BYMONTH.split(',').includes(String(Number(month.slice(5))))) return [];
	const all = Array.from({ length: 31 }, (_, i) => addDays(`${month}-01`, i)).filter((day) => day.startsWith(month));
	const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
	const chosen = all.filter((day) => {
		const n = Number(day.slice(8));
		if (parts.BYMONTHDAY) return parts.BYMONTHDAY.split(',').includes(String(n));
		return parts.BYDAY!.split(',').some((by) => by === names[weekday(day)] || by === `${Math.ceil(n / 7)}${names[weekday(day)]}`);
	});
	const until = parts.UNTIL && `${parts.UNTIL.slice(0, 4)}-${parts.UNTIL.slice(4, 6)}-${parts.UNTIL.slice(6, 8)}`;
	return (parts.BYSETPOS === '-1' ? chosen.slice(-1) : chosen).filter((day) => !until || day <= until);
}

test('A rule read by a calendar falls on the very days the board says', () => {
	const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'];
	const rules = fc.record({
		every: fc.constantFrom('week', 'month', 'quarter', 'year') as fc.Arbitrary<Rule['every']>,
		times: fc.constant(1),
		onDay: fc.option(fc.integer({ min: 1, max: 31 }), { nil: null }),
		nth: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
		weekdays: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), { minLength: 1, maxLength: 3 }),
		inMonths: fc.uniqueArray(fc.constantFrom(...months), { maxLength: 3 }),
		from: fc.constant('2024-01-01'),
		until: fc.option(fc.constantFrom('2026-02-14', '2027-12-31'), { nil: null }),
	});
	fc.assert(
		fc.property(rules, fc.integer({ min: 2024, max: 2027 }), fc.constantFrom(...months), (given, year, month) => {
			const rule = given.every === 'week' ? { ...given, inMonths: [] } : given;
			if (!isFixed(rule)) return;
			const period = `${year}-${month.padStart(2, '0')}`;
			const periods = { week: period, month: period, quarter: `${year}-Q${Math.ceil(Number(month) / 3)}`, year: String(year) };
			const ours = daysIn(rule, periods[rule.every]).filter((day) => day.startsWith(period));
			expect(expanded(ruleOf({ ...rule, at: '19:00' }), period)).toEqual(ours);
		}),
		runs,
	);
});
