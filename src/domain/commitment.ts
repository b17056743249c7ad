/** What follows from a commitment: whether each promise was kept in each period, and which results are not there. */
import { addDays, type Day, periodDays } from '../basics/days.ts';
import type { Commitment } from '../schema/commitments.ts';

/** One thing that was promised. */
export type Promised = Commitment['items'][number];

/** How a promise stands in a period. `missing`: its result should be there and is not; `due`: the time to say it is not over. */
export type OutcomeState = 'kept' | 'broken' | 'missing' | 'due';

/** What came of a promise in one period. */
export interface Outcome {
	period: string;
	value: number | null;
	state: OutcomeState;
	/** what is said of it: the reason, where it was not kept */
	note: string | null;
	source: string | null;
	/** by whom the value was recorded */
	grade: Promised['results'][number]['grade'] | null;
}

/** So many days after a period its result must be there. */
export const GRACE = 30;

/** Whether a value keeps a promise: no less, or no more, than its target. */
export const isKept = ({ direction, target }: Pick<Promised, 'direction' | 'target'>, value: number): boolean =>
	direction === 'atLeast' ? value >= target : value <= target;

/** What came of a promise, period by period, the oldest first: every result, and every whole period that is over and has none. */
export function outcomesOf(item: Promised, { from, until }: Pick<Commitment, 'from' | 'until'>, hasCome: (day: Day) => boolean): Outcome[] {
	const expected = periodsFrom(item.every, from, (period) => {
		const { last } = periodDays(period);
		return (!until || last <= until) && hasCome(addDays(last, 1));
	});
	const all = [...new Set([...expected, ...item.results.map(({ period }) => period)])];
	return all
		.map((period): Outcome => {
			const result = item.results.find((one) => one.period === period);
			if (!result) {
				const late = hasCome(addDays(periodDays(period).last, GRACE + 1));
				return { period, value: null, state: late ? 'missing' : 'due', note: null, source: null, grade: null };
			}
			const { value, note = null, source, grade } = result;
			return { period, value, state: isKept(item, value) ? 'kept' : 'broken', note, source, grade };
		})
		.sort((a, b) => (endOf(a.period) < endOf(b.period) ? -1 : 1));
}

/** The periods of a cadence that lie whole after a day, for as long as `holds` says. */
function periodsFrom(every: Promised['every'], from: Day, holds: (period: string) => boolean): string[] {
	const periods: string[] = [];
	for (let year = Number(from.slice(0, 4)); ; year++)
		for (const period of PERIODS[every].map((part) => `${year}${part}`)) {
			if (periodDays(period).first < from) continue;
			if (!holds(period)) return periods;
			periods.push(period);
		}
}

const PERIODS: Readonly<Record<Promised['every'], readonly string[]>> = {
	month: Array.from({ length: 12 }, (_, i) => `-${String(i + 1).padStart(2, '0')}`),
	quarter: ['-Q1', '-Q2', '-Q3', '-Q4'],
	half: ['-H1', '-H2'],
	year: [''],
};

/** How many promises were kept, broken or are missing in one period. */
export interface Tally extends Record<OutcomeState, number> {
	period: string;
}

/** Every period in which a result was due, the oldest first, with how many promises were kept in it. */
export function talliesOf(commitment: Pick<Commitment, 'items' | 'from' | 'until'>, hasCome: (day: Day) => boolean): Tally[] {
	const outcomes = commitment.items.flatMap((item) => outcomesOf(item, commitment, hasCome));
	const periods = [...new Set(outcomes.map(({ period }) => period))].sort((a, b) => (endOf(a) < endOf(b) ? -1 : 1));
	return periods.map((period) => {
		const of = (state: OutcomeState) => outcomes.filter((one) => one.period === period && one.state === state).length;
		return { period, kept: of('kept'), broken: of('broken'), missing: of('missing'), due: of('due') };
	});
}

const endOf = (period: string): string => `${periodDays(period).last} ${period}`;

/** The latest period with results: how many of them kept what was promised; null before the first. */
export function latestOf({ items }: Pick<Commitment, 'items'>): { period: string; kept: number; of: number } | null {
	const results = items.flatMap((item) => item.results.map(({ period, value }) => ({ period, kept: isKept(item, value) })));
	const period = results
		.map((result) => result.period)
		.sort((a, b) => (endOf(a) < endOf(b) ? -1 : 1))
		.at(-1);
	if (!period) return null;
	const last = results.filter((result) => result.period === period);
	return { period, kept: last.filter(({ kept }) => kept).length, of: last.length };
}
