import type { Card, CardOf } from '../domain/listing.ts';
import { listingOf } from '../domain/listing.ts';
import { cite, type Provision } from '../law/provisions.ts';
import type { Finding, FindingKind } from '../schema/finding.ts';
import type { CollectionName, Entry, EntryOf } from '../schema/index.ts';

/** What a check looks at: every record, and the names of the files that were uploaded (`uploads/jinguiyuan/2026/a.pdf`). */
export interface Records {
	all: readonly Entry[];
	of<C extends CollectionName>(collection: C): readonly EntryOf<C>[];
	get(id: string): Entry | undefined;
	uploads: ReadonlySet<string>;
}

/** What a check finds; its id and kind are added for it, and its law where the finding names none of its own. */
export type Said = Pick<Finding, 'file' | 'field' | 'problem' | 'fix' | 'law'>;

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

/** What a judgement says of a record: a finding without what is the same for all of them. */
export interface Judged {
	/** `agenda[1].ownersVote`, counted from 1; empty for the whole record */
	field: string;
	/** what was expected, with its day or number: `会前7日公告，最迟4月3日` */
	expected: string;
	/** what is there: `4月5日公告，晚了2天` */
	actual: string;
	/** what is to be done, by whom */
	fix: string;
	/** the arithmetic, where there is any: `108÷165＝65.45%，不到三分之二` */
	arithmetic?: string;
	/** by which provision; without one that was checked it is only a note */
	provision: Provision | null;
	/** the day it was made good, if it was */
	settledOn?: string;
}

/** One rule, asked of one record at a time, in `check` and on the record's own page. Its page is `docs/checks/<id>.md`. */
export interface Judgement<C extends CollectionName = CollectionName> {
	id: string;
	/** what it asks, in a Chinese sentence */
	asks: string;
	of: C;
	look(entry: EntryOf<C>, around: Around): Judged[];
}

/** What was judged of a record, with the check that says so: a breach if a checked provision was broken, else a note. */
export interface Verdict extends Judged {
	check: string;
	kind: 'breach' | 'note';
	/** as it is cited; empty where there is no provision */
	law: string;
}

/** Asks every judgement about a record. A record that was withdrawn is not judged. */
export const judge = (judgements: readonly Judgement[], entry: Entry, around: Around): Verdict[] =>
	entry.data.withdrawn
		? []
		: judgements
				.filter(({ of }) => of === entry.collection)
				.flatMap(({ id, look }) =>
					(look as Judgement['look'])(entry as never, around).map(
						(judged): Verdict => ({
							...judged,
							check: id,
							kind: judged.provision?.checked ? 'breach' : 'note',
							law: judged.provision ? cite(judged.provision) : '',
						}),
					),
				);

/** A verdict as `check` prints it. */
export const findingOf = (file: string, { check, kind, field, expected, actual, arithmetic, fix, law }: Verdict): Finding => ({
	check,
	kind,
	file,
	field,
	problem: `应当：${expected}；实际：${actual}${arithmetic ? `（${arithmetic}）` : ''}。`,
	fix,
	...(law ? { law } : {}),
});

/** Records to look at, from a list of them. */
export function recordsOf(entries: readonly Entry[], uploads: Iterable<string> = []): Records {
	const byId = new Map(entries.map((e) => [e.id, e]));
	const byCollection = Map.groupBy(entries, (e) => e.collection);
	return {
		all: entries,
		of: (collection) => (byCollection.get(collection) ?? []) as never,
		get: (id) => byId.get(id),
		uploads: new Set(uploads),
	};
}

/** What is around a record when all records are at hand, on a day. */
export function aroundOf(records: Records, today: string): Around {
	const listed = records.all
		.map((entry) => ({ entry, ...listingOf(entry) }))
		.sort((a, b) => (a.day === b.day ? (a.card.id < b.card.id ? 1 : -1) : a.day < b.day ? 1 : -1));
	const byShelf = Map.groupBy(listed, ({ entry }) => `${entry.collection}@${entry.community}`);
	const byTarget = new Map<string, Card[]>();
	for (const { refs, card } of listed) for (const ref of refs) byTarget.set(ref, [...(byTarget.get(ref) ?? []), card]);
	return {
		get: (id) => (records.get(id) ?? null) as never,
		linking: (id, collection) => (byTarget.get(id) ?? []).filter((card) => card.collection === collection) as never,
		of: (collection, community) => (byShelf.get(`${collection}@${community}`) ?? []).map(({ card }) => card) as never,
		hasCome: (day) => day <= today,
	};
}
