import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, vi } from 'vitest';
import { PATIENCE } from '../patience.ts';

/** `npm start` as a process. */
export interface Started {
	process: ChildProcess;
	/** Everything it has said so far. */
	said(): string;
	/** Waits until it has said that; answers what was found. Fails when it ends before. */
	says(words: RegExp): Promise<RegExpExecArray>;
	/** The address of the site without the last slash, once it is printed. */
	url(): Promise<string>;
	/** The exit code; null when a signal ended it. */
	ended: Promise<number | null>;
	/** Sends a signal, and waits for the end. */
	stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface Setting {
	/** What it is run under: `['prlimit', '--nofile=64']`. */
	under?: readonly string[];
	env?: NodeJS.ProcessEnv;
	/** Whether it has a process group of its own, as a shell in a terminal gives it; signals then reach all of the group. */
	isGroup?: boolean;
	/** The project it is started from; default: this one. */
	project?: string;
}

const here = fileURLToPath(new URL('../..', import.meta.url));

/** Starts a board on free ports, unless the arguments name others. */
export function started(args: readonly string[], { under = [], env, isGroup = false, project = here }: Setting = {}): Started {
	const [command, ...rest] = [...under, process.execPath, `${project}/scripts/start.ts`, '--port', '0', '--desk-port', '0', ...args];
	const child = spawn(command!, rest, { env: env ?? process.env, detached: isGroup });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (said += part));
	let isOver = false;
	const ended = new Promise<number | null>((resolve) =>
		child.once('close', (code) => {
			isOver = true;
			resolve(code);
		}),
	);
	async function says(words: RegExp): Promise<RegExpExecArray> {
		await vi.waitFor(() => expect(words.test(said) || isOver, `${words} in:\n${said}`).toBe(true), {
			timeout: PATIENCE.wait,
			interval: 20,
		});
		const found = words.exec(said);
		if (!found) throw new Error(`it ended without ${words}:\n${said}`);
		return found;
	}
	return {
		process: child,
		said: () => said,
		says,
		url: async () => (await says(/^公开栏：(\S+)\/\s*(?:（|$)/m))[1]!,
		ended,
		stop(signal = 'SIGTERM') {
			if (!isOver && isGroup) process.kill(-child.pid!, signal);
			else if (!isOver) child.kill(signal);
			return ended;
		},
	};
}
