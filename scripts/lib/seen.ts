import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Seen } from '../../src/privacy/attachments/seen.ts';
import { gradeOf } from '../../src/privacy/found.ts';
import { digestOfFiles, project } from '../../src/publish/bundle.ts';
import { recordFiles } from '../../src/publish/files.ts';
import { git } from './git.ts';
import { see } from './reader.ts';
import { listedAt } from './record.ts';

/** What is seen in the uploads under a folder. A file that was not touched since is known. */
export async function seenUnder(content: string): Promise<Map<string, Seen>> {
	const uploads = (existsSync(join(content, 'uploads')) ? [...recordFiles(content, 'uploads')] : [])
		.filter(({ refused }) => !refused)
		.map(({ file }) => {
			const path = join(content, file);
			const { size, mtimeMs, ctimeMs, ino } = statSync(path);
			return { file, digest: `${size} ${mtimeMs} ${ctimeMs} ${ino}`, bytes: () => readFileSync(path), mayStay: true };
		});
	const seen = await seenIn(uploads, join(project, 'node_modules/.cache/attachments.sqlite'));
	return new Map(uploads.map(({ file }, i) => [file, seen[i]!]));
}

/** A file by its name, and what git calls what is in it. */
interface InGit {
	file: string;
	blob: string;
}

/** What is seen in the uploads at a commit. `mayStay`: what of it may be remembered; what is refused leaves nothing behind. */
export async function seenAt(
	repository: string,
	commit: string,
	mayStay: (found: InGit) => boolean = () => true,
): Promise<Map<string, Seen>> {
	const uploads = listedAt(repository, commit, ['uploads']).filter(({ refused }) => !refused);
	const seen = await seenOf(repository, uploads, mayStay);
	return new Map(uploads.map(({ file }, i) => [file, seen[i]!]));
}

/** The same of any uploads in the repository, in their order. Without `mayStay` nothing new is remembered. */
export const seenOf = (repository: string, uploads: readonly InGit[], mayStay: (found: InGit) => boolean = () => false): Promise<Seen[]> =>
	seenIn(
		uploads.map((found) => ({
			file: found.file,
			digest: found.blob,
			bytes: () => git(repository, ['cat-file', 'blob', found.blob]),
			mayStay: mayStay(found),
		})),
		join(repository, 'board-attachments.sqlite'),
	);

/** An upload by name, with what tells its content from another's, and its bytes when they are wanted. */
interface Upload {
	file: string;
	digest: string;
	bytes(): Uint8Array;
	/** whether what is seen in it may be remembered */
	mayStay: boolean;
}

/** What decides what is seen in an upload. */
const READER = ['src/privacy', 'src/basics/unified-code.ts', 'package-lock.json'];

/**
 * Looks into every upload, into each only once: what was seen in it is kept in a database, unless it might be personal. Without the
 * database, or with a broken one, every upload is looked into again.
 */
async function seenIn(uploads: readonly Upload[], memory: string): Promise<Seen[]> {
	const seen: Seen[] = [];
	if (uploads.length === 0) return seen;
	const store = orNull(() => opened(memory));
	for (const { file, digest, bytes, mayStay } of uploads) {
		const key = `${digest} ${file}`;
		const known = orNull(() => store?.get(key));
		const found = known ?? (await see(file, bytes()));
		if (!known && mayStay && isHarmless(found)) orNull(() => store?.put(key, withoutNames(found)));
		seen.push(found);
	}
	orNull(() => store?.close());
	return seen;
}

/**
 * Nothing in it that is kept back, but what offices have too. What is personal is not written down a second time; and why a file was
 * refused is found anew each time, for its reader may have been ended by a machine that had no more to give.
 */
const isHarmless = ({ data, trouble }: Seen): boolean =>
	!trouble && data.every((each) => each.what === '固定电话' || gradeOf(each) === 'name');

/** Where somebody is named is remembered, and not who. */
const withoutNames = ({ data, ...seen }: Seen): Seen => ({
	...seen,
	data: data.map((each) =>
		gradeOf(each) === 'name' ? { what: each.what, text: `${each.text.slice(0, 1)}…`, key: each.what, where: each.where } : each,
	),
});

/** Nobody is refused because the memory fails. */
function orNull<T>(run: () => T): T | null {
	try {
		return run() ?? null;
	} catch {
		return null;
	}
}

function opened(path: string) {
	mkdirSync(dirname(path), { recursive: true });
	const db = new DatabaseSync(path, { timeout: 5000 });
	db.exec('create table if not exists seen(key text primary key, reader text not null, said text not null) strict, without rowid');
	const reader = digestOfFiles(project, READER);
	const get = db.prepare('select said from seen where key = ? and reader = ?');
	const put = db.prepare('insert or replace into seen values(?, ?, ?)');
	return {
		get: (key: string): Seen | undefined => {
			const row = get.get(key, reader);
			return row && (JSON.parse(row.said as string) as Seen);
		},
		put: (key: string, seen: Seen) => void put.run(key, reader, JSON.stringify(seen)),
		close: () => db.close(),
	};
}
