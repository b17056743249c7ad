/** What a system leaves in a folder of records: not seen there, and refused where somebody pushes it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mainOf } from '../../scripts/lib/git.ts';
import { installHooks } from '../../scripts/lib/hooks.ts';
import { hasMovedOn, seed } from '../../scripts/lib/seed.ts';
import { ready } from '../../src/publish/database.ts';
import { recordFiles } from '../../src/publish/files.ts';
import { recordInFolder } from '../../src/publish/index.ts';
import { git } from './editor.ts';
import { write, writeSmallContent } from './small-content.ts';

const INSTANT = Date.parse('2026-04-13T08:00:00+08:00');
const FOLDER = 'meetings/ceshiyuan';
const LEFT = ['Thumbs.db', 'desktop.ini', '.DS_Store', '~$x.md', 'x.md.swp', 'x.md~', '.gitkeep', '._x.md', 'Icon\r', '.~lock.x.docx#'];
let folder: string;
let content: string;
let record: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'leftover-'));
	content = join(folder, 'content');
	record = join(folder, 'record.git');
	writeSmallContent(content);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function leave(at: string): void {
	for (const place of ['', `${FOLDER}/`, 'uploads/ceshiyuan/2026/', '__MACOSX/meetings/'])
		for (const name of LEFT) write(at, place + name, 'x');
	mkdirSync(join(at, 'meetings/empty/empty'), { recursive: true });
}

/** The ids of what a publication from the folder would read. */
function idsIn(at: string): string[] {
	const db = new DatabaseSync(':memory:');
	ready(db, 'test');
	const { edits, uploads } = recordInFolder(at).changes(db, true);
	return [...[...edits].map(({ id }) => id), ...[...uploads!].map(({ url }) => url)].sort();
}

test('R8: what a system leaves in a folder is left out by whoever reads it, in silence', () => {
	const before = [...recordFiles(content)].map(({ file }) => file);
	const ids = idsIn(content);
	seed(record, content, INSTANT);
	leave(content);

	expect([...recordFiles(content)].map(({ file }) => file)).toEqual(before);
	expect(idsIn(content)).toEqual(ids);
	expect(hasMovedOn(record, content)).toBe(false);
	const again = join(folder, 'again.git');
	seed(again, content, INSTANT);
	expect(git(again, 'ls-tree', '-r', '--name-only', 'main').said).toBe(git(record, 'ls-tree', '-r', '--name-only', 'main').said);

	const check = fileURLToPath(new URL('../../scripts/check.ts', import.meta.url));
	const { status, stdout, stderr } = spawnSync(process.execPath, [check, '--content', content], { encoding: 'utf8' });
	expect(stdout + stderr).not.toMatch(/Thumbs|desktop\.ini|swp|place\.md/);
	expect(status, stdout + stderr).toBe(0);
});

test('R8: in a push it is refused once by its name, and what is said to do about it, done, lets the push in and keeps it out', () => {
	seed(record, content, INSTANT);
	installHooks(record);
	const clone = join(folder, 'clone');
	git(folder, 'clone', '--quiet', record, clone);
	for (const name of ['Thumbs.db', '~$x.md', 'Icon\r', "it's.md~"]) {
		for (const file of [`${FOLDER}/${name}`, `uploads/ceshiyuan/2026/${name}`]) {
			write(clone, file, 'x');
			git(clone, 'add', '-A');
			git(clone, 'commit', '--quiet', '--allow-empty', '-m', '更新');
			const { fine, said } = git(clone, 'push', 'origin', 'main');
			expect(fine, said).toBe(false);
			expect(said).toContain('有 1 处要改');
			const fix = /删掉它：(git rm .*)，再 (git commit .*)，然后推送。要它不再混进来，先写一次：(echo .*exclude)/.exec(said)!;
			for (const line of fix.slice(1)) {
				const { status, stderr } = spawnSync('sh', ['-c', line.replace('--amend', '--amend --allow-empty')], {
					cwd: clone,
					encoding: 'utf8',
					env: { ...process.env, GIT_COMMITTER_NAME: '编辑', GIT_COMMITTER_EMAIL: 'e@x' },
				});
				expect(status, `${line}\n${stderr}`).toBe(0);
			}
			expect(git(clone, 'push', 'origin', 'main')).toMatchObject({ fine: true });
			expect(git(clone, 'status', '--porcelain').said).toBe('');
			rmSync(join(clone, '.git/info/exclude'));
			rmSync(join(clone, file));
		}
	}
	expect(readFileSync(join(record, 'board-checked'), 'utf8')).toBe(mainOf(record));
});
