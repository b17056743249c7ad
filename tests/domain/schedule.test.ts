import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, periodDays, weekday } from '../../src/basics/days.ts';
import {
	countSpans,
	daysIn,
	dueIn,
	hasEvents,
	hoursOf,
	isFixed,
	isShared,
	nextDay,
	type Rule,
	sayRule,
	spansOf,
} from '../../src/domain/schedule.ts';
import type { Schedule } from '../../src/schema/schedules.ts';
import { example } from '../examples.ts';
import { runs } from '../properties.ts';

const schedule = (over: object = {}): Schedule => example('schedules', { onDay: undefined, form: undefined, ...over }).data;
const on = (today: Day) => (day: Day) => day <= today;
const states = (given: Schedule, meetings: Day[], today: Day) =>
	spansOf(given, meetings, on(today)).map(({ period, due, held, state }) => `${period} ${held}/${due} ${state}`);

describe('A schedule is said in words', () => {
	test.for<[object, string]>([
		[{ every: 'month', onDay: 10 }, '每月10日'],
		[{ every: 'month', weekdays: ['6'], nth: 1 }, '每月第一个星期六'],
		[{ every: 'month', times: 4 }, '每月4次'],
		[{ every: 'month', inMonths: ['8', '7'], onDay: 12 }, '每月（7、8月12日）'],
		[{ every: 'week', weekdays: ['6', '2', '4'] }, '每周二、四、六'],
		[{ every: 'week', weekdays: ['5', '1', '2', '3', '4'] }, '每周一至五'],
		[{ every: 'week', weekdays: ['1', '2', '3', '4', '5', '6', '7'] }, '每天'],
		[{ every: 'week' }, '每周一次'],
		[{ every: 'quarter' }, '每季度一次'],
		[{ every: 'quarter', inMonths: ['3', '6', '9', '12'], onDay: 20 }, '每季度一次（3、6、9、12月20日）'],
		[{ every: 'year', inMonths: ['3'], onDay: 5 }, '每年3月5日'],
		[{ every: 'year' }, '每年一次'],
	])('%j → %s', ([over, said]) => {
		expect(sayRule(schedule(over))).toBe(said);
	});
});

describe('Its days', () => {
	test.for<[string, object, string, string[]]>([
		['the 10th', { onDay: 10 }, '2026-02', ['2026-02-10']],
		['the 31st of a short month is its last', { onDay: 31 }, '2026-02', ['2026-02-28']],
		['the second Saturday', { weekdays: ['6'], nth: 2 }, '2026-03', ['2026-03-14']],
		['a fifth Saturday there is not', { weekdays: ['6'], nth: 5 }, '2026-03', []],
		[
			'three days a week, one week of them',
			{ every: 'week', weekdays: ['2', '4', '6'], until: '2026-03-07' },
			'2026-03',
			['2026-03-03', '2026-03-05', '2026-03-07'],
		],
		['not before it began', { onDay: 10, from: '2026-02-11' }, '2026-02', []],
		['a day of the year', { every: 'year', inMonths: ['3'], onDay: 5 }, '2026', ['2026-03-05']],
		['four days of the year', { every: 'quarter', inMonths: ['3', '6', '9', '12'], onDay: 20 }, '2026-Q2', ['2026-06-20']],
		['none where only the number is fixed', { times: 4 }, '2026-03', []],
	])('%s', ([, over, period, days]) => {
		expect(daysIn(schedule(over), period)).toEqual(days);
	});
});

describe('How often it is due', () => {
	test.for<[string, object, string, number]>([
		['once for each fixed day', { every: 'week', weekdays: ['6'] }, '2026-01', 5],
		['once for each whole week', { every: 'week' }, '2026-03', 5],
		['as often as it says', { times: 4 }, '2026-03', 4],
		['not in the month it begins in, where no day is fixed', { times: 4, from: '2026-03-02' }, '2026-03', 0],
		['not in a month it does not name', { inMonths: ['7', '8'] }, '2026-03', 0],
		['once in a year, for the month it names lies after its beginning', { every: 'year', inMonths: ['3'] }, '2026', 1],
	])('%s', ([, over, period, due]) => {
		expect(dueIn(schedule(over), period)).toBe(due);
	});
});

describe('What was kept and what was missed', () => {
	const joint = schedule({ onDay: 10, form: 'joint' });

	test('a month with a meeting is kept, though it was not on the day', () => {
		expect(states(joint, ['2026-01-09', '2026-02-10'], '2026-02-28')).toEqual(['2026-01 1/1 kept', '2026-02 1/1 kept']);
	});

	test('a month is missed only once it is over', () => {
		expect(states(joint, [], '2026-01-31')).toEqual(['2026-01 0/1 running']);
		expect(states(joint, [], '2026-02-01')).toEqual(['2026-01 0/1 missed', '2026-02 0/1 running']);
	});

	test('a month with a reason is not missed', () => {
		const explained = { ...joint, excused: [{ period: '2026-01', why: '春节停一次' }] };
		expect(states(explained, [], '2026-02-01')).toEqual(['2026-01 0/1 excused', '2026-02 0/1 running']);
	});

	test('a meeting before the schedule began does not keep it', () => {
		expect(states({ ...joint, from: '2026-01-20' }, ['2026-01-10', '2026-02-10'], '2026-03-01')).toEqual([
			'2026-02 1/1 kept',
			'2026-03 0/1 running',
		]);
	});

	test('four visits a month are counted from the log, without those that were called off', () => {
		const visits = schedule({
			times: 4,
			log: [
				{ on: '2026-01-05', times: 2, what: '走访' },
				{ on: '2026-01-20', what: '走访' },
				{ on: '2026-01-27', what: '走访', cancelled: true },
			],
		});
		expect(states(visits, [], '2026-02-02')).toEqual(['2026-01 3/4 missed', '2026-02 0/4 running']);
	});

	test('a weekly desk is counted by the month, from one figure if need be', () => {
		const desk = schedule({ every: 'week', weekdays: ['6'], tallies: [{ period: '2026-01', times: 5 }] });
		expect(states(desk, [], '2026-02-28')).toEqual(['2026-01 5/5 kept', '2026-02 0/4 running']);
	});

	test('nothing is expected after its end', () => {
		expect(states({ ...joint, until: '2026-02-05' }, ['2026-01-10'], '2026-06-01')).toEqual(['2026-01 1/1 kept']);
	});

	test('nothing is said before its beginning', () => {
		expect(spansOf(joint, [], on('2025-12-31'))).toEqual([]);
	});

	test('is counted', () => {
		expect(countSpans(spansOf(joint, ['2026-01-10'], on('2026-03-05')))).toEqual({ kept: 1, missed: 1, excused: 0, running: 1, over: 2 });
	});
});

const days = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2020-01-01', n));
const rules: fc.Arbitrary<Rule> = fc
	.record({
		every: fc.constantFrom('week', 'month', 'quarter', 'year'),
		times: fc.integer({ min: 1, max: 5 }),
		onDay: fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
		nth: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
		weekdays: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), { maxLength: 4 }),
		inMonths: fc.uniqueArray(fc.constantFrom(...Array.from({ length: 12 }, (_, i) => String(i + 1))), { maxLength: 4 }),
		from: days,
	})
	.chain((rule) =>
		fc
			.record({ until: fc.option(fc.integer({ min: 0, max: 1200 }), { nil: undefined }) })
			.map(({ until }) => ({ ...rule, ...(until === undefined ? {} : { until: addDays(rule.from, until) }) })),
	) as fc.Arbitrary<Rule>;

/** Whether a schedule falls on a day, said in another way: by looking at the day alone. */
function fallsOn({ every, onDay, nth, weekdays, inMonths, from, until }: Rule, day: Day): boolean {
	const { first, last } = periodDays(day.slice(0, 7));
	const named = weekdays.includes(String(weekday(day) || 7));
	if (day < from || (until && day > until)) return false;
	if (every === 'week') return named && (inMonths.length === 0 || inMonths.includes(String(Number(day.slice(5, 7)))));
	if (inMonths.length ? !inMonths.includes(String(Number(day.slice(5, 7)))) : every !== 'month') return false;
	if (onDay) return Number(day.slice(8)) === Math.min(onDay, daysBetween(first, last) + 1);
	return nth !== undefined && named && Math.ceil(Number(day.slice(8)) / 7) === nth;
}

describe('Of any schedule, on any day', () => {
	test('the next day is the first one it falls on from today', () => {
		fc.assert(
			fc.property(rules, days, (rule, today) => {
				const next = nextDay(rule, on(today));
				const start = [today, rule.from].sort()[1]!;
				const searched = Array.from({ length: 400 }, (_, i) => addDays(start, i)).find((day) => isFixed(rule) && fallsOn(rule, day));
				expect(next).toBe(searched ?? null);
			}),
			runs,
		);
	});

	test('periods follow each other, none is missed before it is over, and the day’s own is the last', () => {
		fc.assert(
			fc.property(rules, days, fc.array(days, { maxLength: 30 }), (rule, today, meetings) => {
				const spans = spansOf({ ...schedule(), ...rule } as Schedule, meetings, on(today));
				for (const [i, { period, due, held, state }] of spans.entries()) {
					const { first, last } = periodDays(period);
					expect(first <= today).toBe(true);
					if (i) expect(periodDays(spans[i - 1]!.period).last < first).toBe(true);
					if (state === 'missed') expect(held < due && (last < today || rule.inMonths.length > 0 || Boolean(rule.until))).toBe(true);
					if (state === 'kept') expect(held >= due).toBe(true);
				}
				const counted = spans.reduce((all, { held }) => all + held, 0);
				expect(counted).toBe(
					meetings.filter(
						(day) => day >= rule.from && (!rule.until || day <= rule.until) && rule.from <= today && periodBegun(rule, day, today),
					).length,
				);
			}),
			runs,
		);
	});

	test('a dozen questions are enough, however long it has run', () => {
		let asked = 0;
		const counting = (day: Day) => {
			asked++;
			return day <= '2150-06-15';
		};
		nextDay(schedule({ onDay: 10, from: '2020-01-01' }), counting);
		expect(asked).toBeLessThan(16);
	});
});

/** A meeting counts from the first day of its period on, as the minutes of a later day in it may already be there. */
function periodBegun({ every }: Rule, day: Day, today: Day): boolean {
	const month = Number(day.slice(5, 7));
	const start = every === 'year' ? 1 : every === 'quarter' ? Math.floor((month - 1) / 3) * 3 + 1 : month;
	return `${day.slice(0, 4)}-${String(start).padStart(2, '0')}-01` <= today;
}

describe('P11: what can be taken into a calendar', () => {
	const rule = (over: object) => ({ ...example('schedules', { form: undefined, ...over }).data, elsewhere: false });
	test.for<[string, object, [own: boolean, shared: boolean]]>([
		['the 10th of every month', {}, [true, true]],
		['four times a month, on no fixed day', { onDay: undefined, times: 4 }, [false, false]],
		['once a quarter, in no fixed month', { every: 'quarter', onDay: 25 }, [false, false]],
		[
			'every day: in its own, not in the community’s',
			{ every: 'week', onDay: undefined, weekdays: ['1', '2', '3', '4', '5', '6', '7'] },
			[true, false],
		],
		['over before its first day', { from: '2026-01-11', until: '2026-01-20' }, [false, false]],
	])('%s', ([, over, expected]) => {
		expect([hasEvents(rule(over)), isShared(rule(over))]).toEqual(expected);
	});
	test('not what is not for the web', () => {
		expect(hasEvents({ ...rule({}), elsewhere: true })).toBe(false);
	});
});

describe('P12: a schedule ends when it is said to', () => {
	test.for<[string, object, string | null, string | null]>([
		['in a field', { at: '16:00', endsAt: '18:00' }, '16:00', '18:00'],
		['in its text', { at: '16:00', summary: '每周三四点到六点，法律顾问在。' }, '16:00', '18:00'],
		['in its rota', { at: '14:00', rota: [{ when: '周一、三、五 14:00至17:00', who: '楼栋长' }] }, '14:00', '17:00'],
		['nowhere', { at: '19:00', summary: '在活动室。' }, '19:00', null],
		['with its beginning in the title', { title: '周六上午9:00至11:00接待' }, '09:00', '11:00'],
		['all day', { title: '全天值班' }, null, null],
	])('%s', ([, over, at, endsAt]) => {
		expect(hoursOf(example('schedules', over).data)).toEqual({ at, endsAt });
	});
});
