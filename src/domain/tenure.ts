/** What follows from the terms of a body: how long one may last, when its renewal begins, who was written twice, and what should have been handed over when. */
import { addDays, type Day } from '../basics/days.ts';
import type { Body, Member, Term } from '../schema/bodies.ts';
import { type Deadline, deadlineOf } from './deadline.ts';
import { monthsBefore } from './roster.ts';
import type { Ruled } from './rules.ts';

/** The same day `n` years later; 29 February becomes the 28th. */
export const yearsAfter = (day: Day, n: number): Day => monthsBefore(day, -12 * n);

/** By when a renewal is to begin, so many months or days before a term is over. */
export const renewalFrom = (until: Day, { months, days }: { months?: number | undefined; days?: number | undefined }): Day =>
	months === undefined ? addDays(until, -(days ?? 0)) : monthsBefore(until, months);

/** The members of a term who stand in it twice at the same time, by their places in the list. */
export function doubled({ members }: Pick<Term, 'members'>): { first: number; again: number }[] {
	return members.flatMap((member, again) => {
		const first = members.findIndex((other) => other.name === member.name && meet(other, member));
		return first < again ? [{ first, again }] : [];
	});
}

/** The terms that begin before the one before them is over, each with that one, the earlier first. */
export function overlapping(terms: readonly Term[]): { before: Term; after: Term }[] {
	const sorted = [...terms].sort((a, b) => (a.from < b.from ? -1 : 1));
	return sorted.slice(1).flatMap((after, i) => {
		const before = sorted[i]!;
		return before.until !== undefined && after.from <= before.until ? [{ before, after }] : [];
	});
}

/**
 * By when what was handed over should have been: so many days after a departure that it can belong to, a member's or a whole
 * term's, whichever leaves the most time.
 * Null where nobody left, and where a term's days are counted from one that no roster says: that of the group for the renewal.
 */
export function handoverDue(
	body: Pick<Body, 'terms'>,
	term: Term,
	due: Day,
	{ days, since, leaver = days }: Pick<Ruled<'handover'>, 'days' | 'since' | 'leaver'>,
): Deadline | null {
	const departures = [
		...body.terms.flatMap(({ until }) => (until ? [{ on: until, within: since === 'termEnd' ? days : null }] : [])),
		...term.members.flatMap(({ until }) => (until ? [{ on: until, within: leaver }] : [])),
	].filter(({ on }) => on <= due);
	const latest = departures
		.map(({ on }) => on)
		.sort()
		.at(-1);
	if (departures.some(({ on, within }) => on === latest && within === null)) return null;
	return departures
		.flatMap(({ on, within }) => (within === null ? [] : [deadlineOf(on, within)]))
		.reduce<Deadline | null>((a, b) => (a && a.last >= b.last ? a : b), null);
}

/** The days between the term before and this one on which there was none, and how many whole months they are; null where it follows at once. */
export function gapBefore(terms: readonly Term[], term: Term): { from: Day; until: Day; months: number } | null {
	const before = terms.filter(({ from }) => from < term.from).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
	if (!before?.until) return null;
	const [from, until] = [addDays(before.until, 1), addDays(term.from, -1)];
	if (until < from) return null;
	let months = 0;
	while (monthsBefore(term.from, months + 1) >= from) months += 1;
	return { from, until, months };
}

/** Whether two postings hold on a day in common; the day of leaving does not count. */
const meet = (a: Member, b: Member): boolean => (!a.until || b.from < a.until) && (!b.until || a.from < b.until);
