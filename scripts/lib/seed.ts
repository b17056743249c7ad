import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { recordFiles } from '../../src/publish/files.ts';
import { CouldNotRun } from './command.ts';
import { askGit, git, mainOf } from './git.ts';
import { shellWord } from './shell.ts';

/** Who stands behind the commits that the command itself makes. */
const COMMITTER = '公开栏 <board@localhost>';

/** Where it is kept what `content/` was when the record was last seeded from it. */
const SEED = 'board.seed';

/** Whether no record was ever made there: no folder, or a bare repository into which nothing was put. One that is broken was made. */
export const isUnmade = (repository: string): boolean =>
	!existsSync(repository) ||
	(askGit(repository, ['rev-parse', '--git-dir']) !== null &&
		!existsSync(join(repository, 'refs/heads/main')) &&
		askGit(repository, ['for-each-ref']) === '' &&
		askGit(repository, ['rev-list', '--all', '--max-count=1']) === '');

/** The commit at the tip of main. Throws `CouldNotRun` for whoever keeps the backups when there is none to be found. */
export function tipOf(repository: string): string {
	if (!existsSync(repository))
		throw new CouldNotRun(`记录 ${repository} 不见了。请从备份恢复：git clone --mirror 备份 ${shellWord(repository)}`);
	const tip = mainOf(repository);
	if (tip) return tip;
	throw new CouldNotRun(
		`记录 ${repository} 里找不到 main 上的最后一次提交，可能是断电或磁盘出错损坏了。请用 git -C ${shellWord(repository)} fsck 查看，再从备份恢复。`,
	);
}

/** Makes the bare repository with all of `content` in one commit. It appears whole or not at all. */
export function seed(repository: string, content: string, instant: number): void {
	const exists = existsSync(repository);
	const making = exists ? repository : `${repository}.new`;
	if (!exists) {
		rmSync(making, { recursive: true, force: true });
		mkdirSync(dirname(repository), { recursive: true });
		git(dirname(repository), ['init', '--quiet', '--bare', '--initial-branch=main', making]);
	}
	commitContent(making, content, '放入最初的记录', instant);
	if (!exists) renameSync(making, repository);
}

/** Puts the present `content` on top of main as one commit. Answers false when main is just that already. */
export function reseed(repository: string, content: string, instant: number): boolean {
	const before = mainOf(repository);
	const tree = () => askGit(repository, ['rev-parse', 'refs/board/reseed^{tree}']);
	commitContent(repository, content, '换成 content/ 现在的内容', instant, 'refs/board/reseed');
	const isSame = tree() === askGit(repository, ['rev-parse', `${before}^{tree}`]);
	// The old value is named so that a push that comes in between is not lost.
	if (!isSame) git(repository, ['update-ref', 'refs/heads/main', 'refs/board/reseed', before!]);
	git(repository, ['update-ref', '-d', 'refs/board/reseed']);
	return !isSame;
}

/** Whether `content` is no longer what the record was seeded from. */
export const hasMovedOn = (repository: string, content: string): boolean => {
	const seeded = askGit(repository, ['config', SEED]);
	return seeded !== null && seeded !== '' && seeded !== digestOf(content);
};

function commitContent(repository: string, content: string, message: string, instant: number, ref = 'refs/heads/main'): void {
	const files = [...recordFiles(content)].filter(({ refused }) => !refused).map(({ file }) => file);
	const parts: (string | Uint8Array)[] = [`commit ${ref}\ncommitter ${COMMITTER} ${Math.floor(instant / 1000)} +0800\n`, ...data(message)];
	if (mainOf(repository)) parts.push('from refs/heads/main^0\n');
	parts.push('deleteall\n');
	for (const file of files) parts.push(`M 100644 inline ${quoted(file)}\n`, ...data(readFileSync(join(content, file))));
	git(repository, ['fast-import', '--quiet', '--force', '--date-format=raw'], Buffer.concat(parts.map((part) => Buffer.from(part))));
	git(repository, ['config', SEED, digestOf(content)]);
}

const data = (bytes: string | Uint8Array): (string | Uint8Array)[] => [`data ${Buffer.byteLength(bytes)}\n`, bytes, '\n'];

/** A path as fast-import reads it, whatever is in it. */
const quoted = (path: string) => `"${path.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;

const digestOf = (content: string): string =>
	hash(
		'sha256',
		[...recordFiles(content)]
			.map(({ file, refused }) => `${file} ${refused ?? hash('sha256', readFileSync(join(content, file)))}`)
			.join('\n'),
	);
