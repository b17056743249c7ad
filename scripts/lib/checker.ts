import { Worker } from 'node:worker_threads';
import type { Finding } from '../../src/schema/finding.ts';
import type { Follows } from './gate.ts';

/** What is asked of the thread, and what it answers. */
export interface Question {
	no: number;
	repository: string;
	commit: string;
	follows: Follows;
}
export interface Answer {
	no: number;
	findings?: Finding[];
	error?: string;
}

interface Waiting {
	resolve(findings: Finding[]): void;
	reject(error: Error): void;
}

/** Checks the record at a commit, and what it does to the one before it, in a thread of its own: it takes a while, and meanwhile residents want to read. */
export function checker(repository: string) {
	const waiting = new Map<number, Waiting>();
	// At once, since most of what the first question would wait for is the code being read.
	let thread: Worker | null = start();
	let last = 0;

	function start(): Worker {
		const started = new Worker(new URL('./checker-thread.ts', import.meta.url));
		const over = (error: Error) => {
			if (thread === started) thread = null;
			for (const { reject } of waiting.values()) reject(error);
			waiting.clear();
		};
		started.on('message', ({ no, findings, error }: Answer) => {
			const { resolve, reject } = waiting.get(no)!;
			waiting.delete(no);
			if (findings) resolve(findings);
			else reject(new Error(error));
		});
		started.once('error', over).once('exit', () => over(new Error('the thread that checks has ended')));
		started.unref();
		return started;
	}

	return {
		check: (commit: string, follows: Follows): Promise<Finding[]> =>
			new Promise((resolve, reject) => {
				thread ??= start();
				waiting.set(++last, { resolve, reject });
				thread.postMessage({ no: last, repository, commit, follows } satisfies Question);
			}),
		close: (): void => void thread?.terminate(),
	};
}
