import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusedByMachine } from '../../../cms/server/troubles.ts';
import { mayMount, ranOn } from '../../space.ts';
import type { Saved } from './full-disk.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'desk-full-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SENTENCE = '没有保存：服务器的磁盘已满。您写的字还在这一页上，请不要关；告诉管理员，等腾出空间再保存。';

test('R7: a save that finds the disk full says in one sentence that nothing was saved, which is so, and with room it is saved', () => {
	if (!mayMount()) {
		console.warn('NOT TRIED: this machine does not let us mount. Instead: what is said of the errors that git and the system give.');
		const git = new Error('git hash-object did not succeed: fatal: unable to write loose object file: No space left on device');
		expect(refusedByMachine(git)).toMatchObject({ status: 507, message: SENTENCE });
		return;
	}
	const disk = join(folder, 'disk');
	mkdirSync(disk);
	const program = join(import.meta.dirname, 'full-disk.ts');
	const { status, out, error } = ranOn(disk, `TMPDIR="$PWD" exec "${process.execPath}" "${program}"`, [], 24_576);
	expect(status, error).toBe(0);
	const all = JSON.parse(out) as Saved[];
	expect(all.filter(({ status }) => status !== 200).length, out).toBeGreaterThan(1);
	for (const { left, status, error, isThere, again } of all) {
		const at = `with ${left} KB: ${status} ${error}`;
		expect(isThere, at).toBe(status === 200);
		if (status === 200) continue;
		expect([status, error], at).toEqual([507, SENTENCE]);
		expect(again, at).toBe(200);
	}
});

test('R7: what else the machine refuses at the desk is said without a path, and what is ours is not', () => {
	const error = Object.assign(new Error('EROFS: read-only file system, open /srv/board/data/x'), {
		code: 'EROFS',
		path: '/srv/board/data/x',
	});
	const refusal = refusedByMachine(error)!;
	expect([refusal.status, refusal.message]).toEqual([500, expect.stringMatching(/^没有保存：服务器上磁盘是只读的。/)]);
	expect(refusal.message).not.toContain('/srv');
	expect(refusedByMachine(new TypeError('x is undefined'))).toBeNull();
});
