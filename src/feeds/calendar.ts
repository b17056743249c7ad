import { addDays, type Day } from '../basics/days.ts';
import { daysIn, firstDay, type Rule, sayRule } from '../domain/schedule.ts';

/** What a calendar says of itself. `host` makes the names of its events unique in the world. */
export interface Calendar {
	name: string;
	host: string;
	url: string;
}

/** A schedule as its card has it, enough for a calendar. */
export interface Recurring extends Rule {
	id: string;
	title: string;
	publishedOn: Day;
	summary: string | null;
	at: string | null;
	/** null where nobody said when it ends */
	endsAt: string | null;
	place: string | null;
	moves: boolean;
	/** meetings that were set for another day than the rule says */
	set?: readonly SetMeeting[];
}

/** A meeting that was set by the minutes of the one before. */
interface SetMeeting {
	on: Day;
	at?: string | undefined;
	place?: string | undefined;
	about?: string | undefined;
}

/**
 * Schedules with fixed days as a calendar (RFC 5545, all in Asia/Shanghai). Each is one event that recurs; a meeting that was set for
 * another day of the month takes the place of the rule's. No clock: an event is stamped with the day its schedule was published.
 */
export function calendar({ name, host, url }: Calendar, schedules: readonly Recurring[]): string {
	const events = schedules.flatMap((schedule) => eventsOf(schedule, host, url));
	return [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//gongkailan//schedules//ZH',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`X-WR-CALNAME:${escaped(name)}`,
		'X-WR-TIMEZONE:Asia/Shanghai',
		...ZONE,
		...events,
		'END:VCALENDAR',
	]
		.flatMap(folded)
		.map((line) => `${line}\r\n`)
		.join('');
}

/** One offset all year, since 1991. */
const ZONE = [
	'BEGIN:VTIMEZONE',
	'TZID:Asia/Shanghai',
	'BEGIN:STANDARD',
	'DTSTART:19910915T000000',
	'TZOFFSETFROM:+0800',
	'TZOFFSETTO:+0800',
	'TZNAME:CST',
	'END:STANDARD',
	'END:VTIMEZONE',
];

function eventsOf(schedule: Recurring, host: string, url: string): string[] {
	const first = firstDay(schedule);
	if (!first) return [];
	const common = [`UID:${schedule.id}@${host}`, `DTSTAMP:${plain(schedule.publishedOn)}T000000Z`, `URL:${url}/${schedule.id}/`];
	const moved = (schedule.set ?? []).flatMap((set): string[] => {
		const [ruled] = daysIn(schedule, set.on.slice(0, 7));
		if (schedule.every !== 'month' || !ruled || ruled === set.on) return [];
		return event([
			...common,
			`RECURRENCE-ID${moment(ruled, schedule.at)}`,
			`DTSTART${moment(set.on, set.at ?? schedule.at)}`,
			...(!set.at || set.at === schedule.at ? end(set.on, schedule) : []),
			`SUMMARY:${escaped(schedule.title)}`,
			...text('LOCATION', set.place ?? schedule.place),
			...text('DESCRIPTION', set.about ? `议题：${set.about}` : schedule.summary),
		]);
	});
	return [
		...event([
			...common,
			`DTSTART${moment(first, schedule.at)}`,
			...end(first, schedule),
			`RRULE:${ruleOf(schedule)}`,
			`SUMMARY:${escaped(schedule.title)}`,
			...text('LOCATION', schedule.place),
			...text(
				'DESCRIPTION',
				[`${sayRule(schedule)}。`, schedule.summary, schedule.moves && '遇周末和节假日提前或者推后，以通知为准。'].filter(Boolean).join(''),
			),
		]),
		...moved,
	];
}

/** When it ends, where that is said; a calendar then shows a moment, and no hour that nobody promised. */
const end = (day: Day, { at, endsAt }: Pick<Recurring, 'at' | 'endsAt'>): string[] => (at && endsAt ? [`DTEND${moment(day, endsAt)}`] : []);
const event = (lines: readonly string[]): string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const text = (name: string, said: string | null | undefined): string[] => (said ? [`${name}:${escaped(said)}`] : []);

const WEEKDAYS = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A schedule with fixed days as a recurrence rule. A day that not every month has is the last of a shorter one. */
export function ruleOf({ every, weekdays, nth, onDay, inMonths, at, until }: Rule & { at?: string | null }): string {
	const named = [...weekdays].sort().map((day) => WEEKDAYS[Number(day)]!);
	const end = until ? [`UNTIL=${at ? `${plain(until)}T155959Z` : plain(until)}`] : [];
	if (every === 'week') return ['FREQ=WEEKLY', `BYDAY=${named.join(',')}`, ...end].join(';');
	const months = inMonths.length ? [`BYMONTH=${[...inMonths].sort((a, b) => Number(a) - Number(b)).join(',')}`] : [];
	const days =
		onDay && onDay > 28
			? [`BYMONTHDAY=${Array.from({ length: onDay - 27 }, (_, i) => 28 + i).join(',')}`, 'BYSETPOS=-1']
			: onDay
				? [`BYMONTHDAY=${onDay}`]
				: [`BYDAY=${named.map((day) => `${nth}${day}`).join(',')}`];
	return ['FREQ=MONTHLY', ...months, ...days, ...end].join(';');
}

const plain = (day: Day): string => day.replaceAll('-', '');

/** `;TZID=Asia/Shanghai:20260410T190000`, or `;VALUE=DATE:20260410` where no hour is said. `24:00` is the next day's beginning. */
function moment(day: Day, at: string | null | undefined): string {
	if (!at) return `;VALUE=DATE:${plain(day)}`;
	const [on, hour] = at === '24:00' ? [addDays(day, 1), '00:00'] : [day, at];
	return `;TZID=Asia/Shanghai:${plain(on)}T${hour.replace(':', '')}00`;
}

const escaped = (said: string): string => said.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** A line of at most 75 octets; what goes on begins with a blank. No character is cut. */
function folded(line: string): string[] {
	const lines: string[] = [];
	let current = '';
	let size = 0;
	for (const character of line) {
		const octets = Buffer.byteLength(character);
		if (size + octets > 75) {
			lines.push(current);
			current = ' ';
			size = 1;
		}
		current += character;
		size += octets;
	}
	return [...lines, current];
}
