import type { Map as ImmutableMap } from 'immutable';
import { serialise } from '../../src/derive/serialise.ts';
import { slugFor } from './names.ts';
import { kindAt } from './records.ts';

type Map = ImmutableMap<string, unknown>;

/** The file a form would be saved as, as far as it is filled in; null where no record stands. */
export function fileOf(collection: Map, entry: Map): { path: string; raw: string } | null {
	const data = entry.get('data') as Map | undefined;
	if (!data) return null;
	const path = (entry.get('path') as string) || `${collection.get('folder')}/${slugFor(collection, data)}.${collection.get('extension')}`;
	const kind = kindAt(path);
	if (!kind) return null;
	const { body, ...fields } = data.toJS() as Record<string, unknown>;
	return { path, raw: serialise(kind, fields, typeof body === 'string' ? body : '') };
}
