import type { Finding, FindingKind } from '../schema/finding.ts';
import type { CollectionName, Entry, EntryOf } from '../schema/index.ts';

/** What a check looks at: every record, and the names of the files that were uploaded (`uploads/jinguiyuan/2026/a.pdf`). */
export interface Records {
	all: readonly Entry[];
	of<C extends CollectionName>(collection: C): readonly EntryOf<C>[];
	get(id: string): Entry | undefined;
	uploads: ReadonlySet<string>;
}

/** What a check finds; its id, kind and law are added for it. */
export type Said = Pick<Finding, 'file' | 'field' | 'problem' | 'fix'>;

/** One question asked of the whole record. Its page is `docs/checks/<id>.md`. */
export interface Check {
	id: string;
	kind: FindingKind;
	/** what it asks, in a Chinese sentence or two: the title of its page */
	asks: string;
	law?: string;
	run(records: Records): Said[];
}

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
