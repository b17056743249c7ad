import type { Day } from '../basics/days.ts';
import type { Body, Member, Term } from '../schema/bodies.ts';

/** The term that runs on a day: the latest that has begun, else the first listed. */
export const termOn = (body: Pick<Body, 'terms'>, on: Day): Term =>
	[...body.terms].sort((a, b) => (a.from < b.from ? 1 : -1)).find((term) => term.from <= on) ?? body.terms[0]!;

/** Whether a posting holds on a day. */
export const holdsOn = ({ from, until }: { from: Day; until?: Day | undefined }, on: Day): boolean => from <= on && (!until || until > on);

/** The members of a term who hold their post on a day. */
export const inOffice = (term: Pick<Term, 'members'>, on: Day): Member[] => term.members.filter((m) => holdsOn(m, on));

/** The seats of a term that stand empty on a day. */
export const vacanciesOn = (term: Pick<Term, 'vacancies'>, on: Day) => term.vacancies.filter((v) => v.since <= on && (!v.until || v.until > on));
