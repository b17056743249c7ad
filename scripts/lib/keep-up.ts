import { setTimeout as wait } from 'node:timers/promises';
import { dayInShanghai } from '../../src/basics/days.ts';
import { describe } from '../../src/checks/report.ts';
import { Refused } from '../../src/publish/source.ts';
import { type Board, notePublished, type Published, refsStamp } from './board.ts';
import { checkedAt, slipsAt } from './gate.ts';
import { mainOf } from './git.ts';

/** What it takes to publish a board. */
export interface Work {
	board: Board;
	/** Publishes the record at a commit. */
	publish(commit: string): Promise<{ written: number; removed: number }>;
	/** Milliseconds since 1970. */
	now(): number;
	say(line: string): void;
}

/** How often main and the day are looked at. */
const LOOK_MS = 150;
/** After a failure that is not the record's (a full disk), it is tried again. */
const RETRY_MS = 60_000;

/** Publishes the tip of main unless something in it is to be mended. The site then stays as it was, and the reason is kept. */
export async function bringUp({ board, publish }: Work, commit: string, isChecked = false): Promise<Published> {
	const start = performance.now();
	const seconds = () => (performance.now() - start) / 1000;
	const refused = (why: string) => ({ commit, why, seconds: seconds(), written: 0, removed: 0 });
	const slips = isChecked ? null : await slipsAt(board.record, commit);
	const published = slips ? refused(slips) : await publishOr(refused);
	notePublished(board, published);
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

/** Publishes again whenever main moves, however it was moved, or the day turns in Asia/Shanghai; until `signal`. */
export async function keepUp(work: Work, first: Published, signal: AbortSignal): Promise<void> {
	const { board, now, say } = work;
	let { commit } = first;
	let day = dayInShanghai(now());
	let stamp = '';
	let notBefore = 0;

	while (await waited(signal)) {
		const [stampNow, today] = [refsStamp(board.record), dayInShanghai(now())];
		if ((stampNow === stamp && today === day) || now() < notBefore) continue;
		const tip = mainOf(board.record);
		if (tip && (tip !== commit || today !== day)) {
			try {
				// Whoever moved main past the gate is asked the same questions here.
				say(told(await bringUp(work, tip, checkedAt(board.record) === tip), today !== day));
			} catch (error) {
				say(`没有发布成功，公开栏没有改动，一分钟后再试：${error instanceof Error ? error.message : error}`);
				notBefore = now() + RETRY_MS;
				continue;
			}
			[commit, day] = [tip, today];
		}
		stamp = stampNow;
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
