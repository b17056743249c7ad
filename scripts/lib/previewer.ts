import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Refusal, type Told } from '../../cms/server/refusal.ts';

/** What the thread makes previews with. */
export interface PreviewerParts {
	/** The publisher's store. */
	store: string;
	/** Where the built pages of the board lie, and their digest. */
	pages: { folder: string; code: string };
	/** The day the site is shown as of; absent: as the settings say, else today in China. */
	today?: string | undefined;
}

export interface Previewing {
	no: number;
	path: string;
	raw: string;
}
export type Previewed = { no: number } & (
	| { html: string }
	| { refused: { status: number; message: string; findings: readonly Told[] } }
	| { error: string }
);

interface Waiting {
	resolve(page: { html: string }): void;
	reject(error: Error): void;
}

/** A preview may take so much of its thread's time, in milliseconds; a page of two megabytes takes a few seconds. */
const CPU = 60_000;
/** How often that is looked at, in milliseconds. */
const EVERY = 1000;

/** Makes previews in a thread of its own: a draft may be long, and meanwhile residents want to read. A draft that costs too much is refused. */
export function previewer(parts: PreviewerParts, { cpu = CPU } = {}) {
	const waiting = new Map<number, Waiting>();
	let thread: Worker | null = null;
	let watch: NodeJS.Timeout | undefined;
	let begun: Promise<unknown> = Promise.resolve();
	let last = 0;

	function start(): Worker {
		const started = new Worker(new URL('./previewer-thread.ts', import.meta.url), {
			workerData: parts,
			resourceLimits: { maxOldGenerationSizeMb: 1000 },
		});
		begun = once(started, 'online');
		started.on('message', (said: Previewed) => {
			const { resolve, reject } = waiting.get(said.no)!;
			waiting.delete(said.no);
			if (waiting.size === 0) {
				clearInterval(watch);
				started.unref();
			}
			if ('html' in said) resolve({ html: said.html });
			else if ('error' in said) reject(new Error(said.error));
			else reject(new Refusal(said.refused.status, said.refused.message, { findings: said.refused.findings }));
		});
		started.once('error', over).once('exit', over);
		return started;

		function over(): void {
			if (thread !== started) return;
			thread = null;
			clearInterval(watch);
			for (const { reject } of waiting.values())
				reject(new Refusal(422, '这份草稿太长或太复杂，预览不出来。草稿没有丢；拆成几份就能预览。'));
			waiting.clear();
		}
	}

	/** Ends the thread when it has worked for too long since now. */
	async function watchOver(watched: Worker): Promise<void> {
		// One that has not begun does not answer.
		await begun;
		const since = await watched.cpuUsage();
		clearInterval(watch);
		if (waiting.size === 0) return;
		watch = setInterval(async () => {
			const { user, system } = await watched.cpuUsage(since);
			if ((user + system) / 1000 > cpu) await watched.terminate();
		}, EVERY).unref();
	}

	return {
		preview: (path: string, raw: string): Promise<{ html: string }> =>
			new Promise((resolve, reject) => {
				thread ??= start();
				waiting.set(++last, { resolve, reject });
				thread.ref();
				if (waiting.size === 1) void watchOver(thread).catch(() => {});
				thread.postMessage({ no: last, path, raw } satisfies Previewing);
			}),
		close: (): void => void thread?.terminate(),
	};
}
