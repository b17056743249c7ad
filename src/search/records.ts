/** What the browser is told of a record before its text is fetched: enough to sort it, to count it in facets, and to find it by its title. */
export interface SearchRecord {
	/** Pagefind's name for the page; empty if it has no word to be found by. */
	id: string;
	url: string;
	title: string;
	/** YYYY-MM-DD, or empty. */
	day: string;
	collection: string;
	community: string | null;
}

/** `records.json` of a shard: its records by URL, and what their collections are called. */
export interface ShardRecords {
	collections: Record<string, string>;
	records: SearchRecord[];
}

/** One line of `/search/shards.json`, the list of shards in the order they are offered. `site` holds what belongs to no community. */
export interface Shard {
	id: string;
	name: string;
}

/** The shard of what belongs to no community. */
export const SITE_SHARD = 'site';
