import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { dayInShanghai } from '../../src/basics/days.ts';
import { describe } from '../../src/checks/report.ts';
import { Refused } from '../../src/publish/source.ts';
import type { Finding } from '../../src/schema/finding.ts';
import { type Board, isPublished, notePublished, type Published, refsStamp } from './board.ts';
import { CouldNotRun } from './command.ts';
import { checkedAt, slipsTold } from './gate.ts';
import { whatWentWrong } from './machine.ts';
import { tipOf } from './seed.ts';

/** What it takes to publish a board. */
export interface Work {
	board: Board;
	/** Everything there is to say of the record at a commit; where reading goes on meanwhile. */
	check(commit: string): Promise<readonly Finding[]>;
	/** Publishes the record at a commit. */
	publish(commit: string): Promise<{ written: number; removed: number }>;
	/** Milliseconds since 1970, by which the day is told. */
	now(): number;
	/** Milliseconds since whenever, by a clock that nobody sets. */
	elapsed(): number;
	say(line: string): void;
	/** Told after each attempt, whatever came of it. */
	tried?(): void;
}

/** How often main and the day are looked at. */
const LOOK_MS = 150;
/** After a failure that is not the record's (a full disk) it is tried again, after longer each time. */
const RETRY_MS = { first: 2_000, longest: 300_000 };

/** How long to wait after so many failures in a row, in milliseconds. */
export const waitAfter = (failures: number): number => Math.min(RETRY_MS.first * 2 ** (failures - 1), RETRY_MS.longest);

/** Publishes the tip of main unless something in it is to be mended. The site then stays as it was, and the reason is kept. */
export async function bringUp({ board, check, publish, say }: Work, commit: string): Promise<Published> {
	const start = performance.now();
	const seconds = () => (performance.now() - start) / 1000;
	const refused = (why: string) => ({ commit, why, seconds: seconds(), written: 0, removed: 0 });
	// Whoever moved main past the gate is asked the same questions here.
	const slips = checkedAt(board.record) === commit ? null : slipsTold(await check(commit));
	const published = slips ? refused(slips) : await publishOr(refused);
	try {
		notePublished(board, published);
	} catch (error) {
		say(`推送的人听不到结果，因为写不下来：${whatWentWrong(error)}`);
	}
	return published;

	async function publishOr(refused: (why: string) => Published): Promise<Published> {
		try {
			const { written, removed } = await publish(commit);
			return { commit, seconds: seconds(), written, removed };
		} catch (error) {
			if (error instanceof Refused) return refused([error.message, ...error.slips.map(describe)].join('\n\n'));
			throw error;
		}
	}
}

/**
 * Publishes now, and again whenever main moves, however it was moved, or the day turns in Asia/Shanghai; until `signal`. What keeps it from
 * publishing is said once, and tried again until it is gone.
 */
export async function keepUp(work: Work, signal: AbortSignal): Promise<void> {
	const { board, now, elapsed, say, tried = () => {} } = work;
	let [commit, day, looked] = ['', '', ''];
	let [failures, notBefore, said] = [0, 0, ''];
	// Somebody may take the site away under us.
	let isThere = false;

	do {
		const today = dayInShanghai(now());
		const seen = `${today} ${stampOf(board)} ${isPublished(board)}`;
		const isDue = failures > 0 && elapsed() >= notBefore;
		if (seen === looked && !isDue) continue;
		looked = seen;
		try {
			const tip = tipOf(board.record);
			if (tip !== commit || today !== day || (isThere && !isPublished(board))) {
				say(told(await bringUp(work, tip), day !== '' && today !== day));
				[commit, day] = [tip, today];
				isThere = isPublished(board);
			}
			[failures, said] = [0, ''];
		} catch (error) {
			const why = error instanceof CouldNotRun ? error.message : whatWentWrong(error);
			notBefore = elapsed() + waitAfter(++failures);
			if (await isToEnd(signal)) return;
			if (why !== said) say(`没有发布成功，公开栏没有改动，过一会儿会自己再试：${why}`);
			said = why;
		}
		tried();
	} while (await waited(signal));
}

/**
 * Whether the process was told to end, though what tells has not had its turn: what reaches us reaches a program that we wait for, and that
 * its end is a failure of ours is seen first.
 */
export async function isToEnd(signal: AbortSignal): Promise<boolean> {
	// The one may come after the signals of its round of the loop were looked for.
	for (let round = 0; round < 2; round++) await setImmediate();
	return signal.aborted;
}

/** What cannot even be looked at is no reason to stop looking. */
function stampOf({ record }: Board): string {
	try {
		return refsStamp(record);
	} catch (error) {
		return String(error);
	}
}

function told({ commit, why, seconds, written, removed }: Published, isNewDay: boolean): string {
	const name = commit.slice(0, 7);
	if (why) return `main 上的 ${name} 没有发布：${why}`;
	return `已发布 ${name}${isNewDay ? '（日期变了）' : ''}：写了 ${written} 页，撤下 ${removed} 页，用时 ${seconds.toFixed(2)} 秒。`;
}

async function waited(signal: AbortSignal): Promise<boolean> {
	await wait(LOOK_MS, undefined, { signal }).catch(() => {});
	return !signal.aborted;
}
