import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFiles } from '../../src/checks/files.ts';
import { slipsIn } from '../../src/checks/index.ts';
import { describe } from '../../src/checks/report.ts';
import { askGit } from './git.ts';
import { shownAsOf } from './given.ts';
import { readings } from './readings.ts';
import { filesAt } from './record.ts';
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
	const slips = await slipsAt(repository, wish.to);
	return slips && `没有收下：${slips}`;
}

/** What keeps a commit from being published, as text; null when nothing does. */
export async function slipsAt(repository: string, commit: string): Promise<string | null> {
	const memory = readings(join(repository, 'board-readings.sqlite'));
	const besides = { seen: await seenAt(repository, commit), day: shownAsOf(undefined) };
	const slips = slipsIn(checkFiles(filesAt(repository, commit, memory.has), memory.read, undefined, besides).findings);
	memory.keep();
	if (slips.length === 0) return null;
	const more = slips.length > SHOWN ? [`……还有 ${slips.length - SHOWN} 处。`] : [];
	return [`有 ${slips.length} 处要改，公开栏没有改动。`, ...slips.slice(0, SHOWN).map(describe), ...more].join('\n\n');
}
