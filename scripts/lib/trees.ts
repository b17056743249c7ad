import { blobsOf, sizesOf } from './record.ts';

/** What stands under a name in a folder: `100644` and what git calls its content. */
interface Entry {
	mode: string;
	id: string;
}

/** A commit's folder beside the same one of the commit before it; null ids: there is none. */
interface Pair {
	commit: string;
	/** with a slash at its end, or empty */
	path: string;
	before: string | null;
	after: string;
}

/** A file that a commit adds or changes, beside its first parent. */
export interface Change {
	commit: string;
	file: string;
	blob: string;
	/** as git writes it: `100644` is a plain file */
	mode: string;
}

/** No folder of a record lies as deep as this. */
const DEEPEST = 6;
/** So much may change in one push. A folder that holds itself many times over would have more files than the world has. */
const MOST_CHANGES = 400_000;
/** A folder that takes more bytes than this, some 100,000 files, is none of a record. */
const LARGEST_FOLDER = 4 * 2 ** 20;
/** Bytes of folders read at once. */
const AT_ONCE = 64 * 2 ** 20;

/** The mode of a folder. A folder with nothing in it is told as if it were a file: no list of files names it. */
export const FOLDER = '40000';

/**
 * What each commit changes of the one before it; null when that is more, or lies deeper, than a record can hold. Folder by folder, for `git diff-tree` makes
 * its whole list before it says a word of it, and a folder may hold itself.
 */
export function changesBetween(repository: string, pairs: readonly Omit<Pair, 'path'>[]): Change[] | null {
	const changes: Change[] = [];
	let level: Pair[] = pairs.filter(({ before, after }) => before !== after).map((pair) => ({ ...pair, path: '' }));
	for (let depth = 0; level.length > 0; depth++) {
		if (depth === DEEPEST) return null;
		const next: Pair[] = [];
		for (const [batch, folders] of foldersOf(repository, level)) {
			if (folders === null) return null;
			for (const { commit, path, before, after } of batch) {
				if (path && folders.get(after)!.size === 0) changes.push({ commit, file: path.slice(0, -1), blob: after, mode: FOLDER });
				const was = before === null ? null : folders.get(before)!;
				for (const [name, { mode, id }] of folders.get(after)!) {
					const there = was?.get(name);
					if (there?.id === id && there.mode === mode) continue;
					const file = path + name;
					if (mode !== FOLDER) changes.push({ commit, file, blob: id, mode });
					else next.push({ commit, path: `${file}/`, before: there?.mode === FOLDER ? there.id : null, after: id });
					if (changes.length + next.length > MOST_CHANGES) return null;
				}
			}
		}
		level = next;
	}
	return changes;
}

/** Some pairs at a time, with their folders; null instead where one is too large. */
function* foldersOf(repository: string, pairs: readonly Pair[]): Generator<[Pair[], Map<string, Map<string, Entry>> | null]> {
	const idsOf = ({ before, after }: Pair) => (before === null ? [after] : [before, after]);
	const sizes = sizesOf(repository, [...new Set(pairs.flatMap(idsOf))]);
	let batch: Pair[] = [];
	let bytes = 0;
	const read = (): [Pair[], Map<string, Map<string, Entry>>] => {
		const found = blobsOf(repository, [...new Set(batch.flatMap(idsOf))]);
		return [batch, new Map([...found].map(([id, tree]) => [id, entriesIn(tree, id.length / 2)]))];
	};
	for (const pair of pairs) {
		const [largest, size] = [
			Math.max(...idsOf(pair).map((id) => sizes.get(id)!)),
			idsOf(pair).reduce((sum, id) => sum + sizes.get(id)!, 0),
		];
		if (largest > LARGEST_FOLDER) return yield [[], null];
		batch.push(pair);
		bytes += size;
		if (bytes < AT_ONCE) continue;
		yield read();
		[batch, bytes] = [[], 0];
	}
	if (batch.length > 0) yield read();
}

/** A folder as git keeps it: `<mode> <name>\0<id>`, one after the other. */
function entriesIn(bytes: Uint8Array, idBytes: number): Map<string, Entry> {
	const tree = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	const entries = new Map<string, Entry>();
	for (let at = 0; at < tree.length; ) {
		const [space, end] = [tree.indexOf(32, at), tree.indexOf(0, at)];
		const name = tree.toString('utf8', space + 1, end);
		entries.set(name, { mode: tree.toString('latin1', at, space), id: tree.toString('hex', end + 1, end + 1 + idBytes) });
		at = end + 1 + idBytes;
	}
	return entries;
}
