import type { Around } from '../derive/identity.ts';
import type { CollectionName, EntryOf } from '../schema/index.ts';

/** What is asked of the store for a table of records. */
interface Records {
	readonly settings: { url: string };
	get(id: string): { data: unknown } | null;
	get<Data>(id: string, fields: (keyof Data & string)[]): Data | null;
	ids(shelf: string): string[];
}

/** The records on a shelf of a collection, newest first. */
export const entriesOn = <C extends CollectionName>(store: Records, shelf: C | `${C}@${string}`): EntryOf<C>[] =>
	store
		.ids(shelf)
		.toReversed()
		.map((id) => store.get(id) as unknown as EntryOf<C>);

/** What a table says besides the records, asked of the store as it is needed. */
export const around = (store: Records): Around => ({
	url: store.settings.url,
	communityName: (id) => store.get<{ name: string }>(`communities/${id}`, ['name'])?.name ?? id,
	isWithdrawn: (id) => Boolean(store.get<{ withdrawn?: object }>(id, ['withdrawn'])?.withdrawn),
});
