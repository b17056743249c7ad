import type { Day } from '../../basics/days.ts';
import { besideOn, daysThatMatter, inOffice, latestCome, termOn, vacanciesOn } from '../../domain/roster.ts';
import type { Body, Member, Term } from '../../schema/bodies.ts';
import type { EntryOf } from '../../schema/index.ts';

/** What is asked of the store. */
interface Records {
	get(id: string): { data: unknown } | null;
	ids(shelf: string): string[];
	passed(day: Day): boolean;
}

/** A roster as it stands, and the other rosters its cross-postings are held against. */
export interface Roster {
	/** the latest day that changed anything in these rosters */
	on: Day;
	term: Term;
	members: Member[];
	/** those listed who do not count: alternates, secretaries, advisers */
	beside: Member[];
	vacancies: Term['vacancies'];
	/** the bodies of the same community, its parent and those named elsewhere; null where there is no such record */
	others: ReadonlyMap<string, Body | null>;
}

/** The roster as it stands today, asked so that it is not made anew until one of its days comes. */
export function rosterOf(store: Records, { id, community, data }: EntryOf<'bodies'>): Roster {
	const named = [
		...(data.parent ? [data.parent] : []),
		...data.terms.flatMap((term) => term.members.flatMap((member) => member.alsoAt.map(({ body }) => body))),
	];
	const around = community ? store.ids(`bodies@${community}`) : [];
	const others = new Map(
		[...new Set([...around, ...named])]
			.filter((other) => other !== id)
			.sort()
			.map((other) => [other, (store.get(other)?.data as Body | undefined) ?? null]),
	);
	const days = [data, ...others.values()].flatMap((body) => (body ? daysThatMatter(body) : []));
	const on = latestCome(days, (day) => store.passed(day)) ?? data.terms.map(({ from }) => from).sort()[0]!;
	const term = termOn(data, on);
	return { on, term, members: inOffice(term, on), beside: besideOn(term, on), vacancies: vacanciesOn(term, on), others };
}

/** The terms that are not the one given, the latest first. */
export const otherTerms = ({ terms }: Pick<Body, 'terms'>, but: Term): Term[] =>
	terms.filter((term) => term !== but).sort((a, b) => (a.from < b.from ? 1 : -1));
