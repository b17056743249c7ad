import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Board, boardAt, lastPublished } from '../../scripts/lib/board.ts';
import { findingsAt, noteChecked } from '../../scripts/lib/gate.ts';
import { git, mainOf } from '../../scripts/lib/git.ts';
import { keepUp, waitAfter } from '../../scripts/lib/keep-up.ts';
import { isUnmade, reseed, seed } from '../../scripts/lib/seed.ts';
import { PATIENCE } from '../patience.ts';
import { fileOf, write, writeSmallContent } from './small-content.ts';

let folder: string;
let content: string;
let board: Board;
let instant: number;
/** milliseconds by the clock that nobody sets */
let elapsed: number;
/** how often the clock was asked, once a look */
let looks: number;
let published: string[];
let said: string[];
let failing: Error | null;
let tries: number;
/** whether the next attempt is told to end by what also ends the program it waits for */
let isToldToEnd: boolean;
let checked: string[];
let end: AbortController;
let kept: Promise<void>;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'keep-up-'));
	content = join(folder, 'content');
	board = boardAt(join(folder, 'board'));
	writeSmallContent(content);
	instant = Date.parse('2026-04-13T23:00:00+08:00');
	seed(board.record, content, instant);
	[published, said, failing, end, looks, elapsed, tries, checked] = [[], [], null, new AbortController(), 0, 0, 0, []];
	isToldToEnd = false;
	const work = {
		board,
		now: () => {
			looks++;
			return instant;
		},
		elapsed: () => elapsed,
		say: (line: string) => void said.push(line),
		check: async (commit: string) => {
			checked.push(commit);
			return findingsAt(board.record, commit, null);
		},
		publish: async (commit: string) => {
			tries++;
			if (isToldToEnd) setImmediate(() => end.abort());
			if (failing) throw failing;
			published.push(commit);
			return { written: 1, removed: 0 };
		},
	};
	kept = keepUp(work, end.signal);
	await soon(() => expect(published).toHaveLength(1));
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

test('R7: what was published and cannot be noted for the pusher is not said to have failed', async () => {
	mkdirSync(join(board.folder, 'published.json.new'));
	rmSync(join(content, 'cases/lifts.md'));
	const tip = move();
	await soon(() => expect(published.at(-1)).toBe(tip));
	await soon(() => expect(said.at(-1)).toMatch(`已发布 ${tip.slice(0, 7)}`));
	expect(said.join('\n')).toContain('推送的人听不到结果，因为写不下来：这里应该是文件，却是文件夹');
	expect(said.join('\n')).not.toContain('没有发布成功');
});

test('R7: the board is published again when somebody takes its site away', async () => {
	const index = join(board.site, 'current/index.html');
	write(board.site, 'current/index.html', '');
	rmSync(join(content, 'cases/lifts.md'));
	move();
	await soon(() => expect(published).toHaveLength(2));
	await lookedAgain();
	rmSync(index);
	await soon(() => expect(published).toHaveLength(3));
	await lookedAgain();
	expect(published).toHaveLength(3);
});

test('the board is published again when the day turns', async () => {
	expect(published).toHaveLength(1);
	instant += 3_600_000;
	await soon(() => expect(published).toHaveLength(2));
	expect(published[1]).toBe(published[0]);
});

test('R7: a publication that failed for no fault of the record is tried again, after longer each time, and its reason is said once', async () => {
	failing = new Error('磁盘已满');
	rmSync(join(content, 'cases/lifts.md'));
	const tip = move();
	await soon(() => expect(said.join()).toContain('磁盘已满'));
	for (let failures = 1; failures <= 4; failures++) {
		const before = tries;
		elapsed += waitAfter(failures) - 1;
		await lookedAgain();
		expect(tries).toBe(before);
		elapsed += 1;
		await soon(() => expect(tries).toBe(before + 1));
	}
	failing = null;
	elapsed += waitAfter(5);
	await soon(() => expect(published.at(-1)).toBe(tip));
	expect(said.filter((line) => line.includes('磁盘已满'))).toHaveLength(1);
	expect([1, 2, 3, 20].map(waitAfter)).toEqual([2_000, 4_000, 8_000, 300_000]);
});

test('what fails because the process is told to end is no failure to tell of, nor to try again', async () => {
	[failing, isToldToEnd] = [new Error('git 在记录里没有成功：SIGINT'), true];
	rmSync(join(content, 'cases/lifts.md'));
	move();
	await kept;
	expect([tries, said.join()]).toEqual([2, expect.not.stringContaining('SIGINT')]);
});

test('R7: a clock set back by a year while a publication failed does not hold up the next attempt', async () => {
	failing = new Error('磁盘已满');
	rmSync(join(content, 'cases/lifts.md'));
	const tip = move();
	await soon(() => expect(said.join()).toContain('磁盘已满'));
	failing = null;
	instant -= 365 * 86_400_000;
	await soon(() => expect(published.at(-1)).toBe(tip));
	failing = new Error('磁盘又满');
	instant += 365 * 86_400_000;
	await soon(() => expect(said.join()).toContain('磁盘又满'));
	failing = null;
	instant -= 3_600_000;
	await lookedAgain();
	elapsed += waitAfter(1);
	await soon(() => expect(published).toHaveLength(3));
});

test('what is pushed while a publication fails is tried at once, and so is another day', async () => {
	failing = new Error('磁盘已满');
	rmSync(join(content, 'cases/lifts.md'));
	move();
	await soon(() => expect(said.join()).toContain('磁盘已满'));
	const before = tries;
	instant += 3_600_000;
	await soon(() => expect(tries).toBe(before + 1));
	failing = null;
	const { file, text } = fileOf('meetings', {}, '2026-04-10-joint');
	write(content, file, text);
	const tip = move();
	await soon(() => expect(published.at(-1)).toBe(tip));
});

test('a record that is gone or broken is said with what to do, and published again when it is back', async () => {
	renameSync(board.record, `${board.record}.away`);
	await soon(() => expect(said.join()).toMatch(/记录 .*record\.git 不见了。请从备份恢复：git clone --mirror/));
	renameSync(`${board.record}.away`, board.record);
	const ref = join(board.record, 'refs/heads/main');
	writeFileSync(ref, '\0'.repeat(41));
	await soon(() => expect(said.join()).toMatch(/找不到 main 上的最后一次提交.*fsck/));
	expect(isUnmade(board.record)).toBe(false);

	rmSync(ref);
	git(board.record, ['update-ref', 'refs/heads/main', published[0]!]);
	rmSync(join(content, 'cases/lifts.md'));
	const tip = move();
	await soon(() => expect(published.at(-1)).toBe(tip));
});

test('what the gate let in is not asked a second time', async () => {
	expect(checked).toHaveLength(1);
	const { file, text } = fileOf('meetings', {}, '2026-04-10-joint');
	write(content, file, text);
	const before = mainOf(board.record)!;
	const tip = move();
	await soon(() => expect(published.at(-1)).toBe(tip));
	expect(checked).toEqual([before, tip]);
	noteChecked(board.record, before);
	git(board.record, ['update-ref', 'refs/heads/main', before]);
	await soon(() => expect(published.at(-1)).toBe(before));
	expect(checked).toHaveLength(2);
});
