import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askGit, git } from './git.ts';

/** Which programs of ours git runs when somebody pushes. */
const hooks = ['pre-receive', 'post-receive'];
const MARK = '# 公开栏: written by npm start';

/** What git is told of the repository: each line is there once, however often it is said, and what others set beside it stays. */
const settings = [
	// A hooks folder set for all of this user's repositories would silence ours; its place is filled in.
	['receive.fsckObjects', 'true'],
	['receive.denyDeletes', 'true'],
	['receive.denyNonFastForwards', 'true'],
	// A push that was let in is on the disk, whatever happens to the machine.
	['core.fsync', 'objects,reference'],
] as const;

/** What the board and the desk keep for themselves: nobody who pushes sees it; fetching and mirroring do. */
const hidden = ['refs/board', 'refs/desk'];

/** Names of folders and files that git minds and a record cannot hold: the gate says it in its own words, for every commit. */
const saidByTheGate = [
	...['hasDot', 'hasDotdot', 'hasDotgit'],
	...['Blob', 'Missing', 'Name', 'Parse', 'Path', 'Symlink', 'Update', 'Url'].map((what) => `gitmodules${what}`),
];

/** Where the repository keeps the day that the board is shown as of, when it was started with one: the gate asks as of the same. */
const TODAY = 'board.today';

/** The day this board was started with; absent: as the settings say, else today in China. */
export const todayOf = (repository: string): string | undefined => askGit(repository, ['config', TODAY]) || undefined;

/**
 * Puts our hooks into the repository, anew at each start, since they name this Node and this project by their place.
 * Answers the hooks of others that had to step aside.
 */
export function installHooks(repository: string, today?: string): string[] {
	const folder = join(repository, 'hooks');
	mkdirSync(folder, { recursive: true });
	for (const [key, value] of [['core.hooksPath', folder] as const, ...settings]) git(repository, ['config', '--replace-all', key, value]);
	for (const key of saidByTheGate) git(repository, ['config', `receive.fsck.${key}`, 'ignore']);
	for (const refs of hidden) git(repository, ['config', '--replace-all', 'receive.hideRefs', refs, `^${refs}$`]);
	if (today) git(repository, ['config', '--replace-all', TODAY, today]);
	else askGit(repository, ['config', '--unset-all', TODAY]);
	return hooks.flatMap((name) => {
		const path = join(folder, name);
		const others = existsSync(path) && !readFileSync(path, 'utf8').includes(MARK);
		if (others) renameSync(path, `${path}.before`);
		const program = fileURLToPath(new URL(`../hooks/${name}.ts`, import.meta.url));
		writeFileSync(`${path}.new`, scriptFor(program));
		chmodSync(`${path}.new`, 0o755);
		renameSync(`${path}.new`, path);
		return others ? [name] : [];
	});
}

/**
 * The shell that runs one of our programs. What it says for itself is all that is shown: where it could not even begin, or was ended, a line
 * of ours stands for whatever the system printed. A push is let in by 0 alone.
 */
const scriptFor = (program: string): string => `#!/bin/sh
${MARK}
exec 2>/dev/null
node=${quoted(process.execPath)}
if [ ! -x "$node" ]; then
	echo '没有做完：服务器上找不到 Node。请管理员在公开栏的文件夹里运行 npm ci，再运行 npm start。'
	exit 1
fi
"$node" ${quoted(program)}
code=$?
if [ $code -ne 0 ] && [ $code -ne 3 ]; then
	echo "没有做完（代码 $code）：核对的程序没有跑完，可能是内存不够、被停掉或文件不全。请再推送一次；还不行，请管理员运行 npm ci，再运行 npm start。"
fi
exit $code
`;

const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;
