import { spawnSync } from 'node:child_process';

/** Runs git as an editor who writes from a place of their own. */
export function git(cwd: string, ...args: string[]): { fine: boolean; said: string } {
	const env = {
		...process.env,
		GIT_AUTHOR_NAME: '编辑',
		GIT_AUTHOR_EMAIL: 'e@x',
		GIT_COMMITTER_NAME: '编辑',
		GIT_COMMITTER_EMAIL: 'e@x',
		LC_ALL: 'C',
	};
	const { status, stdout, stderr } = spawnSync('git', args, { cwd, env, encoding: 'utf8' });
	return { fine: status === 0, said: stdout + stderr };
}
