import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../src/basics/days.ts';
import { checkFiles } from '../../src/checks/files.ts';
import { slipsIn } from '../../src/checks/index.ts';
import { describe } from '../../src/checks/report.ts';
import type { Finding } from '../../src/schema/finding.ts';
import type { Read } from '../../src/schema/reader.ts';
import { askGit } from './git.ts';
import { shownAsOf } from './given.ts';
import { historyBetween } from './history.ts';
import { readings } from './readings.ts';
import { type FileAt, filesAt } from './record.ts';
import { seenAt } from './seen.ts';
import { isNone, MAIN, type Wish } from './wishes.ts';

/** The file in the repository that names the commit the gate let in last. */
const CHECKED = 'board-checked';

/** Notes that a commit may be published, so that the server need not look at every record a second time. */
export const noteChecked = (repository: string, commit: string): void => writeFileSync(join(repository, CHECKED), commit);

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

/** Why a push cannot be let in, in the words an editor reads; null when it can. Only main is published, so only main is asked about. */
export async function refusal(repository: string, wishes: readonly Wish[]): Promise<string | null> {
	const wish = wishes.find(({ ref }) => ref === MAIN);
	if (!wish) return null;
	if (isNone(wish.to)) return '没有收下：main 是公开栏的记录，不能删除。';
	if (!isNone(wish.from) && askGit(repository, ['merge-base', '--is-ancestor', wish.from, wish.to]) === null)
		return '没有收下：main 上已有别的提交，或者这次推送要改写历史。改必留痕，历史不能改写。\n请先 git pull --rebase，再推送。';
	const slips = await slipsAt(repository, wish.to, isNone(wish.from) ? null : wish.from);
	return slips && `没有收下：${slips}`;
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
export async function findingsAt(repository: string, commit: string, follows: Follows | null, memory?: Memory): Promise<Finding[]> {
	const day = shownAsOf(undefined);
	const besides = { seen: await seenAt(repository, commit), day };
	const { findings, entries, settings } = checkFiles(filesAt(repository, commit, memory?.has), memory?.read, undefined, besides);
	if (follows === null) return findings;
	const today = follows.today ?? (typeof day === 'string' ? day : day(settings ?? null));
	const history = historyBetween(repository, follows.since, commit, entries, today);
	// Of a day the history knows more than the record alone.
	const isSaid = ({ file, field }: Finding) => history.some((each) => each.file === file && each.field === field);
	return [...findings.filter((each) => each.check !== 'published-on' || !isSaid(each)), ...history];
}

/** What keeps a commit from being published, as text; null when nothing does. `since`: the commit it follows, which it may not undo. */
export async function slipsAt(repository: string, commit: string, since: string | null = null): Promise<string | null> {
	const memory = readings(join(repository, 'board-readings.sqlite'));
	const slips = slipsIn(await findingsAt(repository, commit, since === null ? null : { since }, memory));
	memory.keep();
	if (slips.length === 0) return null;
	const more = slips.length > SHOWN ? [`……还有 ${slips.length - SHOWN} 处。`] : [];
	return [`有 ${slips.length} 处要改，公开栏没有改动。`, ...slips.slice(0, SHOWN).map(describe), ...more].join('\n\n');
}
