import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Seen } from '../../src/privacy/attachments/seen.ts';
import type { Finding } from '../../src/schema/finding.ts';

/** What of others' making is read by a process of its own: an attachment, a draft, a picture that is painted anew. */
export interface Jobs {
	see: { asks: { file: string; bytes: Uint8Array }; answers: Seen };
	draft: { asks: { file: string; text: string }; answers: ReadDraft };
	hints: { asks: { file: string; text: string; today: string }; answers: ReadHints };
	repaint: { asks: { bytes: Uint8Array; kind: 'jpeg' | 'png' | 'webp' }; answers: Uint8Array | null };
}
export type Job = keyof Jobs;

/** What keeps a text from being kept as a draft, and what texts it lets pass. */
export interface ReadDraft {
	findings: Finding[];
	texts: string[];
}

/** What in a draft a person must judge, what it lets pass on the day, every text in it, and whether it is withdrawn. */
export interface ReadHints {
	hints: { text: string; field: string; problem: string }[];
	passed: string[];
	texts: string[];
	isWithdrawn: boolean;
}

/** What a file may cost that no limit on its contents stopped: CPU time in milliseconds, and memory of the whole process in bytes. */
export interface Limits {
	cpu: number;
	memory: number;
}
/** Far more than the heaviest file costs that is read to its end: that a machine is busy or small refuses nobody's file. */
const GENEROUS: Limits = { cpu: 60_000, memory: 1_500_000_000 };

export interface Question<J extends Job = Job> {
	no: number;
	job: J;
	asks: Jobs[J]['asks'];
	limits: Limits;
}
/** `ended`: the reader gave up, and its process ends. */
export type Answer = { no: number } & ({ answers: unknown } | { error: string } | { ended: 'cpu' | 'memory' });

/** The reader died of what it read, or was ended: nobody knows what it says. */
export class TooHeavy extends Error {}

interface Waiting {
	question: Question;
	resolve(answers: never): void;
	reject(error: Error): void;
}

/**
 * A process that reads what others made, one after the other. It starts with the first question and again when it died; what killed it is
 * refused, and the next is read. It ends with this process, or when nothing was asked for a while.
 */
export function reader(limits = GENEROUS) {
	const queue: Waiting[] = [];
	let child: ChildProcess | null = null;
	let last = 0;
	let idle: NodeJS.Timeout | undefined;

	function start(): ChildProcess {
		const started = fork(fileURLToPath(new URL('./reader-process.ts', import.meta.url)), {
			execArgv: [],
			serialization: 'advanced',
			stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
		});
		let isReady = false;
		let complaint = '';
		started.stderr!.on('data', (text) => {
			complaint = `${complaint}${text}`.slice(0, 2000);
		});
		started.on('message', (said: Answer | 'ready') => {
			if (said === 'ready') {
				isReady = true;
				return;
			}
			const waiting = queue.shift();
			if (!waiting) return;
			if ('answers' in said) waiting.resolve(said.answers as never);
			else if ('error' in said) waiting.reject(new Error(said.error));
			else waiting.reject(new TooHeavy(said.ended));
			if ('ended' in said) forget();
			next();
		});
		started.once('error', (error) => over(error));
		started.once('exit', () => over(isReady ? new TooHeavy('died') : new Error(`读附件的程序没有启动：${complaint}`)));
		return started;

		function over(error: Error): void {
			if (child !== started) return;
			forget();
			queue.shift()?.reject(error);
			next();
		}
	}

	function forget(): void {
		child?.removeAllListeners('message');
		hold(false);
		child = null;
	}

	/** While it reads, this process waits for it; otherwise it may end. */
	function hold(isReading: boolean): void {
		const handles = [child, child?.channel, child?.stderr as unknown as { ref(): void; unref(): void } | undefined];
		for (const each of handles) isReading ? each?.ref?.() : each?.unref?.();
	}

	function next(): void {
		clearTimeout(idle);
		const [first] = queue;
		if (first) {
			child ??= start();
			hold(true);
			child.send(first.question);
			return;
		}
		hold(false);
		idle = setTimeout(end, IDLE).unref();
	}

	function end(): void {
		const ending = child;
		forget();
		if (ending?.connected) ending.disconnect();
	}

	return {
		/** Throws `TooHeavy` for what the reader died of. */
		ask: <J extends Job>(job: J, asks: Jobs[J]['asks']): Promise<Jobs[J]['answers']> =>
			new Promise((resolve, reject) => {
				queue.push({ question: { no: ++last, job, asks, limits }, resolve, reject });
				if (queue.length === 1) next();
			}),
		/** Whether something is being read. */
		isReading: (): boolean => queue.length > 0,
		/** The number of the process that reads, if there is one. */
		pid: (): number | undefined => child?.pid,
	};
}

/** The process is kept so long for the next question, in milliseconds. */
const IDLE = 60_000;

/** The one that all of this process ask. */
export const shared = reader();

/** Looks into an upload, in the reader's process: what in it might be personal, what cannot be read, why it may not be published. */
export const see = (file: string, bytes: Uint8Array, { ask }: Pick<ReturnType<typeof reader>, 'ask'> = shared): Promise<Seen> =>
	ask('see', { file, bytes }).catch((error) => {
		if (error instanceof TooHeavy) return { kind: 'other', data: [], unread: [], trouble: 'heavy' };
		throw error;
	});

/** A picture without what the camera noted; null for one that cannot be opened. */
export const repaint = async (bytes: Uint8Array, kind: Jobs['repaint']['asks']['kind']): Promise<Buffer | null> => {
	const painted = await shared.ask('repaint', { bytes, kind }).catch(nullIfHeavy);
	return painted && Buffer.from(painted);
};

/** Reads a draft. */
export const readDraft = (file: string, text: string): Promise<ReadDraft> =>
	shared.ask('draft', { file, text }).catch((error) => {
		if (error instanceof TooHeavy) return { findings: [{ ...TANGLED, file }], texts: [] };
		throw error;
	});

/** Reads what of a draft is to be asked. Throws `TooHeavy`. */
export const readHints = (file: string, text: string, today: string): Promise<ReadHints> => shared.ask('hints', { file, text, today });

/** What is said of a text that is too heavy to be read. */
export const TANGLED = {
	check: 'size',
	kind: 'slip',
	field: '',
	problem: '内容太复杂，读到一半停下了。',
	fix: '拆成几份，或把表格、图片放到附件里。',
} as const;

const nullIfHeavy = (error: unknown): null => {
	if (error instanceof TooHeavy) return null;
	throw error;
};
