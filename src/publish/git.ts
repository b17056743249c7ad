import { spawnSync } from 'node:child_process';
import type { DatabaseSync } from 'node:sqlite';
import type { Finding } from '../schema/finding.ts';
import { isLeftover } from '../schema/leftover.ts';
import type { Edit, UploadEdit } from './edits.ts';
import { factsOf } from './publish.ts';
import { fileOfUrl, isUpload, type Read, Refused, type Source, urlOfFile } from './source.ts';

/** A file at a commit; no blob: it is gone. */
interface Changed {
	file: string;
	blob: string | null;
	refused?: 'symlink';
}

/** Blobs read at once, so that a first fill does not hold the whole record. */
const BATCH = 200;

/**
 * The record at a commit of a (bare) git repository, under `prefix` (empty, or ending in a slash). Only what differs from the commit
 * published last is looked at, so the cost does not grow with the number of records.
 */
export function gitSource(
	{ repository, commit = 'main', prefix = '' }: { repository: string; commit?: string; prefix?: string },
	read: Read,
): Source {
	return {
		changes(db: DatabaseSync, refill: boolean) {
			const facts = factsOf(db);
			const now = git(repository, ['rev-parse', '--verify', `${commit}^{commit}`])
				.toString()
				.trim();
			const before = refill ? null : (facts.get('commit') ?? null);
			const changed = (before && has(repository, before) ? difference(repository, before, now) : everything(repository, now, db))
				.filter(({ file }) => file.startsWith(prefix))
				.map((each) => ({ ...each, file: each.file.slice(prefix.length) }))
				.filter(({ file }) => !file.split('/').some(isLeftover));
			facts.set('commit', now);

			return {
				edits: edits(changed.filter(({ file, refused }) => refused || !isUpload(file))),
				uploads: uploads(changed.filter(({ file, refused }) => !refused && isUpload(file))),
				bytesOf: (url) => git(repository, ['cat-file', 'blob', `${now}:${prefix}${fileOfUrl(url)}`]),
			};

			function* edits(files: Changed[]): Iterable<Edit> {
				for (const { file, blob } of files) if (!blob) yield { id: idOf(file), next: null, digest: '' };
				const slips: Finding[] = [];
				for (const { file, blob, bytes, refused } of contents(repository, files)) {
					const found = read({ file, bytes, ...(refused ? { refused } : {}) });
					slips.push(...found.slips);
					if (found.listed) yield { id: found.listed.entry.id, next: found.listed, digest: blob };
				}
				if (slips.length) throw new Refused(slips);
			}

			function* uploads(files: Changed[]): Iterable<UploadEdit> {
				for (const { file, blob } of files) if (!blob) yield { url: urlOfFile(file), next: null };
				const slips: Finding[] = [];
				for (const { file, blob, bytes } of contents(repository, files)) {
					slips.push(...read({ file, bytes }).slips);
					yield { url: urlOfFile(file), next: { digest: blob, bytes } };
				}
				if (slips.length) throw new Refused(slips);
			}
		},
	};
}

/** A record's id is its path without the ending. */
const idOf = (file: string) => file.replace(/\.[^./]+$/, '');

/** The files that differ between two commits. */
function difference(repository: string, before: string, now: string): Changed[] {
	// ":100644 100644 <old> <new> M\0path\0", one after the other
	const parts = git(repository, ['diff-tree', '-r', '-z', '--no-renames', '--raw', before, now]).toString().split('\0');
	return Array.from({ length: Math.floor(parts.length / 2) }, (_, i) => {
		const [, mode = '', , blob = '', kind = ''] = parts[2 * i]!.split(' ');
		return { file: parts[2 * i + 1]!, blob: kind === 'D' ? null : blob, ...refusedBy(mode) };
	});
}

/** Every file of a commit, and the records and uploads of the store that it no longer has. */
function everything(repository: string, commit: string, db: DatabaseSync): Changed[] {
	const lines = git(repository, ['ls-tree', '-r', '-z', commit]).toString().split('\0').filter(Boolean);
	const files = lines.map((line): Changed => {
		const [, mode, blob, file] = /^(\d+) \w+ (\w+)\t(.*)$/s.exec(line)!;
		return { file: file!, blob: blob!, ...refusedBy(mode!) };
	});
	const there = new Set(files.flatMap(({ file }) => [idOf(file), urlOfFile(file)]));
	const ids = db
		.prepare('select id from record')
		.all()
		.map((row) => row.id as string);
	const urls = db
		.prepare('select url from upload')
		.all()
		.map((row) => row.url as string);
	const gone = [...ids, ...urls].filter((each) => !there.has(each));
	return [...files, ...gone.map((each) => ({ file: each.startsWith('/') ? decodeURIComponent(each.slice(1)) : each, blob: null }))];
}

/** 120000 is git's mode of a symbolic link. */
const refusedBy = (mode: string) => (mode === '120000' ? { refused: 'symlink' as const } : {});

function* contents(repository: string, files: Changed[]): Iterable<Changed & { blob: string; bytes: Uint8Array }> {
	const there = files.filter((each): each is Changed & { blob: string } => each.blob !== null);
	for (let start = 0; start < there.length; start += BATCH) {
		const batch = there.slice(start, start + BATCH);
		const out = git(repository, ['cat-file', '--batch'], batch.map(({ blob }) => `${blob}\n`).join(''));
		let at = 0;
		for (const each of batch) {
			// "<blob> blob <size>\n<bytes>\n"
			const head = out.indexOf(10, at);
			const [, , told] = out.subarray(at, head).toString().split(' ');
			if (told === undefined) throw new Error(`记录 ${repository} 缺了 ${each.file} 的内容（${each.blob}）。请从备份恢复。`);
			const size = Number(told);
			yield { ...each, bytes: out.subarray(head + 1, head + 1 + size) };
			at = head + 1 + size + 1;
		}
	}
}

const has = (repository: string, commit: string): boolean =>
	spawnSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: repository, env: inside(), stdio: 'ignore' }).status === 0;

function git(repository: string, args: string[], input?: string): Buffer {
	const { status, stdout, stderr, error } = spawnSync('git', args, { cwd: repository, env: inside(), input, maxBuffer: 2 ** 31 - 1 });
	if (error) throw new Error(`git 没有运行：${error.message}`);
	if (status !== 0) throw new Error(`git ${args[0]} 在 ${repository} 没有成功：${stderr.toString().trim()}`);
	return stdout;
}

/** In a hook git names the caller's repository in the environment; here only this one may be meant. */
const inside = (): NodeJS.ProcessEnv => ({
	...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
	GIT_DIR: '.',
});
