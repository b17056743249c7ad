import fs from 'node:fs';
import { join, relative } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type Disk, sameFile } from './disk.ts';
import { type Files, fileOf } from './renderer.ts';

/** Folders down to this depth are shared between publications by symlink; what lies deeper is hard links, or copies where the disk refuses them. */
const SHARED_DEPTH = 2;
/** Folders that no longer show are kept for so many publications: a reader may still be in them. */
const KEPT = 3;

/** What becomes of the files of a folder: further folders, a file waiting in the staging folder, or nothing (null). */
type Changes = Map<string, Changes | string | null>;

/** A published site on disk, of which readers always see one whole state under `current`. */
export interface Tree extends Files {
	/** Whether what was published last is on the disk. */
	isThere(): boolean;
	/** Begins from nothing instead of from what shows now. */
	startOver(): void;
	/** Puts the changes on the disk, where nobody sees them yet. Inside the transaction. */
	prepare(): void;
	/** Takes what was put there off the disk again, so that a disk that was full has room for the next try. After the transaction was rolled back. */
	abandon(): void;
}

/**
 * The site as folders that never change once they are shown: `d/<revision>/<n>`. A folder points to the folders in it by symlinks,
 * whose text is the same from everywhere, so a publication makes new folders only along the way from the root to what changed, shares
 * all others, and shows everything by renaming one link, `current`.
 *
 * The order is: files on the disk (`prepare`), commit, rename (`show`). Whoever dies in between leaves the old site or, after the
 * commit, a rename for the next run to do. Call inside a transaction: it also keeps two publishers apart.
 */
export function openTree(out: string, db: DatabaseSync, disk: Disk = fs): Tree {
	fs.mkdirSync(join(out, 'd'), { recursive: true });
	const state = stateOf(out, db);
	state.repair();

	const revision = state.revision() + 1;
	const staging = `d/${revision}/new`;
	const root: Changes = new Map();
	const retired: string[] = [];
	let base = state.root();
	let staged = 0;
	let folders = 0;

	const change = (url: string, what: string | null) => {
		const names = fileOf(url);
		const name = names.pop()!;
		let folder = root;
		for (const each of names) {
			const inner = folder.get(each);
			if (inner instanceof Map) folder = inner;
			else folder.set(each, (folder = new Map()));
		}
		folder.set(name, what);
	};

	const newFolder = (): string => {
		const folder = `d/${revision}/${folders++}`;
		fs.mkdirSync(join(out, folder), { recursive: true });
		return folder;
	};

	/** Fills the folder `to` with what is in `from`, changed; says whether anything is in it. */
	const fill = (from: string | null, to: string, changes: Changes, depth: number): boolean => {
		const had = from ? fs.readdirSync(from, { withFileTypes: true }) : [];
		let filled = false;
		for (const entry of had) {
			if (changes.has(entry.name)) continue;
			copy(join(from!, entry.name), join(to, entry.name), entry.isDirectory(), disk);
			filled = true;
		}
		const names = new Set(had.map((entry) => entry.name));
		for (const [name, what] of changes) {
			const target = join(to, name);
			if (what instanceof Map) filled = fillInner(names.has(name) ? join(from!, name) : null, target, what, depth + 1) || filled;
			else if (what !== null) {
				if (names.has(name)) dateAfter(what, join(from!, name));
				fs.renameSync(what, target);
				filled = true;
			}
		}
		return filled;
	};

	const fillInner = (from: string | null, to: string, changes: Changes, depth: number): boolean => {
		if (depth > SHARED_DEPTH) {
			fs.mkdirSync(to);
			if (fill(from, to, changes, depth)) return true;
			fs.rmdirSync(to);
			return false;
		}
		const old = from && fs.realpathSync(from);
		if (old) retired.push(relative(fs.realpathSync(out), old));
		const folder = newFolder();
		if (!fill(old, join(out, folder), changes, depth)) {
			fs.rmdirSync(join(out, folder));
			return false;
		}
		disk.symlinkSync(`../../../${folder}`, to);
		return true;
	};

	return {
		isThere: () => base === null || fs.existsSync(join(out, base)),
		startOver() {
			base = null;
			for (const each of fs.readdirSync(join(out, 'd'))) if (Number(each) < revision) retired.push(`d/${each}`);
		},
		put(url, body) {
			if (staged === 0) fs.mkdirSync(join(out, staging), { recursive: true });
			const file = join(out, staging, String(staged++));
			fs.writeFileSync(file, body);
			change(url, file);
		},
		remove: (url) => change(url, null),
		prepare() {
			if (root.size === 0) return;
			const folder = newFolder();
			if (base) retired.push(base);
			fill(base && join(out, base), join(out, folder), root, 0);
			fs.rmSync(join(out, staging), { recursive: true, force: true });
			state.next(revision, folder, retired);
		},
		abandon() {
			if (!state.holds(revision)) fs.rmSync(join(out, `d/${revision}`), { recursive: true, force: true });
		},
	};
}

/** Shows what was committed, and deletes what has not been shown for a while. */
export function show(out: string, db: DatabaseSync): void {
	const state = stateOf(out, db);
	state.point();
	state.deleteOld();
}

/** What of the tree is in the database: the revision, its root, and folders to delete one day. It outlives a refill of the other tables. */
function stateOf(out: string, db: DatabaseSync) {
	db.exec('create table if not exists tree(name text primary key, value text not null)');
	db.exec('create table if not exists tree_retired(folder text primary key, revision integer not null)');
	const find = db.prepare('select value from tree where name = ?');
	const put = db.prepare('insert or replace into tree values(?, ?)');
	const retire = db.prepare('insert or replace into tree_retired values(?, ?)');

	const get = (name: string) => (find.get(name)?.value as string | undefined) ?? null;
	const revisions = () => fs.readdirSync(join(out, 'd')).map(Number);
	// Without a database, what lies on the disk counts as published, until something else is.
	const revision = () => Number(get('revision') ?? Math.max(0, ...revisions()));

	return {
		revision,
		root: () => get('root'),

		/** Whether a revision was committed. The table may be gone with a transaction that made it. */
		holds: (number: number): boolean =>
			db.prepare("select 1 from sqlite_schema where name = 'tree'").get() !== undefined && Number(get('revision') ?? 0) >= number,

		/** Finishes or undoes what an earlier run left half done. */
		repair() {
			this.point();
			for (const each of revisions()) if (each > revision()) fs.rmSync(join(out, `d/${each}`), { recursive: true });
		},

		point() {
			const root = get('root');
			if (!root || root === linkAt(join(out, 'current'))) return;
			const link = join(out, 'current.new');
			fs.rmSync(link, { force: true });
			fs.symlinkSync(root, link);
			fs.renameSync(link, join(out, 'current'));
		},

		next(number: number, root: string, retired: string[]) {
			put.run('revision', String(number));
			put.run('root', root);
			for (const folder of retired) retire.run(folder, number);
		},

		deleteOld() {
			const due = revision() - KEPT;
			for (const row of db.prepare('select folder from tree_retired where revision <= ?').all(due)) {
				const folder = row.folder as string;
				fs.rmSync(join(out, folder), { recursive: true, force: true });
				removeIfEmpty(join(out, folder, '..'));
			}
			db.prepare('delete from tree_retired where revision <= ?').run(due);
		},
	};
}

/**
 * Dates a file after the one it takes the place of, by a whole second at least, also where the clock was set back: nginx tells two states of a
 * page apart by their second and their size, and would answer a reader who has the old one that nothing changed.
 */
function dateAfter(file: string, last: string): void {
	const least = Math.floor(fs.statSync(last).mtimeMs / 1000) + 1;
	if (fs.statSync(file).mtimeMs < least * 1000) fs.utimesSync(file, least, least);
}

function copy(from: string, to: string, isFolder: boolean, disk: Disk): void {
	if (!isFolder) {
		sameFile(from, to, disk);
		return;
	}
	fs.mkdirSync(to);
	for (const entry of fs.readdirSync(from, { withFileTypes: true }))
		copy(join(from, entry.name), join(to, entry.name), entry.isDirectory(), disk);
}

function linkAt(path: string): string | null {
	try {
		return fs.readlinkSync(path);
	} catch {
		return null;
	}
}

function removeIfEmpty(folder: string): void {
	try {
		fs.rmdirSync(folder);
	} catch {
		// Something is still in it, and it stays.
	}
}
