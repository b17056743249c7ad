/** What only the board itself writes into a commit, and days that cannot be: whoever pushes these would look like the desk, or like another day. */
import type { Commit, Signed } from './commits.ts';

/** Why a commit is not let in: what kind of trouble it is, so that its cure is told once, and what is there. */
export interface CommitTrouble {
	commit: Commit;
	kind: 'number' | 'message' | 'who' | 'date' | 'place' | 'shape';
	/** in Chinese, without the private datum itself */
	what: string;
}

/** A clock may be so much ahead of the server's, in seconds. */
const MOST_AHEAD = 5 * 60;
/** The day of writing says little, and zones are mistaken; it is only not to be long ahead. */
const MOST_WRITTEN_AHEAD = 24 * 3600;

/** What stands in the last lines of the desk's own commits. Continued lines and marks that nobody sees hide nothing. */
const OURS = /^\s*(reviewed-by|desk-[a-z-]*)\s*:/;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029\v\f]/g;

/** What is forged in a commit. `parents`: the commits before it, as far as they are known; `now` in milliseconds since 1970. */
export function forgedIn(commit: Commit, parents: readonly Commit[], now: number): CommitTrouble[] {
	return [...boardIn(commit), ...trailersIn(commit), ...datesIn(commit, parents, now / 1000)].map((trouble) => ({ commit, ...trouble }));
}

type Told = Omit<CommitTrouble, 'commit'>;

/** As it reads: in one case and one width, without marks that nobody sees. */
const folded = (text: string): string =>
	text
		.normalize('NFKC')
		.replace(/\p{C}/gu, '')
		.replace(/\p{Pd}/gu, '-')
		.toLowerCase();

/** Whether somebody signs as the board. */
export function isBoard({ name, email }: Pick<Signed, 'name' | 'email'>): boolean {
	const letters = folded(name).replace(/[^\p{L}\p{N}]/gu, '');
	const address = folded(email).replace(/[\s<>"']/g, '');
	return letters === '公开栏' || letters === '公開欄' || /^board(?:\+[^@]*)?@localhost\.?$/.test(address);
}

function boardIn({ author, committer }: Commit): Told[] {
	const which = [...(isBoard(author) ? ['作者'] : []), ...(isBoard(committer) ? ['提交人'] : [])];
	return which.length === 0
		? []
		: [{ kind: 'who', what: `${which.join('和')}写成了公开栏自己（公开栏、board@localhost），这个名字只有编辑台发布时才用。` }];
}

function trailersIn({ readings }: Commit): Told[] {
	for (const text of readings) {
		const lines = text
			.replace(LINE_ENDS, '\n')
			.split('\n')
			.map((line) => folded(line));
		const [, ours] = lines.map((line) => OURS.exec(line)).find(Boolean) ?? [];
		if (ours) return [{ kind: 'message', what: `说明里有一行“${ours.slice(0, 20)}:”开头，这样的行只有编辑台发布时才写。` }];
	}
	return [];
}

function datesIn({ author, committer }: Commit, parents: readonly Commit[], now: number): Told[] {
	if (committer.at === null) return [{ kind: 'date', what: '没有提交时间。' }];
	if (committer.at > now + MOST_AHEAD)
		return [{ kind: 'date', what: `提交时间是${momentOf(committer.at)}，比服务器的${momentOf(now)}还晚。` }];
	const after = parents.find(({ committer: { at } }) => at !== null && at > committer.at!);
	if (after) return [{ kind: 'date', what: `提交时间是${momentOf(committer.at)}，早于它前面那个提交的${momentOf(after.committer.at!)}。` }];
	if (author.at === null || author.at > now + MOST_WRITTEN_AHEAD)
		return [{ kind: 'date', what: author.at === null ? '没有写作时间。' : `写作时间是${momentOf(author.at)}，还没有到。` }];
	return [];
}

/** A moment in China: `2026-04-13 08:00`. The largest seconds git takes have no day. */
const momentOf = (seconds: number): string =>
	seconds > 8e9 ? '很久以后' : new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 16).replace('T', ' ');
