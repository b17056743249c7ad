import { spawnSync } from 'node:child_process';
import { CouldNotRun } from './command.ts';

const MOST = 2 ** 31 - 1;

/** Runs git in a bare repository and gives what it prints. Throws with git's own words when it does not end well. */
export function git(repository: string, args: readonly string[], input?: Uint8Array | string): Buffer {
	const { status, signal, stdout, stderr, error } = spawnSync('git', args, {
		cwd: repository,
		env: inside(repository),
		input,
		maxBuffer: MOST,
	});
	if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT')
		throw new CouldNotRun('没有找到 git。请先安装，例如：apt-get install -y git');
	if (error) throw error;
	if (status !== 0) throw new Error(`git ${args[0]} 在 ${repository} 没有成功：${stderr.toString().trim() || signal}`);
	return stdout;
}

/** Answers what git prints, or null when it says no. */
export function askGit(repository: string, args: readonly string[], input?: string): string | null {
	const { status, stdout } = spawnSync('git', args, { cwd: repository, env: inside(repository), encoding: 'utf8', input, maxBuffer: MOST });
	return status === 0 ? stdout.trim() : null;
}

/** The commit at the tip of main, or null while there is none. */
export const mainOf = (repository: string): string | null =>
	askGit(repository, ['rev-parse', '--verify', '--quiet', 'refs/heads/main^{commit}']);

/** What git says in a hook: which repository is meant, and where the objects of the push wait until they are let in. */
const SAID_TO_HOOKS = new Set([
	'GIT_DIR',
	'GIT_QUARANTINE_PATH',
	'GIT_OBJECT_DIRECTORY',
	'GIT_ALTERNATE_OBJECT_DIRECTORIES',
	'GIT_EXEC_PATH',
]);

/** Nothing of the caller's own repository may be heard, and nobody may put one object in the place of another. */
function inside(repository: string): NodeJS.ProcessEnv {
	const isHook = process.env.GIT_QUARANTINE_PATH !== undefined;
	const env = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || (isHook && SAID_TO_HOOKS.has(name))),
	);
	return { ...env, ...(isHook ? {} : { GIT_DIR: repository }), GIT_NO_REPLACE_OBJECTS: '1' };
}
