import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../src/basics/days.ts';
import { recordsOf } from '../../src/checks/check.ts';
import { checkFiles } from '../../src/checks/files.ts';
import { slipsIn } from '../../src/checks/index.ts';
import { officeLines } from '../../src/checks/privacy.ts';
import { describe } from '../../src/checks/report.ts';
import type { Finding } from '../../src/schema/finding.ts';
import type { Read, Reading } from '../../src/schema/reader.ts';
import { type Commit, commitsAt } from './commits.ts';
import { forgedIn } from './forged.ts';
import { askGit, mainOf } from './git.ts';
import { shownAsOf } from './given.ts';
import { historyBetween } from './history.ts';
import { todayOf } from './hooks.ts';
import { leftBehind, messageTroubles } from './passing.ts';
import { type Pushed, pushedBetween } from './pushed.ts';
import { keyOf, readings } from './readings.ts';
import { type FileAt, filesAt, listedAt } from './record.ts';
import { howToMend, notMain, toldOfCommits, UNLISTED } from './refused.ts';
import { seenAt } from './seen.ts';
import { FOLDER } from './trees.ts';
import { isNone, MAIN, type Wish } from './wishes.ts';

/** The file in the repository that names the commit the gate let in last. */
const CHECKED = 'board-checked';

/** Notes that a commit may be published, so that the server need not look at every record a second time. */
export function noteChecked(repository: string, commit: string): void {
	const making = join(repository, `${CHECKED}.${process.pid}`);
	// Put in its place by its name: where a group shares the record, the file of another user cannot be written, but it can be replaced.
	writeFileSync(making, commit);
	renameSync(making, join(repository, CHECKED));
}

/** The commit that the gate let in last. */
export function checkedAt(repository: string): string | null {
	try {
		return readFileSync(join(repository, CHECKED), 'utf8');
	} catch {
		return null;
	}
}

/** So many slips are told at once; who has more mends these first. */
const SHOWN = 20;

/**
 * Why a push cannot be let in, in the words an editor reads: the first line says it in short and holds nothing private. Null when it can be.
 * `now` in milliseconds since 1970.
 */
export async function refusal(repository: string, wishes: readonly Wish[], now: number): Promise<string | null> {
	const wish = wishes.find(({ ref }) => ref === MAIN);
	const others = wishes.filter(({ ref }) => ref !== MAIN).map(({ ref }) => ref);
	if (others.length > 0) return notMain(others);
	if (!wish) return null;
	if (isNone(wish.to)) return '没有收下：main 是公开栏的记录，不能删除。';
	const main = mainOf(repository);
	if (askGit(repository, ['cat-file', '-t', wish.to]) !== 'commit')
		return '没有收下：推到 main 上的不是提交（可能是标签）。\n请写成：git push origin HEAD:main';
	const pushed = pushedBetween(repository, main, wish.to);
	if (typeof pushed === 'string') {
		const isRewritten = pushed === 'aside' && askGit(repository, ['merge-base', '--is-ancestor', main!, wish.to]) === null;
		return `没有收下：${UNLISTED[isRewritten ? 'rewritten' : pushed]}`;
	}
	return refusedIn(repository, pushed, main, wish.to, now);
}

/** The tip is asked everything, what came before it what may not stay in the history. */
async function refusedIn(repository: string, pushed: Pushed, main: string | null, to: string, now: number): Promise<string | null> {
	const before = parentsBefore(repository, pushed);
	const forged = pushed.commits.flatMap((commit) => forgedIn(commit, before(commit), now));
	const was = new Map(main === null ? [] : listedAt(repository, main).map(({ file, blob }) => [file, blob]));
	const isPublished = ({ file, blob }: { file: string; blob: string }) => was.get(file) === blob;
	const memory = readings(join(repository, 'board-readings.sqlite'));
	const { findings, entries, settings, today } = await readAt(repository, to, main === null ? null : { since: main }, memory, isPublished);
	const records = recordsOf(entries, [], { today, ...(settings ? { settings } : {}) });
	const lines = officeLines(records) ?? new Set();
	const said = pushed.commits.flatMap((commit) => messageTroubles(commit, lines));
	const tip = () => new Map(listedAt(repository, to).map(({ file, blob }) => [file, blob]));
	// A commit alone is its tip, but that an empty folder is in no list of files.
	const isMore = pushed.commits.length > 1 || pushed.changes.some(({ mode }) => mode === FOLDER);
	const left = isMore ? await leftBehind(repository, pushed, { records, tip: tip(), was }) : [];
	const troubles = [...forged, ...said, ...left];
	const slips = slipsIn(findings);
	const isIn = troubles.length === 0 && slips.length === 0;
	// What was refused is gone with its push: nothing of it may stay in a memory.
	const standing = new Set([...was].map(([file, blob]) => keyOf({ file, blob })));
	memory.keep((key) => isIn || standing.has(key));
	return isIn
		? null
		: `没有收下：${[...toldOfCommits(troubles, pushed), ...toldOf(slips), howToMend(troubles, slips, pushed)].join('\n\n')}`;
}

/** The commits before each, new or not. */
function parentsBefore(repository: string, { commits }: Pushed): (commit: Commit) => Commit[] {
	const byId = new Map(commits.map((commit) => [commit.id, commit]));
	const old = [...new Set(commits.flatMap(({ parents }) => parents))].filter((id) => !byId.has(id));
	for (const commit of commitsAt(repository, old)) byId.set(commit.id, commit);
	return ({ parents }) => parents.flatMap((id) => byId.get(id) ?? []);
}

/** How files are read, by somebody who remembers what was read before. */
interface Memory {
	has: Parameters<typeof filesAt>[2];
	read: (found: FileAt) => Read;
}

/** The commit that another follows; the day that is written on what is published now, where somebody has written it already. */
export interface Follows {
	since: string;
	today?: Day;
}

/** Everything there is to say of the record at a commit; of what it does to the one it follows too, where that is named. */
export const findingsAt = async (repository: string, commit: string, follows: Follows | null, memory?: Memory): Promise<Finding[]> =>
	(await readAt(repository, commit, follows, memory)).findings;

/** The same with the records that were read. `mayStay`: which uploads what is seen in them may be remembered of. */
async function readAt(
	repository: string,
	commit: string,
	follows: Follows | null,
	memory?: Memory,
	mayStay?: Parameters<typeof seenAt>[2],
): Promise<Reading & { findings: Finding[]; today: Day }> {
	const day = shownAsOf(todayOf(repository));
	const besides = { seen: await seenAt(repository, commit, mayStay), day };
	const reading = checkFiles(filesAt(repository, commit, memory?.has), memory?.read, undefined, besides);
	const { findings, entries, settings } = reading;
	const today = follows?.today ?? (typeof day === 'string' ? day : day(settings ?? null));
	if (follows === null) return { ...reading, today };
	const history = historyBetween(repository, follows.since, commit, entries, today);
	// Of a day the history knows more than the record alone.
	const isSaid = ({ file, field }: Finding) => history.some((each) => each.file === file && each.field === field);
	return { ...reading, today, findings: [...findings.filter((each) => each.check !== 'published-on' || !isSaid(each)), ...history] };
}

/** What of these findings keeps a commit that is on main already from being published, as text; null when nothing does. */
export function slipsTold(findings: readonly Finding[]): string | null {
	const slips = slipsIn(findings);
	return slips.length === 0 ? null : toldOf(slips).join('\n\n');
}

/** Slips as paragraphs, the first of which counts them. */
function toldOf(slips: readonly Finding[]): string[] {
	if (slips.length === 0) return [];
	const more = slips.length > SHOWN ? [`……还有 ${slips.length - SHOWN} 处。`] : [];
	return [`有 ${slips.length} 处要改，公开栏没有改动。`, ...slips.slice(0, SHOWN).map(describe), ...more];
}
