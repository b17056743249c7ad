/** The sample board as files to break and to vary: each record with its data as written, and a way to check the whole with some of them replaced. */
import { checkFiles } from '../../src/checks/files.ts';
import { frontMatter } from '../../src/derive/serialise.ts';
import { recordFiles } from '../../src/publish/files.ts';
import type { Finding } from '../../src/schema/finding.ts';
import { type CollectionName, collections } from '../../src/schema/index.ts';
import { parse } from '../../src/schema/parse.ts';
import { placeOf } from '../../src/schema/place.ts';
import { type Read, type RecordFile, readFile } from '../../src/schema/reader.ts';

/** The data of a record as its editor wrote it: text, numbers, lists, groups. */
export type Written = Record<string, unknown>;

/** One record of the sample board. */
export interface Sample {
	file: string;
	collection: CollectionName;
	data: Written;
	body: string;
	text: string;
}

const files = [...recordFiles('content')];

/** Every record of the sample board, in the order of their files. */
export const samples: readonly Sample[] = files.flatMap(({ file, bytes }) => {
	const place = placeOf(file);
	if (!('kind' in place) || place.kind !== 'record') return [];
	const text = new TextDecoder().decode(bytes);
	const parsed = parse(file, text, file.endsWith('.md'));
	if ('check' in parsed) throw new Error(`${file}: ${parsed.problem}`);
	return [{ file, collection: place.collection, data: parsed.data as Written, body: parsed.body, text }];
});

/** The schema of a record. */
export const schemaOf = ({ collection }: Pick<Sample, 'collection'>) => collections[collection].schema;

/** A record as the bytes of its file, with other data or another text below it. */
export function bytesOf({ file, body }: Sample, data: unknown, below = body): Uint8Array {
	const text = file.endsWith('.md') ? `---\n${frontMatter(data)}---\n\n${below}\n` : `${JSON.stringify(data, null, 2)}\n`;
	return new TextEncoder().encode(text);
}

const untouched = new Map<Uint8Array, Read>();
const readOnce = (found: RecordFile): Read => {
	const known = untouched.get(found.bytes) ?? readFile(found);
	if (found.bytes.length > 0 && !found.refused) untouched.set(found.bytes, known);
	return known;
};

/** What `check` says of the sample board with some files replaced, added (a name it does not have) or taken away (null). */
export function checkWith(changed: ReadonlyMap<string, Uint8Array | RecordFile | null>): Finding[] {
	const kept = files.filter(({ file }) => !changed.has(file));
	const added = [...changed].flatMap(([file, now]) => (now === null ? [] : now instanceof Uint8Array ? [{ file, bytes: now }] : [now]));
	const all = [...kept, ...added].sort((a, b) => (a.file < b.file ? -1 : 1));
	return checkFiles(all, readOnce, '2026-04-13').findings;
}

/** A copy that may be changed. */
export const copyOf = (data: Written): Written => structuredClone(data);

/** The value at a path, and how to put another one there in a copy of the data. */
export function withAt(
	data: Written,
	path: readonly PropertyKey[],
	change: (holder: Record<PropertyKey, unknown>, last: PropertyKey) => void,
): Written {
	const copy = copyOf(data);
	const holder = path.slice(0, -1).reduce<Record<PropertyKey, unknown>>((at, step) => at[step] as Record<PropertyKey, unknown>, copy);
	change(holder, path.at(-1)!);
	return copy;
}

/** A number that depends on the name alone: the same mutation of the same file is the same on every machine. */
export const pickOf = (name: string, n: number): number =>
	[...name].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 1_000_003, 7) % n;
