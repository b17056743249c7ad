import type { Card, CardOf } from '../domain/card.ts';
import { listingOf } from '../domain/listing.ts';
import { standing } from '../domain/public-part.ts';
import { accuses, cite } from '../law/provisions.ts';
import type { Seen } from '../privacy/attachments/seen.ts';
import type { Finding, FindingKind, Judged } from '../schema/finding.ts';
import type { CollectionName, Entry, EntryOf } from '../schema/index.ts';
import type { Settings } from '../schema/settings.ts';

export type { Judged };

/** What a check looks at: every record, and the names of the files that were uploaded (`uploads/jinguiyuan/2026/a.pdf`). */
export interface Records {
	all: readonly Entry[];
	of<C extends CollectionName>(collection: C): readonly EntryOf<C>[];
	get(id: string): Entry | undefined;
	uploads: ReadonlySet<string>;
	/** what was read of the uploads, by their names; an upload that was not read is not among them */
	seen: ReadonlyMap<string, Seen>;
	/** what the board says of itself, where the whole of it was read */
	settings?: Settings;
	/** the day as of which is asked, where there is one */
	today?: string;
}

/** What a check finds; its id is added for it, and its kind and law where the finding names none of its own. */
export type Said = Pick<Finding, 'file' | 'field' | 'line' | 'problem' | 'fix' | 'law' | 'confirm'> & Partial<Pick<Finding, 'kind'>>;

/** One question asked of the whole record. Its page is `docs/checks/<id>.md`. */
export interface Check {
	id: string;
	kind: FindingKind;
	/** what it asks, in a Chinese sentence or two: the title of its page */
	asks: string;
	law?: string;
	run(records: Records): Said[];
}

/**
 * What a judgement may ask for besides the record it looks at. A program answers from all records; a page answers from the store, which
 * notes what was asked, so that the page is made again when the answer changes.
 */
export interface Around {
	get<C extends CollectionName>(id: string): EntryOf<C> | null;
	/** cards of the records of a collection that name this one, newest first */
	linking<C extends CollectionName>(id: string, collection: C): readonly CardOf<C>[];
	/** cards of a community's records of a collection, newest first */
	of<C extends CollectionName>(collection: C, community: string): readonly CardOf<C>[];
	/** whether a day has come */
	hasCome(day: string): boolean;
}

/** One rule, asked of one record at a time, in `check` and on the record's own page. Its page is `docs/checks/<id>.md`. */
export interface Judgement<C extends CollectionName = CollectionName> {
	id: string;
	/** what it asks, in a Chinese sentence */
	asks: string;
	of: C;
	look(entry: EntryOf<C>, around: Around): Judged[];
}

/** What was judged of a record, with the check that says so: a breach if a provision was broken that may be held against somebody, else a note. */
export interface Verdict extends Judged {
	check: string;
	/** what the check asks */
	asks: string;
	kind: 'breach' | 'note';
	/** as it is cited; empty where there is no provision */
	law: string;
}

/** Asks every judgement about a record. One that was withdrawn, or of which the web shows only where to inspect it, is not judged. */
export const judge = (judgements: readonly Judgement[], entry: Entry, around: Around): Verdict[] =>
	entry.data.withdrawn || entry.data.audience !== 'web'
		? []
		: judgements
				.filter(({ of }) => of === entry.collection)
				.flatMap(({ id, asks, look }) =>
					(look as Judgement['look'])(entry as never, around).map(
						({ settledOn, ...judged }): Verdict => ({
							...judged,
							...(settledOn && around.hasCome(settledOn) ? { settledOn } : {}),
							check: id,
							asks,
							kind: judged.provision && accuses(judged.provision) ? 'breach' : 'note',
							law: judged.provision ? cite(judged.provision) : '',
						}),
					),
				);

/** What those concerned replied to a verdict: to its field, to what holds that field, or to the check as a whole; the first first. */
export const repliesTo = ({ check, field }: Pick<Verdict, 'check' | 'field'>, { data }: Entry): Entry['data']['replies'] =>
	data.replies
		.filter((reply) => reply.check === check && (reply.field === undefined || isWithin(field, reply.field)))
		.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/** `agenda[1].ownersVote` is within `agenda[1]`; `agenda[10]` is not. */
const isWithin = (field: string, part: string): boolean => field === part || field.startsWith(`${part}.`) || field.startsWith(`${part}[`);

/** A verdict as `check` prints it. */
export const findingOf = (file: string, { check, asks, kind, law, ...judged }: Verdict): Finding => {
	const { field, expected, actual, arithmetic, fix, settledOn } = judged;
	const settled = settledOn ? `已解决：${settledOn}。` : '';
	return {
		check,
		kind,
		file,
		field,
		problem: `应当：${expected}；实际：${actual}${arithmetic ? `（${arithmetic}）` : ''}。${settled}`,
		fix,
		...(law ? { law } : {}),
		judged,
	};
};

/** Records to look at, from a list of them. */
export function recordsOf(
	entries: readonly Entry[],
	uploads: Iterable<string> = [],
	{ seen = new Map(), ...known }: Partial<Pick<Records, 'seen' | 'settings' | 'today'>> = {},
): Records {
	const byId = new Map(entries.map((e) => [e.id, e]));
	const byCollection = Map.groupBy(entries, (e) => e.collection);
	return {
		all: entries,
		of: (collection) => (byCollection.get(collection) ?? []) as never,
		get: (id) => byId.get(id),
		uploads: new Set(uploads),
		seen,
		...known,
	};
}

/** What is around a record when all records are at hand, on a day. As on the board, what was withdrawn is not there. */
export function aroundOf(records: Records, today: string): Around {
	const listed = standing(records.all)
		.map((entry) => ({ entry, ...listingOf(entry) }))
		.sort((a, b) => (a.day === b.day ? (a.card.id < b.card.id ? 1 : -1) : a.day < b.day ? 1 : -1));
	const byShelf = Map.groupBy(listed, ({ entry }) => `${entry.collection}@${entry.community}`);
	const byTarget = new Map<string, Card[]>();
	for (const { refs, card } of listed)
		for (const ref of refs) {
			const named = byTarget.get(ref);
			if (named) named.push(card);
			else byTarget.set(ref, [card]);
		}
	return {
		get: (id) => (records.get(id)?.data.withdrawn ? null : (records.get(id) ?? null)) as never,
		linking: (id, collection) => (byTarget.get(id) ?? []).filter((card) => card.collection === collection) as never,
		of: (collection, community) => (byShelf.get(`${collection}@${community}`) ?? []).map(({ card }) => card) as never,
		hasCome: (day) => day <= today,
	};
}
