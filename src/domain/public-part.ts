/** What of a record the board publishes: all of it, or of one that was withdrawn only its stub. */
import type { Day } from '../basics/days.ts';
import type { CollectionName, Entry } from '../schema/index.ts';
import { type Listing, listingOf } from './listing.ts';

/** What stays of a record that was withdrawn: what it was called, since when, why, and what to read instead. */
export interface Stub {
	id: string;
	collection: CollectionName;
	community?: string;
	withdrawn: true;
	data: {
		title: string;
		/** where the records of its collection have one instead of a title */
		name?: string;
		publishedOn: Day | null;
		withdrawn: NonNullable<Entry['data']['withdrawn']>;
	};
	body: '';
}

/** What a list of withdrawn records knows of one; `day` is the one on which it was withdrawn. */
export interface StubCard {
	id: string;
	collection: CollectionName;
	community: string | null;
	title: string;
	day: Day;
}

/**
 * A record as the board keeps it, and where it is listed. Whatever shows, lists, counts, adds up, judges or indexes records has them from
 * here, so what was withdrawn is nowhere but on its own page, and nobody need think of it.
 */
export function publicPart(entry: Entry): { entry: Entry | Stub; listing: Listing | StubListing } {
	const { id, collection, community, data } = entry;
	const listing = listingOf(entry);
	if (!data.withdrawn) return { entry, listing };
	const { title } = listing.card;
	const stub: Stub = {
		...{ id, collection, ...(community ? { community } : {}), withdrawn: true },
		data: { title, ...('name' in data ? { name: data.name } : {}), publishedOn: data.publishedOn ?? null, withdrawn: data.withdrawn },
		body: '',
	};
	const { on: day } = data.withdrawn;
	const card: StubCard = { id, collection, community: community ?? null, title, day };
	return { entry: stub, listing: { ...listing, day, facets: {}, card, refs: [], closes: null, withholds: true } };
}

type StubListing = Omit<Listing, 'card'> & { card: StubCard };

/** The records that are not withdrawn. */
export const standing = (entries: readonly Entry[]): Entry[] => entries.filter(({ data }) => !data.withdrawn);
