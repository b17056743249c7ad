import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Where the parts of a board lie. */
export interface Board {
	folder: string;
	/** The bare git repository that holds the record. */
	record: string;
	/** Releases, with the site under `current`. */
	site: string;
}

/** A board by the folder that holds all of it. */
export const boardAt = (folder: string): Board => ({ folder, record: join(folder, 'record.git'), site: join(folder, 'site') });

/** A server that serves this board now. */
export interface Running {
	pid: number;
	/** Where it listens on this machine. */
	url: string;
	/** Whether readers come through a proxy, by the address that the settings say. */
	isBehindProxy: boolean;
}

/** What became of a commit at the tip of main. */
export interface Published {
	commit: string;
	/** Why it was not published, in the words an editor reads. */
	why?: string;
	seconds: number;
	written: number;
	removed: number;
}

const lockFile = ({ folder }: Board) => join(folder, 'running.lock');
const runningFile = ({ folder }: Board) => join(folder, 'running.json');
const publishedFile = ({ folder }: Board) => join(folder, 'published.json');

/** Whether readers have something to read: a whole state of the site, published at whatever time. */
export const isPublished = ({ site }: Board): boolean => existsSync(join(site, 'current/index.html'));

/**
 * Takes the board for this process, until the process ends, however it ends: the system lets go of the lock, while a number in a file
 * would be another process's after a restart of the machine. Answers what lets go of it, null when another process has it. Throws what the
 * machine refuses.
 */
export function take(board: Board): (() => void) | null {
	makeFolder(board.folder);
	// Whoever only looks holds it for an instant.
	const lock = new DatabaseSync(lockFile(board), { timeout: 1000 });
	try {
		lock.exec('pragma journal_mode = off; begin exclusive');
	} catch (error) {
		lock.close();
		if (isBusy(error)) return null;
		throw error;
	}
	// Who was killed could not take away where it was.
	rmSync(runningFile(board), { force: true });
	return () => {
		rmSync(runningFile(board), { force: true });
		lock.close();
	};
}

/** SQLite says of a folder that it cannot write to only that the file does not open. */
function makeFolder(folder: string): void {
	let there = folder;
	while (!existsSync(there)) there = dirname(there);
	accessSync(there, constants.W_OK);
	mkdirSync(folder, { recursive: true });
}

/** Whether some process has the board. Who may not even look at the lock does not run it either. */
function isTaken(board: Board): boolean {
	try {
		const lock = new DatabaseSync(lockFile(board), { readOnly: true });
		try {
			lock.prepare('select count(*) from sqlite_schema').get();
			return false;
		} finally {
			lock.close();
		}
	} catch (error) {
		return isBusy(error);
	}
}

const isBusy = (error: unknown): boolean => (error as { errcode?: number }).errcode === SQLITE_BUSY;
const SQLITE_BUSY = 5;

/** Notes where the process that has taken the board serves it. */
export const noteRunning = (board: Board, running: Running): void => write(runningFile(board), running);
/** Notes what became of the tip of main, for whoever pushed it. */
export const notePublished = (board: Board, published: Published): void => write(publishedFile(board), published);

/** The server of this board, or null when none is alive, or it does not listen yet. */
export function runningNow(board: Board): Running | null {
	const running = read<Running>(runningFile(board));
	return running && isTaken(board) ? running : null;
}

/** What was noted last, or null when nothing ever was. */
export const lastPublished = (board: Board): Published | null => read<Published>(publishedFile(board));

/** Text that changes when a ref of the repository may have changed. Three questions to the disk and no process, so it can be asked often. */
export const refsStamp = (repository: string): string =>
	['refs/heads/main', 'packed-refs', 'reftable/tables.list'].map((file) => stampOf(join(repository, file))).join(' ');

function stampOf(file: string): string {
	const found = statSync(file, { throwIfNoEntry: false });
	return found ? `${found.ino}:${found.mtimeMs}:${found.size}` : '-';
}

function write(file: string, what: unknown): void {
	writeFileSync(`${file}.new`, `${JSON.stringify(what)}\n`);
	renameSync(`${file}.new`, file);
}

function read<T>(file: string): T | null {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as T;
	} catch {
		return null;
	}
}
