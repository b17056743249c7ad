import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { boardAt } from '../../scripts/lib/board.ts';
import { mainOf } from '../../scripts/lib/git.ts';
import { installHooks } from '../../scripts/lib/hooks.ts';
import { filesAt } from '../../scripts/lib/record.ts';
import { hasMovedOn, hasRecord, reseed, seed } from '../../scripts/lib/seed.ts';
import { git } from './editor.ts';
import { fileOf, write, writeSmallContent } from './small-content.ts';

const INSTANT = Date.parse('2026-04-13T08:00:00+08:00');
let folder: string;
let content: string;
let record: string;
let clone: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'record-'));
	content = join(folder, 'content');
	record = boardAt(join(folder, 'board')).record;
	clone = join(folder, 'clone');
	writeSmallContent(content);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function commit(message = '更新'): void {
	git(clone, 'add', '-A');
	git(clone, 'commit', '--quiet', '-m', message);
}

describe('a new record', () => {
	test('holds all of content in one commit by the board', () => {
		expect(hasRecord(record)).toBe(false);
		write(content, '.DS_Store', 'x');
		seed(record, content, INSTANT);
		expect(hasRecord(record)).toBe(true);
		expect(git(record, 'log', '--format=%an <%ae> %cI', 'main').said.trim()).toBe('公开栏 <board@localhost> 2026-04-13T08:00:00+08:00');
		git(folder, 'clone', '--quiet', record, clone);
		expect(spawnSync('diff', ['-r', '--exclude=.git', '--exclude=.DS_Store', content, clone]).stdout.toString()).toBe('');
		expect(existsSync(join(clone, '.DS_Store'))).toBe(false);
	});

	test('begins again where it was interrupted', () => {
		write(`${record}.new`, 'HEAD', 'half');
		seed(record, content, INSTANT);
		expect(mainOf(record)).not.toBeNull();
	});

	test('knows when content has changed since', () => {
		seed(record, content, INSTANT);
		expect(hasMovedOn(record, content)).toBe(false);
		write(content, 'meetings/ceshiyuan/2026-04-10-joint.md', fileOf('meetings', {}, '2026-04-10-joint').text);
		expect(hasMovedOn(record, content)).toBe(true);
	});

	test('takes the present content on top as one commit, and keeps what was there in its history', () => {
		seed(record, content, INSTANT);
		const before = mainOf(record);
		expect(reseed(record, content, INSTANT)).toBe(false);
		expect(mainOf(record)).toBe(before);

		rmSync(join(content, 'cases/lifts.md'));
		expect(reseed(record, content, INSTANT)).toBe(true);
		expect(git(record, 'rev-parse', 'main^').said.trim()).toBe(before);
		expect(git(record, 'diff', '--name-status', 'main^', 'main').said.trim()).toBe('D\tcases/lifts.md');
		expect(hasMovedOn(record, content)).toBe(false);
	});

	test('is read from a commit as it would be from a folder', () => {
		write(content, 'uploads/ceshiyuan/2026/plan.pdf', 'PDF');
		writeFileSync(join(content, 'documents/ceshiyuan/large.md'), 'x'.repeat(2_100_000));
		seed(record, content, INSTANT);
		git(folder, 'clone', '--quiet', record, clone);
		writeFileSync(join(clone, 'documents/ceshiyuan/large.md'), 'x'.repeat(2_100_000));
		symlinkSync('/etc/passwd', join(clone, 'link.json'));
		commit();
		git(clone, 'push', '--quiet');
		const files = new Map([...filesAt(record, 'main')].map((found) => [found.file, found]));
		expect(Buffer.from(files.get('settings.json')!.bytes).toString()).toBe(readFileSync(join(content, 'settings.json'), 'utf8'));
		expect(files.get('link.json')).toMatchObject({ refused: 'symlink', bytes: new Uint8Array() });
		expect(files.get('documents/ceshiyuan/large.md')).toMatchObject({ refused: 'large', bytes: new Uint8Array() });
		expect(files.get('uploads/ceshiyuan/2026/plan.pdf')).toMatchObject({ bytes: new Uint8Array() });
	});
});

describe('a push', () => {
	beforeEach(() => {
		seed(record, content, INSTANT);
		installHooks(record);
		git(folder, 'clone', '--quiet', record, clone);
	});

	const push = (...args: string[]) => {
		const before = mainOf(record);
		const pushed = git(clone, 'push', ...(args.length ? args : ['origin', 'main']));
		return { ...pushed, moved: mainOf(record) !== before };
	};

	test('of a good record is taken, and the editor is told that nobody serves the board now', () => {
		const { file, text } = fileOf('meetings', { heldOn: '2026-04-10', publishedOn: '2026-04-11' }, '2026-04-10-joint');
		write(clone, file, text);
		commit();
		const { fine, said, moved } = push();
		expect({ fine, moved }).toEqual({ fine: true, moved: true });
		expect(said).toMatch(/已收下。公开栏现在没有运行，下次 npm start 时发布。/);
	});

	test('of a bad record is refused with its file and field, and main stays', () => {
		const { file, text } = fileOf('meetings', { heldOn: '2026-02-30' }, '2026-02-28-joint');
		write(clone, file, text);
		commit();
		const { fine, said, moved } = push();
		expect({ fine, moved }).toEqual({ fine: false, moved: false });
		expect(said).toContain('没有收下');
		expect(said).toMatch(/meetings\/ceshiyuan\/2026-02-28-joint\.md.*heldOn/);
		expect(said).toContain('2026-02-30');
	});

	test('that takes away what another record needs is refused', () => {
		rmSync(join(clone, 'bodies/ceshiyuan/owners-committee.json'));
		commit();
		const { fine, said } = push();
		expect(fine).toBe(false);
		expect(said).toContain('bodies/ceshiyuan/owners-committee');
	});

	test.each([
		['README.md', '# 说明'],
		['.gitattributes', '* text=auto'],
		['scripts/run.sh', 'rm -rf /'],
		['uploads/ceshiyuan/2026/page.html/../x y.pdf', 'x'],
	])('of %s, which is no part of the record, is refused', (file, text) => {
		write(clone, file, text);
		commit();
		expect(push()).toMatchObject({ fine: false, moved: false, said: expect.stringContaining('没有收下') });
	});

	test('of a link is refused', () => {
		symlinkSync('/etc/passwd', join(clone, 'documents/ceshiyuan/passwd.md'));
		commit();
		expect(push()).toMatchObject({ fine: false, moved: false, said: expect.stringContaining('符号链接') });
	});

	test('that rewrites history or deletes main is refused, even by force', () => {
		git(clone, 'commit', '--quiet', '--amend', '-m', '改写');
		expect(push('--force', 'origin', 'main')).toMatchObject({ fine: false, moved: false, said: expect.stringContaining('历史不能改写') });
		expect(push('origin', ':main')).toMatchObject({ fine: false, moved: false, said: expect.stringContaining('不能删除') });
	});

	test('to a branch is not asked about: only main is published', () => {
		write(clone, 'meetings/ceshiyuan/draft.md', '没有写完');
		commit();
		expect(push('origin', 'HEAD:draft')).toMatchObject({ fine: true, moved: false });
		expect(push()).toMatchObject({ fine: false, moved: false });
	});

	test('is judged alike whether what stands was read before or not, and whether that is remembered or not', () => {
		const outcomes = ['remembered', 'broken'].map((memory, n) => {
			const day = `2026-04-0${n + 1}`;
			const { file, text } = fileOf('meetings', { heldOn: day, publishedOn: '2026-04-11' }, `${day}-joint`);
			write(clone, file, text);
			commit();
			const good = push();
			if (memory === 'broken')
				writeFileSync(join(record, 'board-readings.sqlite'), 'no database at all, and long enough to be read as one'.repeat(50));
			write(clone, 'documents/ceshiyuan/rules.md', '---\ntitle: 规则\n---\n');
			commit();
			const bad = push();
			git(clone, 'reset', '--quiet', '--hard', 'origin/main');
			return [good.fine, bad.fine, /documents\/ceshiyuan\/rules\.md/.test(bad.said)];
		});
		expect(outcomes).toEqual([
			[true, false, true],
			[true, false, true],
		]);
	});

	test('finds our gate although another hook stood there before', () => {
		writeFileSync(join(record, 'hooks/pre-receive'), '#!/bin/sh\nexit 0\n');
		expect(installHooks(record)).toEqual(['pre-receive']);
		expect(installHooks(record)).toEqual([]);
		expect(readFileSync(join(record, 'hooks/pre-receive.before'), 'utf8')).toContain('exit 0');
		write(clone, 'README.md', 'x');
		commit();
		expect(push()).toMatchObject({ fine: false });
	});
});
