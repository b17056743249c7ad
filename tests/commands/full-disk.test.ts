/** A push to a board whose disk is full. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installHooks } from '../../scripts/lib/hooks.ts';
import { seed } from '../../scripts/lib/seed.ts';
import { mayMount, ranOn } from '../space.ts';
import { git } from './editor.ts';
import type { PushedFull } from './full-disk.ts';
import { fileOf, write, writeSmallContent } from './small-content.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'push-full-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('R7: a push that finds the disk full is refused with that reason, main stays, nothing is left behind, and with room it is taken', () => {
	if (!mayMount())
		return console.warn('NOT TRIED: this machine does not let us mount. Instead: an audit file that is full, in the test below.');
	const disk = join(folder, 'disk');
	mkdirSync(disk);
	const program = `"${process.execPath}" "${join(import.meta.dirname, 'full-disk.ts')}"`;
	const { status, out, error } = ranOn(disk, `${program} "$PWD" "$1"`, [folder], 24_576);
	expect(status, error).toBe(0);
	const all = JSON.parse(out) as PushedFull[];
	expect(all.filter(({ fine }) => !fine).length, out).toBeGreaterThan(2);
	for (const { left, fine, said, moved, again, leftBehind } of all) {
		const at = `with ${left} KB: ${said}`;
		expect(moved, at).toBe(fine);
		expect(again, at).toBe(true);
		expect(leftBehind, at).toEqual([]);
		// Before our gate is asked it is git that says so, in its own words.
		if (!fine) expect(said, at).toMatch(/磁盘已满|No space left on device/);
	}
});

test('R7: a push that the gate cannot note since the disk is full is refused in one Chinese line', () => {
	const record = join(folder, 'record.git');
	const [content, clone] = [join(folder, 'content'), join(folder, 'clone')];
	writeSmallContent(content);
	seed(record, content, Date.now() - 60_000);
	installHooks(record);
	git(folder, 'clone', '--quiet', record, clone);
	const before = git(record, 'rev-parse', 'main').said;
	const { file, text } = fileOf('meetings', { heldOn: '2026-04-10', publishedOn: '2026-04-13' }, '2026-04-10-joint');
	write(clone, file, text);
	git(clone, 'add', '-A');
	git(clone, 'commit', '--quiet', '-m', '更新');
	// A file that is always full.
	symlinkSync('/dev/full', join(folder, 'audit.jsonl'));
	const { fine, said } = git(clone, 'push', 'origin', 'main');
	expect(fine).toBe(false);
	expect(said).toMatch(/没有收下：[^\n]*磁盘已满。请腾出空间/);
	expect(git(record, 'rev-parse', 'main').said).toBe(before);
	expect(spawnSync('git', ['fsck', '--no-dangling'], { cwd: record }).status).toBe(0);
});
