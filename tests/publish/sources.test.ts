import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderSource } from '../../src/publish/content.ts';
import { ready } from '../../src/publish/database.ts';
import { editing } from '../../src/publish/edits.ts';
import { gitSource } from '../../src/publish/git.ts';
import type { Read, Refused, Source } from '../../src/publish/source.ts';

/** Reads any file that does not say “bad”. */
const read: Read = ({ file, bytes, refused }) => {
	const text = new TextDecoder().decode(bytes);
	const [collection = '', community, slug] = file.replace(/\.\w+$/, '').split('/');
	if (refused || text === 'bad')
		return { listed: null, slips: [{ check: refused ?? 'shape', kind: 'slip', file, field: '', problem: '', fix: '' }] };
	if (file.startsWith('uploads/')) return { listed: null, slips: [] };
	return {
		listed: { entry: { id: `${collection}/${community}/${slug}`, collection, community, data: {}, body: text }, listing: null },
		slips: [],
	};
};

let root: string;
let content: string;
let db: DatabaseSync;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'gongkailan-source-'));
	content = join(root, 'content');
	db = new DatabaseSync(':memory:');
	ready(db, 'test');
	write('meetings/c1/a.md', '一');
	write('meetings/c1/b.md', '二');
	write('uploads/c1/2026/图 1.txt', 'u');
});
afterEach(() => {
	db.close();
	rmSync(root, { recursive: true, force: true });
});

function write(file: string, text: string) {
	mkdirSync(dirname(join(content, file)), { recursive: true });
	writeFileSync(join(content, file), text);
}

/** What a source says changed, and puts into the store, as one line a change. */
function changes(source: Source, refill = false): string[] {
	const { edits, uploads } = source.changes(db, refill);
	const { apply } = editing(db);
	const said: string[] = [];
	for (const each of edits) {
		apply(each);
		said.push(`${each.next ? each.next.entry.body : 'gone'} ${each.id}`);
	}
	for (const { url, next } of uploads) {
		if (next) db.prepare('insert or replace into upload values(?, ?, ?, 1)').run(url, next.digest, next.bytes.length);
		said.push(`${next ? next.bytes.length : 'gone'} ${decodeURIComponent(url)}`);
	}
	return said.sort();
}

const kinds: [string, () => Source][] = [
	['A folder', () => folderSource(content, read)],
	['A repository', committed],
];

/** `content` as the next commit of a bare repository. */
function committed(): Source {
	const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'pipe' });
	const work = join(root, 'work');
	rmSync(work, { recursive: true, force: true });
	try {
		git('init', '-q', '--bare', '-b', 'main', 'record.git');
		git('clone', '-q', 'record.git', 'work');
	} catch {}
	execFileSync('sh', ['-c', 'find work -mindepth 1 -maxdepth 1 ! -name .git -exec rm -rf {} +'], { cwd: root });
	cpSync(content, work, { recursive: true, verbatimSymlinks: true });
	const as = ['-c', 'user.name=t', '-c', 'user.email=t@localhost'];
	for (const args of [
		['add', '-A'],
		[...as, 'commit', '-q', '--allow-empty', '-m', 'x'],
		['push', '-q', 'origin', 'HEAD:main'],
	])
		execFileSync('git', args, { cwd: work, stdio: 'pipe' });
	return gitSource({ repository: join(root, 'record.git') }, read);
}

describe.each(kinds)('%s of records', (_, source) => {
	test('gives everything at first, and then only what changed.', () => {
		expect(changes(source(), true)).toEqual(['1 /uploads/c1/2026/图 1.txt', '一 meetings/c1/a', '二 meetings/c1/b']);
		expect(changes(source())).toEqual([]);
		write('meetings/c1/a.md', '改');
		write('meetings/c2/c.md', '三');
		expect(changes(source())).toEqual(['三 meetings/c2/c', '改 meetings/c1/a']);
	});

	test('names what was renamed and what is gone.', () => {
		changes(source(), true);
		renameSync(join(content, 'meetings/c1/a.md'), join(content, 'meetings/c1/z.md'));
		rmSync(join(content, 'uploads'), { recursive: true });
		expect(changes(source())).toEqual(['gone /uploads/c1/2026/图 1.txt', 'gone meetings/c1/a', '一 meetings/c1/z']);
	});

	test('names every file that cannot be published.', () => {
		write('meetings/c1/x.md', 'bad');
		write('uploads/c1/2026/y.txt', 'bad');
		symlinkSync('/etc/hostname', join(content, 'meetings/c1/link.md'));
		const given = source();
		const { edits, uploads } = given.changes(db, true);
		const slips = [edits, uploads].flatMap((some) => {
			try {
				for (const _ of some);
				return [];
			} catch (error) {
				return (error as Refused).slips.map(({ file }) => file);
			}
		});
		expect(slips).toEqual(['meetings/c1/link.md', 'meetings/c1/x.md', 'uploads/c1/2026/y.txt']);
	});
});

test('A file that is only touched is no edit.', () => {
	changes(folderSource(content, read), true);
	utimesSync(join(content, 'meetings/c1/a.md'), 0, 0);
	expect(changes(folderSource(content, read))).toEqual([]);
});

test('A repository whose last published commit is lost is compared as a whole.', () => {
	changes(committed(), true);
	db.prepare("update fact set value = ? where name = 'commit'").run('0'.repeat(40));
	rmSync(join(content, 'meetings/c1/b.md'));
	expect(changes(committed())).toEqual(['1 /uploads/c1/2026/图 1.txt', 'gone meetings/c1/b', '一 meetings/c1/a']);
});
