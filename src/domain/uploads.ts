/** Which uploads a record names, in its fields and in its text. */
import { collections, type Entry } from '../schema/index.ts';
import { visitFields } from '../schema/walk.ts';

const UPLOAD = /\/(uploads\/[a-z0-9-]+\/\d{4}\/[A-Za-z0-9][A-Za-z0-9._-]*)/g;

/** The uploads a text names: `uploads/jinguiyuan/2026/a.pdf`. */
export const uploadsNamed = (text: string): Set<string> => new Set([...text.matchAll(UPLOAD)].map(([, file]) => file!));

/** The uploads a record names, in its fields and its text. */
export function uploadsIn({ collection, data, body }: Pick<Entry, 'collection' | 'data' | 'body'>): Set<string> {
	const texts = [body];
	visitFields(collections[collection].schema, data, (value) => {
		if (typeof value === 'string' && value.includes('/uploads/')) texts.push(value);
	});
	return uploadsNamed(texts.join('\n'));
}
