/** What is around a record, asked of the store: every question is noted for the page. */
import type { Around } from '../checks/check.ts';
import type { Store } from '../publish/store.ts';
import { sparing } from './clock.ts';

/** A community's records of one kind are few enough to be asked for at once; a longer series is judged by its latest. */
const MOST = 1000;

export const aroundIn = (store: Store): Around => ({
	get: (id) => store.get(id) as never,
	linking: (id, collection) => store.linksTo(id, MOST).filter((card) => card.collection === collection) as never,
	of: (collection, community) => store.list(`${collection}@${community}`, { order: '-', limit: MOST }) as never,
	hasCome: sparing(store),
});
