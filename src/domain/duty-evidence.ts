/** Which records publish what a duty asks for: found by what they are, or by what they say of themselves. */
import type { Day } from '../basics/days.ts';
import type { Duty } from '../schema/rulepacks.ts';
import type { Card } from './card.ts';
import { isPart, makeUp, within } from './duty-periods.ts';

/** A record held against a duty. */
export interface Evidence extends Pick<Card, 'id' | 'title' | 'elsewhere'> {
	/** the last part of its id */
	name: string;
	/** the day it stands for: that of the meeting, of the notice */
	day: Day;
	/** the period it covers; null where it covers none */
	period: string | null;
	/** whether it is what happened, from whose day the time runs, and not merely what tells of it */
	happened: boolean;
	/** whether it says itself that it fulfils the duty */
	said: boolean;
	/** the day it was published; null if it was not yet, or does not publish what the duty asks for */
	publishedOn: Day | null;
}

/** Every record that bears on a duty. */
export const evidenceOf = (duty: Duty, cards: readonly Card[], hasCome: (day: Day) => boolean): Evidence[] =>
	cards.flatMap((card) => {
		if (card.collection === 'documents' && card.status !== 'inForce') return [];
		const published = (day: Day | null): Day | null => (day && day > '0001' && hasCome(day) ? day : null);
		const base = {
			id: card.id,
			title: card.title,
			elsewhere: card.elsewhere,
			name: card.id.slice(card.id.lastIndexOf('/') + 1),
			day: card.day,
		};
		const said = card.fulfils
			.filter(({ duty: code }) => code === duty.code)
			.map(({ period = null }) => ({ ...base, period, happened: false, said: true, publishedOn: published(card.publishedOn) }));
		if (said.length > 0) return said;
		const match = duty.match.find((match) => matches(match, card));
		if (!match) return [];
		const happened = match.per === 'event';
		// What is to be known beforehand is published by the call, not by the minutes.
		const called = duty.before !== undefined && card.collection === 'meetings' ? card.calledOn : card.publishedOn;
		return [{ ...base, period: 'period' in card ? card.period : null, happened, said: false, publishedOn: published(called) }];
	});

const matches = ({ collection, per: _, ...fields }: Duty['match'][number], card: Card): boolean =>
	card.collection === collection &&
	Object.entries(fields).every(([field, value]) => (card as unknown as Record<string, unknown>)[field] === value);

/**
 * The record that publishes a period, or what is asked for good (`null`): the one that came first. Without one of the period itself,
 * those of its parts together, which are there when the last of them is.
 */
export function recordFor(period: string | null, evidence: readonly Evidence[]): Evidence | null {
	if (period === null) return earliest(evidence);
	const own = evidence.filter((one) => (one.period === null ? !one.said && within(period, one.day) : one.period === period));
	if (own.length > 0) return earliest(own);
	const parts = evidence.filter((one) => one.period !== null && one.publishedOn !== null && isPart(period, one.period));
	const whole = makeUp(
		period,
		parts.map((part) => part.period!),
	);
	return whole ? parts.toSorted((a, b) => (a.publishedOn! < b.publishedOn! ? 1 : -1))[0]! : null;
}

/** The one published first; of those not yet published, the one of the earliest day. */
const earliest = (evidence: readonly Evidence[]): Evidence | null =>
	evidence.toSorted(
		(a, b) => compare(a.publishedOn ?? '9999', b.publishedOn ?? '9999') || compare(a.day, b.day) || compare(a.id, b.id),
	)[0] ?? null;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What happened, with what published each: the record itself, or another that says so of a period in which the day lies. */
export function eventsOf(evidence: readonly Evidence[]): { event: Evidence; record: Evidence | null }[] {
	const happened = evidence.filter((one) => !one.said);
	const told = evidence.filter((one) => one.said);
	const of = (event: Evidence) => told.filter(({ period }) => period && within(period, event.day));
	const alone = told.filter((one) => !happened.some((event) => of(event).includes(one)));
	return [
		...happened.map((event) => ({ event, record: earliest([...(event.publishedOn ? [event] : []), ...of(event)]) })),
		...alone.map((one) => ({ event: one, record: one })),
	].toSorted((a, b) => compare(a.event.day, b.event.day) || compare(a.event.id, b.event.id));
}
