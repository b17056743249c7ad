import type { CollectionName, Entry, EntryOf } from '../schema/index.ts';
import type { Around } from './check.ts';

/** The records of a collection that name this one, whole, newest first. */
export const linked = <C extends CollectionName>({ id }: Pick<Entry, 'id'>, around: Around, collection: C): EntryOf<C>[] =>
	around.linking(id, collection).flatMap((card) => around.get<C>(card.id) ?? []);
