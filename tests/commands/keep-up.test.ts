import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Board, boardAt, lastPublished } from '../../scripts/lib/board.ts';
import { git, mainOf } from '../../scripts/lib/git.ts';
import { bringUp, keepUp } from '../../scripts/lib/keep-up.ts';
import { reseed, seed } from '../../scripts/lib/seed.ts';
import { PATIENCE } from '../patience.ts';
import { fileOf, write, writeSmallContent } from './small-content.ts';

let folder: string;
let content: string;
let board: Board;
let instant: number;
/** how often the clock was asked, once a look */
let looks: number;
let published: string[];
let said: string[];
let failing: Error | null;
let end: AbortController;
let kept: Promise<void>;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'keep-up-'));
	content = join(folder, 'content');
	board = boardAt(join(folder, 'board'));
	writeSmallContent(content);
	instant = Date.parse('2026-04-13T23:00:00+08:00');
	seed(board.record, content, instant);
	[published, said, failing, end, looks] = [[], [], null, new AbortController(), 0];
	const work = {
		board,
		now: () => {
			looks++;
			return instant;
		},
		say: (line: string) => void said.push(line),
		publish: async (commit: string) => {
			if (failing) throw failing;
			published.push(commit);
			return { written: 1, removed: 0 };
		},
	};
	kept = keepUp(work, await bringUp(work, mainOf(board.record)!), end.signal);
});

afterEach(async () => {
	end.abort();
	await kept;
	rmSync(folder, { recursive: true, force: true });
});

const soon = (assertion: () => void) => vi.waitFor(assertion, { timeout: PATIENCE.wait });

/** Waits until main and the day have been looked at twice from now on. */
async function lookedAgain(): Promise<void> {
	const before = looks;
	await soon(() => expect(looks).toBeGreaterThan(before + 1));
}

/** Moves main without asking anybody. */
function move(): string {
	reseed(board.record, content, instant);
	return mainOf(board.record)!;
}

test('what reaches main by any way is published, once', async () => {
	const { file, text } = fileOf('meetings', {}, '2026-04-10-joint');
	write(content, file, text);
	const tip = move();
	await soon(() => expect(published.at(-1)).toBe(tip));
	git(board.record, ['pack-refs', '--all']);
	await lookedAgain();
	expect(published).toHaveLength(2);
	expect(lastPublished(board)).toMatchObject({ commit: tip, written: 1 });
});

test('what reaches main around the gate and does not pass is not published, and that is said', async () => {
	const { file, text } = fileOf('meetings', { heldOn: '2026-02-30' }, '2026-02-28-joint');
	write(content, file, text);
	const tip = move();
	await soon(() => expect(said.join()).toMatch(/没有发布：.*heldOn/s));
	expect(published).not.toContain(tip);
	expect(lastPublished(board)).toMatchObject({ commit: tip, why: expect.stringContaining('heldOn') });

	rmSync(join(content, file));
	const mended = move();
	await soon(() => expect(published.at(-1)).toBe(mended));
});

test('the board is published again when the day turns', async () => {
	expect(published).toHaveLength(1);
	instant += 3_600_000;
	await soon(() => expect(published).toHaveLength(2));
	expect(published[1]).toBe(published[0]);
});

test('a publication that failed for no fault of the record is tried again after a minute', async () => {
	failing = new Error('磁盘已满');
	rmSync(join(content, 'cases/lifts.md'));
	const tip = move();
	await soon(() => expect(said.join()).toContain('磁盘已满'));
	failing = null;
	instant += 60_000;
	await soon(() => expect(published.at(-1)).toBe(tip));
	expect(said.filter((line) => line.includes('磁盘已满'))).toHaveLength(1);
});
