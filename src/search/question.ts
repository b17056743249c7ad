import { type Shard, SITE_SHARD } from './records.ts';

/** What a reader asks the search for; it is all in the address, so that a search can be linked. Empty text asks for no limit. */
export interface Question {
	q: string;
	community: string;
	collection: string;
	year: string;
	sort: Order;
	page: number;
}

/** Best first, or newest first. */
export type Order = 'best' | 'new';

/** The question in the query part of an address. */
export function questionIn(search: string): Question {
	const asked = new URLSearchParams(search);
	const text = (name: string) => (asked.get(name) ?? '').trim();
	return {
		q: text('q'),
		community: text('community'),
		collection: text('collection'),
		year: text('year'),
		sort: text('sort') === 'new' ? 'new' : 'best',
		page: Math.max(1, Number.parseInt(text('page'), 10) || 1),
	};
}

/** The address of a question; what is not asked is left out. */
export function addressOf({ sort, page, ...asked }: Question): string {
	const parameters = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
	if (sort === 'new') parameters.set('sort', sort);
	if (page > 1) parameters.set('page', String(page));
	return `/search/?${parameters}`;
}

/** How many shards one search may load: 861 KB at ten, and 4 MB at fifty. */
const MOST_SHARDS = 10;

/** The shards to load: the chosen community's and the whole board's; without a choice all of them, if they are not too many. */
export function shardsToAsk(shards: readonly Shard[], community: string): Shard[] {
	if (community) return shards.filter(({ id }) => id === community || id === SITE_SHARD);
	return shards.length <= MOST_SHARDS ? [...shards] : shards.filter(({ id }) => id === SITE_SHARD);
}

/** The question without a community that the board does not have, which an old link may name. */
export const onThisBoard = (question: Question, shards: readonly Shard[]): Question =>
	shards.some(({ id }) => id === question.community && id !== SITE_SHARD) ? question : { ...question, community: '' };
