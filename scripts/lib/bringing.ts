/** What `npm test` needs of a machine beside Node, found there or brought: the common part. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the search for a program may lean on; a test hands in its own. */
export interface Machine {
	env: Record<string, string | undefined>;
	isRoot: boolean;
	/** As in `linux-x64`. */
	kind: string;
	/** Where what was brought is kept. */
	cache: string;
	/** Runs a program to its end; true when it ended well. What it says is shown only when it did not. */
	run(program: string, args: string[], env?: Record<string, string>): boolean;
	/** What a program prints, or null when there is no such program or it failed. */
	ask(program: string, args: string[]): string | null;
	say(line: string): void;
}

/** The first program of one of these names, the first name before the second, in the folders of PATH. */
export function programNamed(names: readonly string[], { env }: Machine): string | undefined {
	const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

export function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** This machine, for a program that is kept in node_modules/.cache under this name. */
export function thisMachine(name: string): Machine {
	return {
		// The last are in the PATH of root alone.
		env: { ...process.env, PATH: [process.env.PATH ?? '', '/usr/local/sbin', '/usr/sbin'].join(delimiter) },
		isRoot: process.getuid?.() === 0,
		kind: `${process.platform}-${process.arch}`,
		cache: fileURLToPath(new URL(`../../node_modules/.cache/${name}`, import.meta.url)),
		run: (program, args, env = {}) => {
			const { status, stdout, stderr } = spawnSync(program, args, {
				encoding: 'utf8',
				env: { ...process.env, ...env },
				maxBuffer: 1 << 28,
			});
			if (status !== 0) console.log(`${stdout ?? ''}${stderr ?? ''}`);
			return status === 0;
		},
		ask: (program, args) => {
			const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
			return status === 0 ? stdout : null;
		},
		say: (line) => console.log(line),
	};
}
