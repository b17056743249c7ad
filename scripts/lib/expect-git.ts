import { spawnSync } from 'node:child_process';
import { CouldNotRun } from './command.ts';
import { whatWentWrong } from './machine.ts';

/** `git merge-tree --write-tree`, by which the desk puts two edits together, came with 2.38. */
const NEEDED = [2, 38] as const;

/** Throws `CouldNotRun` unless the git of this machine is there, runs, and is new enough. */
export function expectGit(): void {
	const { stdout, stderr, status, error } = spawnSync('git', ['--version'], { encoding: 'utf8' });
	if (error) throw new CouldNotRun(whatWentWrong(error));
	const version = versionIn(stdout);
	if (status !== 0 || !version) throw new CouldNotRun(`git 没有说出版本：${(stderr || stdout).trim()}。请重新安装 git。`);
	if (!isEnough(version))
		throw new CouldNotRun(
			`这台机器的 git 是 ${version}，太旧了，要 ${NEEDED.join('.')} 以上：编辑台靠它合并两个人的改动。请升级 git（Debian 12、Ubuntu 24.04 自带的就够）。`,
		);
}

/** The version in what git says of itself, with whatever the one who built it appended: `git version 2.39.5 (Apple Git-154)` → `2.39.5`. */
export const versionIn = (said: string): string | null => /^git version (\d+\.\d+(?:\.\d+)*)/.exec(said)?.[1] ?? null;

/** Whether a git of this version can do all that is asked of it. */
export function isEnough(version: string): boolean {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}
