import type { CollectionName, Entry, EntryOf } from '../schema/index.ts';
import type { Finding, FindingKind } from '../schema/finding.ts';

/** The records a check looks at. */
export interface Records {
	all: readonly Entry[];
	of<C extends CollectionName>(collection: C): readonly EntryOf<C>[];
	get(id: string): Entry | undefined;
}

/** One question asked of the whole record. Its page is `docs/checks/<id>.md`. */
export interface Check {
	id: string;
	kind: FindingKind;
	/** what it asks, in one Chinese sentence */
	asks: string;
	law?: string;
	run(records: Records): Omit<Finding, 'check' | 'kind' | 'law'>[];
}

/** Records to look at, from a list of them. */
export function recordsOf(entries: readonly Entry[]): Records {
	const byId = new Map(entries.map((e) => [e.id, e]));
	const byCollection = Map.groupBy(entries, (e) => e.collection);
	return {
		all: entries,
		of: (collection) => (byCollection.get(collection) ?? []) as never,
		get: (id) => byId.get(id),
	};
}
