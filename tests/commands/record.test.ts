import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { boardAt } from '../../scripts/lib/board.ts';
import { mainOf } from '../../scripts/lib/git.ts';
import { installHooks } from '../../scripts/lib/hooks.ts';
import { filesAt } from '../../scripts/lib/record.ts';
import { hasMovedOn, isUnmade, reseed, seed } from '../../scripts/lib/seed.ts';
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
		expect(isUnmade(record)).toBe(true);
		write(content, '.DS_Store', 'x');
		seed(record, content, INSTANT);
		expect(isUnmade(record)).toBe(false);
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
		const { file, text } = fileOf('meetings', { heldOn: '2026-04-10', publishedOn: '2026-04-13' }, '2026-04-10-joint');
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

	test('is judged alike whether what stands was read before or not, and whether that is remembered or not', () => {
		const outcomes = ['remembered', 'broken'].map((memory, n) => {
			const day = `2026-04-0${n + 1}`;
			const { file, text } = fileOf('meetings', { heldOn: day, publishedOn: '2026-04-13' }, `${day}-joint`);
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

	/** Commits what was changed in the clone and pushes it. */
	const offer = () => {
		commit();
		return push();
	};
	const change = (file: string, edit: (text: string) => string) => write(clone, file, edit(readFileSync(join(clone, file), 'utf8')));
	const MINUTES = 'meetings/ceshiyuan/2026-03-10-joint.md';
	const RULES = 'documents/ceshiyuan/rules.md';

	describe('P2: the day of publication', () => {
		test.for([
			['meetings', { heldOn: '2026-04-10' }, '2026-04-10-joint', 'publishedOn: 2026-04-13'],
			['requests', { period: '2026-02' }, '2026-02', '"publishedOn": "2026-04-13",'],
		] as const)('of new %s is the board’s, and the line to write is said', ([collection, over, slug, line]) => {
			for (const day of ['2026-03-12', '2026-04-12', '2026-04-14', undefined]) {
				const { file, text } = fileOf(collection, { ...over, publishedOn: day }, slug);
				write(clone, file, text);
				const { fine, said, moved } = offer();
				expect({ fine, moved }, `${day}`).toEqual({ fine: false, moved: false });
				expect(said).toContain(`写成：${line}`);
				expect(said).toContain('有 1 处要改');
			}
			const { file, text } = fileOf(collection, { ...over, publishedOn: '2026-04-13' }, slug);
			write(clone, file, text);
			expect(offer()).toMatchObject({ fine: true, moved: true });
		});

		test('does not change afterwards', () => {
			for (const edit of [
				(text: string) => text.replace('publishedOn: 2026-03-12', 'publishedOn: 2026-03-13'),
				(text: string) => text.replace('publishedOn: 2026-03-12\n', ''),
			]) {
				change(MINUTES, edit);
				expect(offer()).toMatchObject({ fine: false, said: expect.stringMatching(/写回：publishedOn: 2026-03-12(?![\s\S]*publishedOn)/) });
				git(clone, 'reset', '--quiet', '--hard', 'origin/main');
			}
			change(MINUTES, (text) => text.replace('逐项说过', '逐项说清'));
			expect(offer()).toMatchObject({ fine: true });
		});

		test('moves with a record that is renamed', () => {
			const { text } = fileOf('documents', { formerly: ['documents/ceshiyuan/rules'] }, 'house-rules');
			rmSync(join(clone, RULES));
			write(clone, 'documents/ceshiyuan/house-rules.md', text.replace(/publishedOn: .*/, 'publishedOn: 2026-04-13'));
			const { fine, said } = offer();
			expect(fine).toBe(false);
			expect(said).toMatch(/documents\/ceshiyuan\/house-rules\.md[\s\S]*公开日期原来是/);
			write(clone, 'documents/ceshiyuan/house-rules.md', text);
			expect(offer()).toMatchObject({ fine: true });
		});

		test('may be mended where it cannot have been: before the meeting was held', () => {
			// As it was let in before anybody asked.
			write(content, MINUTES, readFileSync(join(clone, MINUTES), 'utf8').replace('2026-03-12', '2026-03-09'));
			reseed(record, content, INSTANT);
			git(clone, 'pull', '--quiet');
			write(clone, 'documents/ceshiyuan/other.md', fileOf('documents', { publishedOn: '2026-04-13' }, 'other').text);
			expect(offer()).toMatchObject({ fine: false, said: expect.stringContaining('公开日期2026-03-09早于开会日期2026-03-10') });
			change(MINUTES, (text) => text.replace('2026-03-09', '2026-03-12'));
			expect(offer()).toMatchObject({ fine: true });
		});
	});

	describe('P5: what was published', () => {
		const UPLOAD = 'uploads/ceshiyuan/2026/rules.txt';
		/** A published record with a file of its own. */
		const withUpload = () => {
			write(clone, UPLOAD, '议事规则全文。\n');
			write(clone, RULES, fileOf('documents', { file: `/${UPLOAD}` }).text);
			expect(offer().said).toContain('已收下');
		};

		test('is not deleted: it is withdrawn', () => {
			rmSync(join(clone, 'notices/ceshiyuan/2026-03-11-door.md'));
			const { fine, said } = offer();
			expect(fine).toBe(false);
			expect(said).toMatch(/notices\/ceshiyuan\/2026-03-11-door\.md[\s\S]*公开过的记录不见了[\s\S]*撤回/);
			write(clone, 'notices/ceshiyuan/2026-03-11-door.md', fileOf('notices', { withdrawn: { on: '2026-04-13', why: '重复' } }).text);
			expect(offer()).toMatchObject({ fine: true });
		});

		test('is not renamed without its old name, nor loses one it has', () => {
			const renamed = (formerly: string[]) => {
				const { file, text } = fileOf('documents', { formerly }, 'house-rules');
				write(clone, file, text);
			};
			rmSync(join(clone, RULES));
			renamed([]);
			expect(offer()).toMatchObject({
				fine: false,
				said: expect.stringMatching(/是不是改名成了 documents\/ceshiyuan\/house-rules\.md[\s\S]*formerly: \[documents\/ceshiyuan\/rules\]/),
			});
			renamed(['documents/ceshiyuan/rules']);
			expect(offer()).toMatchObject({ fine: true });
			renamed([]);
			expect(offer()).toMatchObject({ fine: false, said: expect.stringContaining('旧编号少了“documents/ceshiyuan/rules”') });
		});

		test('keeps its files, under their names and as they are', () => {
			withUpload();
			git(clone, 'mv', UPLOAD, UPLOAD.replace('rules', 'new'));
			change(RULES, (text) => text.replace('/rules.txt', '/new.txt'));
			expect(offer()).toMatchObject({
				fine: false,
				said: expect.stringMatching(/rules\.txt[\s\S]*已经公开[\s\S]*不见了[\s\S]*文件名不改/),
			});
			git(clone, 'reset', '--quiet', '--hard', 'origin/main');
			write(clone, UPLOAD, '改过的全文。\n');
			expect(offer()).toMatchObject({ fine: false, said: expect.stringMatching(/rules\.txt[\s\S]*内容却换了[\s\S]*换一个文件名/) });
		});

		test('lets go of a file nobody uses, and of those of a record that was withdrawn', () => {
			withUpload();
			write(clone, 'uploads/ceshiyuan/2026/extra.txt', '没有用到。\n');
			expect(offer()).toMatchObject({ fine: true });
			rmSync(join(clone, 'uploads/ceshiyuan/2026/extra.txt'));
			expect(offer()).toMatchObject({ fine: true });
			rmSync(join(clone, UPLOAD));
			write(clone, RULES, fileOf('documents', { withdrawn: { on: '2026-04-13', why: '里面有个人信息' } }).text);
			expect(offer()).toMatchObject({ fine: true });
		});
	});
});
