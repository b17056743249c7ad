/** Until when each way to object to a notice is open: a box is emptied, a telephone answered, until an hour of the last day. */
import type { Day } from '../basics/days.ts';
import type { Notice } from '../schema/notices.ts';
import { hoursIn } from './hours.ts';

type Channel = Notice['channels'][number];
type Period = NonNullable<Notice['period']>;

/** The hour of the last day at which a channel closes; null where it says none, or closes on another day. */
function hourOf({ detail, until }: Pick<Channel, 'detail' | 'until'>, closesOn: Day): string | null {
	if (until !== undefined) {
		const [, month, day] = /(\d{1,2})月(\d{1,2})日/.exec(until) ?? [];
		if (month && closesOn.slice(5) !== `${month.padStart(2, '0')}-${day!.padStart(2, '0')}`) return null;
		return latest(until);
	}
	// Of some weekdays only, or of a day of its own: whether that is the last day is not said.
	return /周|星期|礼拜|工作日|月\d{1,2}日/.test(detail) ? null : latest(detail);
}

const latest = (text: string): string | null =>
	hoursIn(text)
		.map(({ from, until }) => until ?? from)
		.sort()
		.at(-1) ?? null;

/**
 * What closes earlier on the last day than the period does, in words: `意见箱、电话到18:00`; null where nothing does.
 * @law 民法典 第二百零三条：有业务时间的，停止业务活动的时间为截止时间
 */
export function earlierHours(channels: readonly Channel[], { closesOn, closesAt }: Pick<Period, 'closesOn' | 'closesAt'>): string | null {
	const closing = channels.flatMap(({ kind, ...channel }) => {
		const at = hourOf(channel, closesOn);
		return at && at < closesAt ? [{ kind, at }] : [];
	});
	const hours = [...Map.groupBy(closing, ({ at }) => at)].sort(([a], [b]) => (a < b ? -1 : 1));
	return hours.map(([at, some]) => `${[...new Set(some.map(({ kind }) => kind))].join('、')}到${at.replace(/^0/, '')}`).join('，') || null;
}

/** The hour of the last day after which no way to object works any more. */
export function lastHour(channels: readonly Channel[], { closesOn, closesAt }: Pick<Period, 'closesOn' | 'closesAt'>): string {
	const hours = channels.map((channel) => hourOf(channel, closesOn) ?? closesAt).sort();
	return hours.length && hours.at(-1)! < closesAt ? hours.at(-1)! : closesAt;
}
