import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { troubleOf } from '../../scripts/lib/machine.ts';
import { fullDisk } from '../../src/publish/disk.ts';
import { objectsOf } from './objects.ts';

/** Who writes: the editor is the author, the board the committer. */
export interface Person {
	person: string;
	email: string;
}

/** A file at a commit. */
export interface Blob {
	file: string;
	blob: string;
}

/** A file of a commit that is to be: null bytes take it away. */
export interface Change {
	file: string;
	bytes: Uint8Array | null;
}

/** What git printed and how it ended. */
interface Said {
	code: number;
	out: Buffer;
	error: string;
}

/** A ref moved while we looked: nothing was written, and it may be tried again. */
export class Moved extends Error {}

const BOARD = { person: '公开栏', email: 'board@localhost' };

/** A bare repository, read and written without a work tree. Nothing of the caller's own git settings is heard. */
export function gitRecord(repository: string) {
	const env: NodeJS.ProcessEnv = {
		...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
		GIT_DIR: repository,
		GIT_CONFIG_NOSYSTEM: '1',
		GIT_CONFIG_GLOBAL: '/dev/null',
		GIT_LITERAL_PATHSPECS: '1',
		// What was said to be saved is on the disk, whatever happens to the machine.
		GIT_CONFIG_COUNT: '1',
		GIT_CONFIG_KEY_0: 'core.fsync',
		GIT_CONFIG_VALUE_0: 'objects,reference',
		LC_ALL: 'C',
	};
	const objects = objectsOf(repository, env);

	function run(
		args: readonly string[],
		{ input, extra = {} }: { input?: Uint8Array | string; extra?: NodeJS.ProcessEnv } = {},
	): Promise<Said> {
		return new Promise((resolve, reject) => {
			const child = spawn('git', args, { cwd: repository, env: { ...env, ...extra } });
			const out: Buffer[] = [];
			const error: Buffer[] = [];
			child.stdout.on('data', (part: Buffer) => out.push(part));
			child.stderr.on('data', (part: Buffer) => error.push(part));
			child.once('error', reject);
			child.once('close', (code) => resolve({ code: code ?? 1, out: Buffer.concat(out), error: Buffer.concat(error).toString().trim() }));
			// Git may say no before it has read everything.
			child.stdin.on('error', () => {});
			child.stdin.end(input);
		});
	}

	/** What git says, and that a disk is full where that is why: of an index that finds no room git does not say it. */
	function failed(command: string, said: string): Error {
		const error = new Error(`git ${command} did not succeed: ${said}`);
		if (troubleOf(error)) return error;
		return fullDisk(repository, error) ?? fullDisk(tmpdir(), error) ?? error;
	}

	async function git(args: readonly string[], options?: { input?: Uint8Array | string; extra?: NodeJS.ProcessEnv }): Promise<Buffer> {
		const { code, out, error } = await run(args, options);
		if (code !== 0) throw failed(args[0]!, error);
		return out;
	}

	const line = async (args: readonly string[], options?: Parameters<typeof git>[1]) => (await git(args, options)).toString().trim();

	/** Does something with an index of its own, which holds `tree`. */
	async function withIndex<T>(tree: string, work: (extra: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
		const index = join(tmpdir(), `desk-index-${randomUUID()}`);
		const extra = { GIT_INDEX_FILE: index };
		try {
			await git(['read-tree', tree], { extra });
			return await work(extra);
		} finally {
			rmSync(index, { force: true });
		}
	}

	return {
		git,
		line,

		/** The commit a ref or id stands for, or null. */
		commitOf: async (name: string): Promise<string | null> => (await objects.info(`${name}^{commit}`))?.id ?? null,

		/** What a commit says: its message, and when it was committed. */
		async saidBy(commit: string): Promise<{ message: string; at: string }> {
			const text = (await objects.contents(commit))?.bytes.toString() ?? '';
			const [, seconds = '0'] = /^committer .* (\d+) [+-]\d{4}$/m.exec(text) ?? [];
			return { message: text.slice(text.indexOf('\n\n') + 2), at: new Date(Number(seconds) * 1000).toISOString() };
		},

		treeOf: async (commit: string): Promise<string> => (await objects.info(`${commit}^{tree}`))!.id,

		/** The file at a commit or tree, or null when there is none. */
		async blobAt(tree: string, file: string): Promise<string | null> {
			const found = await objects.info(`${tree}:${file}`);
			return found?.type === 'blob' ? found.id : null;
		},

		/** Lets go of what is kept open. */
		close: objects.close,

		/** Every plain file below a folder, by name. */
		async filesUnder(tree: string, folder: string): Promise<Blob[]> {
			const out = (await git(['ls-tree', '-r', '-z', tree, '--', `${folder}/`])).toString();
			return [...out.matchAll(/100\d+ blob (\w+)\t([^\0]+)\0/g)].map(([, blob, file]) => ({ file: file!, blob: blob! }));
		},

		/** The bytes of some blobs. */
		async bytesOf(blobs: readonly string[]): Promise<Map<string, Buffer>> {
			const found = await Promise.all(blobs.map((blob) => objects.contents(blob)));
			return new Map(blobs.map((blob, i) => [blob, found[i]!.bytes]));
		},

		/** The files that differ between two commits; null blob: it is gone. */
		async between(from: string, to: string): Promise<{ file: string; blob: string | null; isNew: boolean; isPlain: boolean }[]> {
			const parts = (await git(['diff-tree', '-r', '-z', '--no-renames', '--raw', from, to])).toString().split('\0');
			return Array.from({ length: Math.floor(parts.length / 2) }, (_, i) => {
				// ":100644 100644 <old> <new> M", then the path
				const [, mode = '', , blob = '', kind = ''] = parts[2 * i]!.split(' ');
				return {
					file: parts[2 * i + 1]!,
					blob: kind === 'D' ? null : blob,
					isNew: kind === 'A',
					isPlain: mode.startsWith('100') || kind === 'D',
				};
			});
		},

		/** The tree that comes of some changes to another. */
		changed: (tree: string, changes: readonly Change[]): Promise<string> =>
			withIndex(tree, async (extra) => {
				for (const { file, bytes } of changes) {
					// Without a work tree git takes nothing away by --remove, but by mode 0.
					if (bytes === null) await git(['update-index', '-z', '--index-info'], { input: `0 ${'0'.repeat(40)}\t${file}\0`, extra });
					else {
						const blob = await line(['hash-object', '-w', '--stdin'], { input: bytes });
						await git(['update-index', '--add', '--cacheinfo', `100644,${blob},${file}`], { extra });
					}
				}
				return line(['write-tree'], { extra });
			}),

		/** The tree of two commits put together, or null when both changed the same lines. */
		async merged(ours: string, theirs: string): Promise<string | null> {
			const { code, out, error } = await run(['merge-tree', '--write-tree', '--no-messages', ours, theirs]);
			if (code > 1) throw failed('merge-tree', error);
			return code === 0 ? out.toString().trim() : null;
		},

		/** A commit that no ref names yet. */
		commit: (tree: string, parents: readonly string[], author: Person, message: string, instant: number): Promise<string> => {
			const when = `${Math.floor(instant / 1000)} +0800`;
			const extra = {
				GIT_AUTHOR_NAME: author.person,
				GIT_AUTHOR_EMAIL: author.email,
				GIT_AUTHOR_DATE: when,
				GIT_COMMITTER_NAME: BOARD.person,
				GIT_COMMITTER_EMAIL: BOARD.email,
				GIT_COMMITTER_DATE: when,
			};
			return line(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], { input: message, extra });
		},

		/** Moves refs all together or not at all. `from` null: it is not there yet; `to` null: it goes. Throws `Moved`, or what the machine says. */
		async move(moves: readonly { ref: string; from: string | null; to: string | null }[]): Promise<void> {
			const lines = moves.map(({ ref, from, to }) =>
				from === null ? `create ${ref}\0${to}\0` : to === null ? `delete ${ref}\0${from}\0` : `update ${ref}\0${to}\0${from}\0`,
			);
			const { code, error } = await run(['update-ref', '--stdin', '-z'], { input: `start\0${lines.join('')}prepare\0commit\0` });
			if (code === 0) return;
			const why = failed('update-ref', error);
			throw troubleOf(why) ? why : new Moved(error);
		},
	};
}

export type GitRecord = ReturnType<typeof gitRecord>;
