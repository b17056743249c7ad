import { addDays, chineseDay, type Day } from '../../basics/days.ts';
import { type Member, seatKinds } from '../../schema/bodies.ts';

const DIGITS = '零一二三四五六七八九十';

/** Whole months from a day to the last day of a term, that day included: 60 for five years. */
export function monthsOf(from: Day, until: Day): number {
	const [y1, m1, d1] = from.split('-').map(Number) as [number, number, number];
	const [y2, m2, d2] = addDays(until, 1).split('-').map(Number) as [number, number, number];
	return (y2 - y1) * 12 + m2 - m1 - (d2 < d1 ? 1 : 0);
}

/** `2年2个月`, `3年`, `5个月` */
export const spanText = (months: number): string =>
	[Math.floor(months / 12) && `${Math.floor(months / 12)}年`, months % 12 && `${months % 12}个月`].filter(Boolean).join('');

/** How long a term is, for the head of a sentence: `五年`, `两年`, `30个月`. */
export function lengthOf(from: Day, until: Day): string {
	const months = monthsOf(from, until);
	const years = months / 12;
	return Number.isInteger(years) && years > 0 && years <= 10 ? `${years === 2 ? '两' : DIGITS[years]}年` : `${months}个月`;
}

/** How a member came to their seat, where it was not by the election of the term: `（补选）`, `（候补，2024年3月1日递补）`. */
export const cameBy = ({ seat, movedUpOn, byElection }: Pick<Member, 'seat' | 'movedUpOn' | 'byElection'>): string =>
	seat === 'alternate'
		? `（候补${movedUpOn ? `，${chineseDay(movedUpOn)}递补` : ''}）`
		: seat !== 'member'
			? `（${seatKinds[seat]}）`
			: byElection
				? '（补选）'
				: '';
