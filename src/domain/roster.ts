/** What follows from a roster on a day: which term runs, who sits, which seats stand empty, and whether a cross-posting has both its halves. */
import { addDays, type Day, daysBetween } from '../basics/days.ts';
import type { Body, Member, Term } from '../schema/bodies.ts';

/** Whether a day has come: told by a day that is known, or asked of a clock, which notes the question. */
export type HasCome = (day: Day) => boolean;

/** The latest term that has begun; the first listed if none has. */
export const latestBegun = <T extends { from: Day }>(terms: readonly T[], hasCome: HasCome): T =>
	[...terms].sort((a, b) => (a.from < b.from ? 1 : -1)).find(({ from }) => hasCome(from)) ?? terms[0]!;

/** Whether what lasts from a day until another (not counted) runs. */
export const runs = ({ from, until }: { from: Day; until?: Day | null | undefined }, hasCome: HasCome): boolean =>
	hasCome(from) && !(until && hasCome(until));

/** The term that runs on a day: the latest that has begun, else the first listed. */
export const termOn = (body: Pick<Body, 'terms'>, on: Day): Term => latestBegun(body.terms, (day) => day <= on);

/** Whether a posting holds on a day. */
export const holdsOn = (posting: Parameters<typeof runs>[0], on: Day): boolean => runs(posting, (day) => day <= on);

/** Everybody a term lists on a day, whatever their seat. */
export const listedOn = (term: Pick<Term, 'members'>, on: Day): Member[] => term.members.filter((m) => holdsOn(m, on));

/**
 * Whether somebody sits with a seat that counts, towards quorum, majority and size: a member in office, an alternate since the day they
 * moved up. A secretary or adviser never does.
 */
export const sits = (member: Pick<Member, 'seat' | 'movedUpOn' | 'from' | 'until'>, hasCome: HasCome): boolean =>
	runs(member, hasCome) &&
	(member.seat === 'member' || (member.seat === 'alternate' && member.movedUpOn !== undefined && hasCome(member.movedUpOn)));

/** The members of a term who sit on a day. */
export const inOffice = (term: Pick<Term, 'members'>, on: Day): Member[] => term.members.filter((m) => sits(m, (day) => day <= on));

/** Those a term lists on a day who do not count: alternates in their order, then secretaries and advisers. */
export const besideOn = (term: Pick<Term, 'members'>, on: Day): Member[] => {
	const beside = listedOn(term, on).filter((m) => !sits(m, (day) => day <= on));
	return [
		...beside.filter(({ seat }) => seat === 'alternate').sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity)),
		...beside.filter(({ seat }) => seat !== 'alternate'),
	];
};

/** Whether somebody ever had a seat that counts in their term. */
export const everSat = ({ seat, movedUpOn }: Pick<Member, 'seat' | 'movedUpOn'>): boolean =>
	seat === 'member' || (seat === 'alternate' && movedUpOn !== undefined);

/** The members of a term who have left their post by a day, the last to leave first. */
export const pastMembers = (term: Pick<Term, 'members'>, on: Day): Member[] =>
	term.members.filter((m) => m.until && m.until <= on).sort((a, b) => (a.until! < b.until! ? 1 : -1));

/** The seats of a term that stand empty on a day. */
export const vacanciesOn = (term: Pick<Term, 'vacancies'>, on: Day) =>
	term.vacancies.filter(({ since, until }) => holdsOn({ from: since, until }, on));

/**
 * The latest of some days that has come, or null. Between two such days nothing in a record that is judged by them changes, so a page
 * may take this day for today and need not be made anew each morning. `hasCome` is asked about the later days first, and only until one has.
 */
export const latestCome = (days: Iterable<Day>, hasCome: HasCome): Day | null => [...new Set(days)].sort().reverse().find(hasCome) ?? null;

/** The days on which something in a body's roster changes: terms, postings, vacancies, cross-postings, and handovers falling due. */
export function daysThatMatter({ terms }: Pick<Body, 'terms'>): Day[] {
	return terms
		.flatMap((term) => [
			term.from,
			...term.members.flatMap((m) => [m.from, m.movedUpOn, m.until, ...m.alsoAt.flatMap((at) => [at.from, at.until])]),
			...term.vacancies.flatMap((v) => [v.since, v.until]),
			...term.handovers.map((h) => h.due),
			term.until,
		])
		.filter((day) => day !== undefined);
}

/**
 * Whole months left of a term on a day known only by asking whether other days have come; null once its last day is over. At most `most`.
 * The answer changes once a month, and so does the page that shows it.
 */
export function monthsLeft(until: Day, hasCome: HasCome, most = 120): number | null {
	const over = (months: number) => hasCome(addDays(monthsBefore(until, months), 1));
	if (over(0)) return null;
	let [left, tooMany] = [0, most + 1];
	while (tooMany - left > 1) {
		const middle = Math.floor((left + tooMany) / 2);
		if (over(middle)) tooMany = middle;
		else left = middle;
	}
	return left;
}

/** The same day of the month `n` months earlier, or the last of a shorter month. */
export function monthsBefore(day: Day, n: number): Day {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	const months = year * 12 + month - 1 - n;
	const [y, m] = [Math.floor(months / 12), (months % 12) + 1];
	const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
	return `${y}-${String(m).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`;
}

/** How many days after its election a term was filed; null where either day is not known. @law 物业管理条例 第十六条 */
export const filedAfter = ({ electedOn, filing }: Pick<Term, 'electedOn' | 'filing'>): number | null =>
	electedOn && filing ? daysBetween(electedOn, filing.on) : null;

/**
 * One person in two bodies, as seen from `here`. Both rosters should say so: `both`; the other lists the person but not the cross-posting: `unsaid`;
 * the other does not list the person at all: `absent`; there is no such roster: `unknown`; only the other says it: `theirs`.
 */
export interface CrossPosting {
	name: string;
	/** the post in this body; null where this roster does not list the person */
	post: string | null;
	/** the post in this body as the other roster says it, where only the other speaks of it */
	claimed?: string;
	/** the other body's id, and its name as its own record says it */
	other: string;
	otherName: string | null;
	otherPost: string;
	halves: 'both' | 'unsaid' | 'absent' | 'unknown' | 'theirs';
}

type Roster = Pick<Body, 'name' | 'terms'>;

/** The cross-postings of a body that hold on a day, in the order of its members; those only others speak of at the end. */
export function crossPostings(id: string, here: Roster, others: ReadonlyMap<string, Roster | null>, on: Day): CrossPosting[] {
	const members = listedOn(termOn(here, on), on);
	const ours = members.flatMap((member) =>
		member.alsoAt
			.filter((at) => holdsOn(at, on))
			.map((at): CrossPosting => {
				const other = others.get(at.body) ?? null;
				const twin = other && listedOn(termOn(other, on), on).find(({ name }) => name === member.name);
				return {
					name: member.name,
					post: member.post,
					other: at.body,
					otherName: other?.name ?? null,
					otherPost: at.post,
					halves: !other ? 'unknown' : !twin ? 'absent' : postingsIn(twin, id, on).length ? 'both' : 'unsaid',
				};
			}),
	);
	const said = new Set(ours.map(({ name, other }) => `${other} ${name}`));
	const theirs = [...others].flatMap(([otherId, other]) =>
		(other ? listedOn(termOn(other, on), on) : []).flatMap((member) =>
			postingsIn(member, id, on)
				.filter(() => !said.has(`${otherId} ${member.name}`))
				.map(
					(at): CrossPosting => ({
						name: member.name,
						post: members.find(({ name }) => name === member.name)?.post ?? null,
						claimed: at.post,
						other: otherId,
						otherName: other!.name,
						otherPost: member.post,
						halves: 'theirs',
					}),
				),
		),
	);
	return [...ours, ...theirs];
}

const postingsIn = (member: Member, body: string, on: Day) => member.alsoAt.filter((at) => at.body === body && holdsOn(at, on));
