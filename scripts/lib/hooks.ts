import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { git } from './git.ts';

/** Which programs of ours git runs when somebody pushes. */
const hooks = ['pre-receive', 'post-receive'];
const MARK = '# 公开栏: written by npm start';

/**
 * Puts our hooks into the repository, anew at each start, since they name this Node and this project by their place.
 * Answers the hooks of others that had to step aside.
 */
export function installHooks(repository: string): string[] {
	const folder = join(repository, 'hooks');
	mkdirSync(folder, { recursive: true });
	// A hooks folder set for all of this user's repositories would silence ours.
	git(repository, ['config', 'core.hooksPath', folder]);
	git(repository, ['config', 'receive.fsckObjects', 'true']);
	return hooks.flatMap((name) => {
		const path = join(folder, name);
		const others = existsSync(path) && !readFileSync(path, 'utf8').includes(MARK);
		if (others) renameSync(path, `${path}.before`);
		const program = fileURLToPath(new URL(`../hooks/${name}.ts`, import.meta.url));
		// Most of what a hook does is load its code, so what was compiled once is kept.
		const cache = fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url));
		writeFileSync(
			`${path}.new`,
			`#!/bin/sh\n${MARK}\nexport NODE_COMPILE_CACHE=${quoted(cache)}\nexec ${[process.execPath, program].map(quoted).join(' ')}\n`,
		);
		chmodSync(`${path}.new`, 0o755);
		renameSync(`${path}.new`, path);
		return others ? [name] : [];
	});
}

const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;
