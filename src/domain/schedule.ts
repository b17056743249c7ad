/** What follows from a schedule: on which days it falls, how often it was due in each period, and whether it was kept. */
import { addDays, type Day, daysBetween, periodDays, weekday } from '../basics/days.ts';
import type { Schedule } from '../schema/schedules.ts';
import { endOf, hoursIn } from './hours.ts';

/** When something recurs. A fixed day is a day of the month, or weekdays; without one there is only a number of times per period. */
export interface Rule extends Pick<Schedule, 'every' | 'times' | 'from'> {
	until?: Day | null | undefined;
	onDay?: number | null | undefined;
	nth?: number | null | undefined;
	weekdays: readonly string[];
	inMonths: readonly string[];
}

/** How a period went. `running`: it is not over and not yet kept. */
export type SpanState = 'kept' | 'missed' | 'excused' | 'running';

/** One period of a schedule: how often it was due, how often it was held, on which days as far as they are known. */
export interface Span {
	/** a month, a quarter or a year; what is weekly is counted by the month */
	period: string;
	due: number;
	held: number;
	days: readonly Day[];
	state: SpanState;
	/** why it was not held, where that is said */
	why: string | null;
}

/** Whether a day has come. */
type HasCome = (day: Day) => boolean;

/** Months in the period by which a rhythm is counted. */
const MONTHS = { week: 1, month: 1, quarter: 3, year: 12 } as const;

/** Where a day's period stands in the run of all of them, so that periods can be counted. */
const indexOf = (every: Rule['every'], day: Day): number =>
	Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) / MONTHS[every]);

function periodAt(every: Rule['every'], index: number): string {
	const month = index * MONTHS[every];
	const year = Math.floor(month / 12);
	if (every === 'year') return String(year);
	const n = Math.floor((month % 12) / MONTHS[every]) + 1;
	return every === 'quarter' ? `${year}-Q${n}` : `${year}-${String(n).padStart(2, '0')}`;
}

const monthsOf = ({ every, inMonths }: Pick<Rule, 'every' | 'inMonths'>, period: string): string[] => {
	const { first } = periodDays(period);
	const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
	return Array.from({ length: MONTHS[every] }, (_, i) => month + i)
		.filter((m) => inMonths.length === 0 || inMonths.includes(String(m)))
		.map((m) => `${year}-${String(m).padStart(2, '0')}`);
};

/** Whether the days themselves are fixed, so that they can stand in a calendar. */
export const isFixed = ({ every, weekdays, onDay, nth, inMonths }: Rule): boolean =>
	every === 'week' ? weekdays.length > 0 : (every === 'month' || inMonths.length > 0) && Boolean(onDay || (nth && weekdays.length > 0));

/** The days on which a schedule falls in a period of its own kind; empty where no day is fixed. */
export function daysIn(rule: Rule, period: string): Day[] {
	if (!isFixed(rule)) return [];
	return monthsOf(rule, period)
		.flatMap((month) => daysInMonth(rule, month))
		.filter((day) => day >= rule.from && (!rule.until || day <= rule.until));
}

function daysInMonth({ every, weekdays, onDay, nth }: Rule, month: string): Day[] {
	const { first, last } = periodDays(month);
	const length = daysBetween(first, last) + 1;
	if (every !== 'week' && onDay) return [addDays(first, Math.min(onDay, length) - 1)];
	return Array.from({ length }, (_, i) => addDays(first, i)).filter(
		(day, i) => weekdays.includes(String(weekday(day) || 7)) && (every === 'week' || Math.floor(i / 7) + 1 === nth),
	);
}

/** The first day a schedule falls on, within its first five years; null where no day is fixed, or it ended before. */
export function firstDay(rule: Rule): Day | null {
	const first = indexOf(rule.every, rule.from);
	for (let index = first; index <= first + (5 * 12) / MONTHS[rule.every]; index++) {
		const [day] = daysIn(rule, periodAt(rule.every, index));
		if (day) return day;
	}
	return null;
}

/** Whether a schedule can be taken into a calendar: its days are known and there is one. What is not for the web cannot. */
export const hasEvents = (card: Rule & { elsewhere: boolean }): boolean => !card.elsewhere && firstDay(card) !== null;

/** Whether a schedule stands in its community's calendar: what is there every day would hide the rest. */
export const isShared = (card: Rule & { elsewhere: boolean }): boolean =>
	hasEvents(card) && !(card.every === 'week' && card.weekdays.length === 7);

/** From when until when on its day: as the fields say, else the text. An end that nobody wrote is not known; a whole day has no hour. */
export function hoursOf({
	title,
	summary,
	who,
	rota,
	at,
	endsAt,
}: Pick<Schedule, 'title' | 'summary' | 'who' | 'rota' | 'at' | 'endsAt'>): { at: string | null; endsAt: string | null } {
	if (at) return { at, endsAt: endsAt ?? endOf(at, [title, summary, who, ...rota.map(({ when }) => when)].join('；')) };
	const [said] = hoursIn(title);
	return said && said.from !== '00:00' ? { at: said.from, endsAt: said.until } : { at: null, endsAt: null };
}

/** The days within which a period's occurrences lie: the months it names, cut at the schedule's own end. */
function windowOf(rule: Rule, period: string): { first: Day; last: Day } | null {
	const months = monthsOf(rule, period);
	if (!months.length) return null;
	const [first, last] = [periodDays(months[0]!).first, periodDays(months.at(-1)!).last];
	return { first, last: rule.until && rule.until < last ? rule.until : last };
}

/**
 * How often a schedule was due in a period: once for each fixed day, for each whole week where only the week is fixed, else as often as
 * it says. A period that the schedule enters or leaves half-way is due nothing where no day is fixed.
 */
export function dueIn(rule: Rule, period: string): number {
	if (isFixed(rule)) return daysIn(rule, period).length;
	const window = windowOf(rule, period);
	if (!window) return 0;
	if (rule.every === 'week') return mondays(window.first, periodDays(period).last, rule).length * rule.times;
	const whole = rule.from <= window.first && (!rule.until || rule.until >= periodDays(monthsOf(rule, period).at(-1)!).last);
	return whole ? rule.times : 0;
}

const mondays = (first: Day, last: Day, { from, until }: Rule): Day[] =>
	Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => addDays(first, i)).filter(
		(day) => weekday(day) === 1 && day >= from && (!until || addDays(day, 6) <= until),
	);

/**
 * Every period of a schedule that has begun, the oldest first, unless nothing was due and nothing held in it. What was held is read from
 * the days of the meetings of its form, from its log and from its monthly counts. A period is only missed once it is over.
 */
export function spansOf(schedule: Schedule, meetings: readonly Day[], hasCome: HasCome): Span[] {
	const first = indexOf(schedule.every, schedule.from);
	const last = runningIndex(schedule, hasCome);
	if (last === null) return [];
	return Array.from({ length: last - first + 1 }, (_, i) =>
		spanOf(schedule, periodAt(schedule.every, first + i), meetings, hasCome),
	).filter(({ due, held }) => due > 0 || held > 0);
}

function spanOf(schedule: Schedule, period: string, meetings: readonly Day[], hasCome: HasCome): Span {
	const { first, last } = periodDays(period);
	const within = (day: Day) => day >= first && day <= last && day >= schedule.from && (!schedule.until || day <= schedule.until);
	const logged = schedule.log.filter(({ on, cancelled }) => !cancelled && within(on));
	const days = [...new Set([...meetings.filter(within), ...logged.map(({ on }) => on)])].sort();
	const counted = schedule.tallies.filter((tally) => periodDays(tally.period).first >= first && periodDays(tally.period).last <= last);
	const held = meetings.filter(within).length + sum(logged) + sum(counted);
	const due = dueIn(schedule, period);
	const why = schedule.excused.find((excuse) => excuse.period === period)?.why ?? null;
	const over = hasCome(addDays(windowOf(schedule, period)?.last ?? last, 1));
	return { period, due, held, days, why, state: held >= due ? 'kept' : why !== null ? 'excused' : over ? 'missed' : 'running' };
}

const sum = (counts: readonly { times: number }[]): number => counts.reduce((all, { times }) => all + times, 0);

/** The latest of a schedule's periods that has begun, found in a dozen questions however long it has run; null if none has. */
function runningIndex(rule: Pick<Rule, 'every' | 'from' | 'until'>, hasCome: HasCome): number | null {
	if (!hasCome(rule.from)) return null;
	const begun = (index: number) => hasCome(periodDays(periodAt(rule.every, index)).first);
	let [low, high] = [indexOf(rule.every, rule.from), rule.until ? indexOf(rule.every, rule.until) : indexOf(rule.every, FAR)];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (begun(middle)) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** No schedule is looked at beyond this day. */
const FAR = '2199-12-31';

/** The next day on which a schedule falls, today included; null if no day is fixed or it has come to its end. */
export function nextDay(rule: Rule, hasCome: HasCome): Day | null {
	if (!isFixed(rule)) return null;
	const start = runningIndex(rule, hasCome) ?? indexOf(rule.every, rule.from);
	for (let index = start; index <= start + LOOK_AHEAD; index++) {
		const next = daysIn(rule, periodAt(rule.every, index)).find((day) => !hasCome(addDays(day, 1)));
		if (next) return next;
	}
	return null;
}

/** A day of the year comes again within so many periods, be they months. */
const LOOK_AHEAD = 14;

/** What periods come to: how many are over, in how many it was held as often as was due, missed, or explained. */
export function countSpans(spans: readonly Span[]): Record<SpanState, number> & { over: number } {
	const of = (state: SpanState) => spans.filter((span) => span.state === state).length;
	return { kept: of('kept'), missed: of('missed'), excused: of('excused'), running: of('running'), over: spans.length - of('running') };
}

const DAYS = '一二三四五六日';
const NTH = ['', '一', '二', '三', '四', '五'];

/** When it recurs, in words: `每月10日`, `每周二、四、六`, `每月第一个星期六`, `每年3月5日`, `每月4次`. */
export function sayRule({ every, times, onDay, nth, weekdays, inMonths }: Omit<Rule, 'from' | 'until'>): string {
	const named = [...weekdays].sort().map((day) => DAYS[Number(day) - 1]!);
	const inRow = named.length > 2 && DAYS.includes(named.join(''));
	const months = [...inMonths].sort((a, b) => Number(a) - Number(b)).join('、');
	if (every === 'week')
		return named.length === 7
			? '每天'
			: named.length
				? `每周${inRow ? `${named[0]}至${named.at(-1)}` : named.join('、')}`
				: `每周${often(times)}`;
	const day = onDay ? `${onDay}日` : nth && named.length ? `第${NTH[nth]}个星期${named.join('、')}` : '';
	const head = { month: '每月', quarter: '每季度', year: '每年' }[every];
	if (every === 'year') return months ? `${head}${months}月${day}` : `${head}${often(times)}`;
	if (!months) return `${head}${every === 'month' && day ? day : often(times)}`;
	return `${head}${every === 'month' ? '' : '一次'}（${months}月${day}）`;
}

const often = (times: number): string => (times === 1 ? '一次' : `${times}次`);
