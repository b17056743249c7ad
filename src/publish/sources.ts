import { hasEvents, isShared } from '../domain/schedule.ts';
import { type CollectionName, collectionNames, collections, isCollection } from '../schema/index.ts';
import { SITE_SHARD } from '../search/records.ts';
import { listUrl, pagesOf, recordUrl } from './addresses.ts';
import { type Found, ROOT } from './naming.ts';
import type { Store } from './store.ts';

/** To add a kind of page, add a line here: what the site has once, and what follows from a community, a list or a record. */
const pages = {
	site: [
		'/',
		'/about/',
		'/data/',
		'/search/',
		'/findings/',
		'/duties/',
		'/data/duties.csv',
		'/search/shards.json',
		'/404.html',
		'/feed.xml',
		'/sitemap.xml',
		'/sitemaps/site.xml',
		'/robots.txt',
	],
	collection: (collection: CollectionName) => [`/data/${collection}.csv`],
	community: (id: string, store: Store) => [
		...[`/communities/${id}/feed.xml`, `/sitemaps/${id}.xml`],
		...(store.list<'schedules'>(`schedules@${id}`, { order: '-', limit: SCHEDULES }).some(isShared)
			? [`/communities/${id}/calendar.ics`]
			: []),
		...[`/findings/${id}/`, `/data/findings/${id}.csv`],
		...[`/duties/${id}/`, `/duties/${id}/all/`, `/data/duties/${id}.csv`],
	],
	collectionOfCommunity: (collection: CollectionName, community: string) => [`/data/${collection}/${community}.csv`],
	/** what comes with a record, and goes when it is withdrawn */
	record: {
		notices: (id: string) => [`${recordUrl(id)}sheet/`],
		ledgers: (id: string) => [`/data/${id}.csv`],
		matters: (id: string) => [`/data/${id}.csv`],
		requests: (id: string) => [`/data/${id}.csv`],
		assessments: (id: string) => [`/data/${id}.csv`],
		commitments: (id: string) => [`/data/${id}.csv`],
		schedules: (id: string, store: Store) => [`/data/${id}.csv`, ...(calendarOf(store, id) ? [`/${id}.ics`] : [])],
		cases: (id: string) => [`/data/${id}.csv`],
		statistics: (id: string) => [`/data/${id}.csv`],
	} as Partial<Record<CollectionName, (id: string, store: Store) => string[]>>,
};

/** So many of a community's schedules are looked at for its calendar. */
export const SCHEDULES = 200;

/** Whether a schedule has a calendar of its own. */
function calendarOf(store: Store, id: string): boolean {
	const entry = store.get<'schedules'>(id);
	return entry !== null && hasEvents({ ...entry.data, elsewhere: entry.data.audience !== 'web' });
}

/** The search shard of a community, or of what belongs to none (`site`): a page of several files. */
export const shardUrl = (shard: string): string => `/search/shards/${shard}/`;

/** The shard a URL stands for, or null. */
export const shardOf = (url: string): string | null => /^\/search\/shards\/([^/]+)\/$/.exec(url)?.[1] ?? null;

/** What a browser needs once to search anything: a page of several files, too. */
export const SEARCH_CLIENT = '/search/client/';

/**
 * Which URLs there are. A source looks at the records through a store and names pages, and further sources:
 * `site` → `community:<id>`, `collection:<name>` → `shelf:<name>:<community>`.
 */
export function sourcesOf({ search }: { search: boolean }): (store: Store, source: string) => Found {
	const shard = (name: string) => (search ? [shardUrl(name)] : []);

	return (store, source) => {
		const [kind, name = '', community = ''] = source.split(':');
		if (kind === ROOT)
			return {
				urls: [...pages.site, ...(search ? [SEARCH_CLIENT] : []), ...shard(SITE_SHARD)],
				sources: [
					...collectionNames.map((collection) => `collection:${collection}`),
					...store.ids('communities').map((id) => `community:${id.split('/')[1]}`),
				],
			};
		if (kind === 'community') return { urls: [...pages.community(name, store), ...shard(name)], sources: [] };
		if (!isCollection(name)) throw new Error(`no source is called ${source}`);
		if (kind === 'collection')
			return {
				urls: [
					...pages.collection(name),
					...listsOf(store, name),
					...recordsOf(store, name),
					...store.ids(`${name}~withdrawn`).map(recordUrl),
					...movedFrom(store, name),
				],
				sources: collections[name].of === 'site' ? [] : store.values(`${name}@`).map((id) => `shelf:${name}:${id}`),
			};
		return {
			urls: [...pages.collectionOfCommunity(name, community), ...listsOf(store, name, community), ...recordsOf(store, name, community)],
			sources: [],
		};
	};
}

/** The lists of a collection, or of a community's part of it: all of it, and each value of each facet, with their pages. */
function listsOf(store: Store, collection: CollectionName, community?: string): string[] {
	const scope = community ? `${collection}@${community}` : collection;
	const paged = (n: number, facet?: { name: string; value: string }) =>
		Array.from({ length: pagesOf({ collection, community }, n, store.pageSize) }, (_, i) =>
			listUrl({ collection, community, facet, page: i + 1 }),
		);
	return [
		...paged(store.count(scope)),
		...store.facets(scope).flatMap((name) => store.family(`${scope}#${name}=`).flatMap(({ value, n }) => paged(n, { name, value }))),
	];
}

/** The records of a community, or those of the whole board, and the pages that come with each. */
function recordsOf(store: Store, collection: CollectionName, community?: string): string[] {
	const ids = store.ids(community ? `${collection}@${community}` : `${collection}~site`);
	return ids.flatMap((id) => [recordUrl(id), ...(pages.record[collection]?.(id, store) ?? [])]);
}

/** Where records of a collection stood before they were renamed: each address keeps a page that leads on. */
const movedFrom = (store: Store, collection: CollectionName): string[] =>
	store.values(`${collection}<`).map((name) => recordUrl(`${collection}/${name}`));
