import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/** What git has under a name: `main^{commit}`, `main:meetings/…`, an id. */
export interface GitObject {
	id: string;
	type: string;
	bytes: Buffer;
}

interface Asked {
	command: 'info' | 'contents';
	answer(found: GitObject | null): void;
	fail(error: Error): void;
}

/** Reads objects through one git process that stays, so that a look costs no new process. It sees what others write. */
export function objectsOf(repository: string, env: NodeJS.ProcessEnv) {
	let child: ChildProcessWithoutNullStreams | null = null;
	let waiting: Asked[] = [];
	let got: Buffer[] = [];
	/** How many bytes are there, and how many there must be before it is worth looking. */
	let [size, needed] = [0, 1];

	function start(): ChildProcessWithoutNullStreams {
		const started = spawn('git', ['cat-file', '--batch-command'], { cwd: repository, env });
		const over = (error?: Error) => {
			if (child !== started) return;
			const left = waiting;
			[child, waiting, got, size, needed] = [null, [], [], 0, 1];
			for (const { fail } of left) fail(error ?? new Error('git cat-file ended'));
		};
		started.once('error', over).once('close', () => over());
		started.stdin.on('error', () => {});
		started.stdout.on('data', (part: Buffer) => {
			got.push(part);
			size += part.length;
			if (size >= needed) answerWhatIsWhole();
		});
		// Whoever has nothing else to do need not wait for it.
		started.unref();
		for (const stream of [started.stdin, started.stdout, started.stderr]) (stream as unknown as { unref?(): void }).unref?.();
		return started;
	}

	/** "<id> <type> <size>\n", after `contents` also "<bytes>\n"; or "<name> missing\n". */
	function answerWhatIsWhole(): void {
		let all = got.length === 1 ? got[0]! : Buffer.concat(got);
		needed = 1;
		while (waiting.length > 0) {
			const [{ command, answer }] = waiting as [Asked];
			const end = all.indexOf(10);
			if (end < 0) break;
			const [, id, type, told] = /^(\w+) (commit|tree|blob|tag) (\d+)$/.exec(all.toString('latin1', 0, end)) ?? [];
			const length = id && command === 'contents' ? Number(told) + 1 : 0;
			if (all.length < end + 1 + length) {
				needed = end + 1 + length;
				break;
			}
			// A copy: what is kept of a file must not keep all that came with it.
			const bytes = length > 0 ? Buffer.from(all.subarray(end + 1, end + length)) : Buffer.alloc(0);
			all = all.subarray(end + 1 + length);
			needed = 1;
			waiting.shift();
			answer(id ? { id, type: type!, bytes } : null);
		}
		[got, size] = [all.length > 0 ? [all] : [], all.length];
	}

	function ask(command: Asked['command'], name: string): Promise<GitObject | null> {
		// A line is a question, so a name is one line.
		if (/[\n\0]/.test(name)) return Promise.resolve(null);
		return new Promise((answer, fail) => {
			child ??= start();
			waiting.push({ command, answer, fail });
			child.stdin.write(`${command} ${name}\n`);
		});
	}

	return {
		/** What a name stands for, without its bytes; null when there is nothing. */
		info: (name: string) => ask('info', name),
		contents: (name: string) => ask('contents', name),
		/** Ends the process; the next question starts another. */
		close: (): void => void child?.kill(),
	};
}
