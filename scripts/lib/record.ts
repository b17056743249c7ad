import { LARGEST, type RecordFile } from '../../src/schema/reader.ts';
import { git } from './git.ts';

/** Blobs read at once, so that a large record is not held whole. */
const BATCH = 500;

/** A file at a commit, and the name git has for what is in it. */
export interface FileAt extends RecordFile {
	blob: string;
}

/**
 * Every file of the record at a commit, by name. As from a folder: links and files too large are named but not read, uploads only
 * named. What `isKnown` already is named without its bytes too.
 */
export function* filesAt(
	repository: string,
	commit: string,
	isKnown: (line: { file: string; blob: string }) => boolean = () => false,
): Generator<FileAt> {
	const listed = listedAt(repository, commit);
	for (let start = 0; start < listed.length; start += BATCH) {
		const batch = listed.slice(start, start + BATCH);
		const texts = blobsOf(repository, [...new Set(batch.filter((line) => isText(line) && !isKnown(line)).map(({ blob }) => blob))]);
		for (const line of batch) {
			const { file, blob, refused } = line;
			yield { file, blob, bytes: texts.get(blob) ?? NONE, ...(refused ? { refused } : {}) };
		}
	}
}

/** The names of the files at a commit with what git calls what is in them; with paths, only of those under them. */
export const listedAt = (repository: string, commit: string, paths: readonly string[] = []): TreeLine[] =>
	git(repository, ['ls-tree', '-r', '-l', '-z', commit, '--', ...paths])
		.toString()
		.split('\0')
		.filter(Boolean)
		.map(treeLine);

const NONE = new Uint8Array();

interface TreeLine {
	file: string;
	blob: string;
	refused?: 'symlink' | 'large';
}

/** `100644 blob <id>    1234\tmeetings/…`; 100… is the mode of a file, all else a link of some kind. */
function treeLine(line: string): TreeLine {
	const [, mode = '', blob = '', size = '', file = ''] = /^(\d+) \w+ (\w+) +(\S+)\t(.*)$/s.exec(line)!;
	if (!mode.startsWith('100')) return { file, blob, refused: 'symlink' };
	return { file, blob, ...(Number(size) > (isUpload(file) ? LARGEST.upload : LARGEST.record) ? { refused: 'large' } : {}) };
}

const isUpload = (file: string) => file.startsWith('uploads/');
const isText = ({ file, refused }: TreeLine) => !refused && !isUpload(file);

/** The bytes of some objects, by what git calls them. Throws where one is missing. */
export function blobsOf(repository: string, ids: readonly string[]): Map<string, Uint8Array> {
	if (ids.length === 0) return new Map();
	const out = git(repository, ['cat-file', '--batch'], ids.map((id) => `${id}\n`).join(''));
	const found = new Map<string, Uint8Array>();
	let at = 0;
	for (const id of ids) {
		// "<id> blob <size>\n<bytes>\n"
		const head = out.indexOf(10, at);
		const size = Number(out.toString('latin1', at, head).split(' ')[2]);
		if (!Number.isInteger(size)) throw new Error(`记录缺了一个对象（${id.slice(0, 12)}），请管理员运行 git fsck`);
		found.set(id, out.subarray(head + 1, head + 1 + size));
		at = head + 1 + size + 1;
	}
	return found;
}

/** How many bytes some objects have, by what git calls them. Nothing is read of them. */
export function sizesOf(repository: string, ids: readonly string[]): Map<string, number> {
	if (ids.length === 0) return new Map();
	const lines = git(repository, ['cat-file', '--batch-check=%(objectsize)'], ids.map((id) => `${id}\n`).join(''))
		.toString()
		.split('\n');
	return new Map(ids.map((id, i) => [id, Number(lines[i])]));
}
