/** What is said to somebody whose push is not let in: what is there, and the commands that mend it, ready to copy. */
import type { Finding } from '../../src/schema/finding.ts';
import type { Commit } from './commits.ts';
import type { CommitTrouble } from './forged.ts';
import { masked } from './passing.ts';
import type { Pushed, Unlisted } from './pushed.ts';

/** So many commits are told at once, of each so many troubles. */
const SHOWN = { commits: 10, troubles: 5 };

const BEGINNINGS: Readonly<Record<CommitTrouble['kind'], string>> = {
	number: '个人的号码',
	message: '提交说明',
	who: '作者或提交人',
	date: '提交时间',
	place: '不该有的文件',
	shape: '写法',
};

/** Why the new tip cannot be taken, whatever is in it. */
export const UNLISTED: Readonly<Record<Unlisted | 'rewritten', string>> = {
	rewritten: 'main 上已有别的提交，或者这次推送要改写历史。改必留痕，历史不能改写。\n请先 git pull --rebase，再推送。',
	aside:
		'这次的合并把公开过的提交放到了旁边，main 这条线上就看不到它们了。git pull 不带 --rebase 就会这样。\n请先 git pull --rebase，再推送。',
	cut: '这次推送的历史不全，多半是浅克隆（git clone --depth）。\n请先 git fetch --unshallow，再推送。',
	much: '一次改动的文件太多，或者文件夹套得太深，不像一份记录。\n请分几次推送，每次只改要改的文件。',
	long: '提交说明太长，没法核对。\n请写短一些：git commit --amend；前面的提交，合成一次：git reset --soft $(git merge-base origin/main HEAD) && git commit',
};

/** The answer to whoever pushes other refs than main, with main or without. */
export function notMain(refs: readonly string[]): string {
	const shown = masked(refs[0]!.replace(/^refs\/(?:heads|tags)\//, ''), 60);
	const names = `“${shown}”${refs.length > 1 ? ` 等 ${refs.length} 个` : ''}`;
	const isDesks = refs.some((ref) => /^refs\/(?:desk|board|heads\/cms)\//i.test(ref));
	return `没有收下：这里只收 main，不收别的分支、标签和引用，这次推来了${names}。${isDesks ? '草稿请在编辑台里写。' : ''}\n只推 main：git push origin HEAD:main`;
}

/** The troubles of commits, each under its commit, in the order of the history; nothing where there is none. */
export function toldOfCommits(troubles: readonly CommitTrouble[], { commits }: Pushed): string[] {
	if (troubles.length === 0) return [];
	const byCommit = Map.groupBy(troubles, ({ commit }) => commit.id);
	const troubled = commits.filter(({ id }) => byCommit.has(id));
	const kinds = [...new Set(troubles.map(({ kind }) => BEGINNINGS[kind]))].join('、');
	const more = troubled.length > SHOWN.commits ? [`……还有 ${troubled.length - SHOWN.commits} 个提交。`] : [];
	return [
		`有 ${troubled.length} 个提交要改（${kinds}），公开栏没有改动。`,
		...troubled.slice(0, SHOWN.commits).map((commit) => paragraph(commit, byCommit.get(commit.id)!)),
		...more,
	];
}

function paragraph(commit: Commit, troubles: readonly CommitTrouble[]): string {
	const said = [...new Set(troubles.map(({ what }) => what))];
	const more = said.length > SHOWN.troubles ? [`……还有 ${said.length - SHOWN.troubles} 处。`] : [];
	return [`【提交 ${nameOf(commit)}】`, ...[...said.slice(0, SHOWN.troubles), ...more].map((line) => `  ${line}`)].join('\n');
}

/** `1a2b3c4“更正三月的会议纪要”`, without what is private in it. */
const nameOf = ({ id, subject }: Commit): string => `${id.slice(0, 7)}${subject && `“${masked(subject)}”`}`;

/** Only what was not pushed yet goes into one commit: what others published meanwhile must not be taken back by it. */
const SQUASH = "git reset --soft $(git merge-base origin/main HEAD) && git commit -m '写这次改了什么' && git pull --rebase origin main";
const PUSH = 'git push origin HEAD:main';

/** What to do, by what is the matter: the tip alone can be amended, what lies before it goes into one commit with it. */
export function howToMend(troubles: readonly CommitTrouble[], slips: readonly Finding[], { commits }: Pushed): string {
	const kinds = new Set(troubles.map(({ kind }) => kind));
	const tip = commits.at(-1)?.id;
	const isOne = troubles.every(({ commit, kind }) => commit.id === tip && kind !== 'number' && kind !== 'shape' && kind !== 'place');
	const first = [
		...(kinds.has('number') || kinds.has('shape') || kinds.has('place')
			? ['推上去的每个提交谁都能取走，后面的提交改掉了，前面的也还在。']
			: []),
		...(kinds.has('message') ? ['提交说明不能放行：写改了什么，不写号码、房号和是谁。'] : []),
		...(kinds.has('who') ? ["提交上的名字先改好：git config user.name '您的姓名'; git config user.email '您的邮箱'"] : []),
		...(kinds.has('date') ? ['先看这台电脑的时钟准不准：date'] : []),
	];
	const commands =
		troubles.length > 0 && isOne
			? [
					...(slips.length > 0 ? ['git add -A'] : []),
					`git commit --amend --reset-author ${kinds.has('message') ? "-m '写这次改了什么'" : '--no-edit'}`,
				]
			: [...(slips.length > 0 ? ['git add -A'] : []), commits.length > 1 || troubles.length > 0 ? SQUASH : 'git commit --amend --no-edit'];
	const again = commits.length > 1 && !(troubles.length > 0 && isOne) ? '合成一次再推送' : '改在同一个提交里再推送';
	return [...first, `${slips.length > 0 ? '文件改好以后，' : ''}${again}：`, `  ${[...commands, PUSH].join(' && ')}`].join('\n');
}
