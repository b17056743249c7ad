import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
	url: string;
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

const runningFile = ({ folder }: Board) => join(folder, 'running.json');
const publishedFile = ({ folder }: Board) => join(folder, 'published.json');

/** Notes that this process serves the board, and where. */
export const noteRunning = (board: Board, running: Running): void => write(runningFile(board), running);
/** Notes what became of the tip of main, for whoever pushed it. */
export const notePublished = (board: Board, published: Published): void => write(publishedFile(board), published);

/** Forgets that this process runs the board. */
export function forgetRunning(board: Board): void {
	if (read<Running>(runningFile(board))?.pid === process.pid) rmSync(runningFile(board), { force: true });
}

/** The server of this board, or null when none is alive. */
export function runningNow(board: Board): Running | null {
	const running = read<Running>(runningFile(board));
	return running && isAlive(running.pid) ? running : null;
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

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
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
