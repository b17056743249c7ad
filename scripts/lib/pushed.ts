import { type Commit, commitsAt } from './commits.ts';
import { askGit } from './git.ts';
import { type Change, changesBetween } from './trees.ts';

/** What a push adds to main. */
export interface Pushed {
	/** every commit that becomes reachable, no commit before its parents */
	commits: readonly Commit[];
	/** those of them that main will have passed through, by their ids */
	line: ReadonlySet<string>;
	changes: readonly Change[];
}

/** Why what a push adds cannot be listed: `cut`: its history is not whole; `aside`: the old tip is not on the new one's line; `much`: too many files; `long`: a message too long to be read. */
export type Unlisted = 'cut' | 'aside' | 'much' | 'long';

/** What main becomes that it was not: `from` null, all of it is new. */
export function pushedBetween(repository: string, from: string | null, to: string): Pushed | Unlisted {
	const line = lineBetween(repository, from, to);
	if (typeof line === 'string') return line;
	const onLine = commitsAt(repository, line);
	const sides = onLine.flatMap(({ parents }) => parents.slice(1));
	const beside = sides.length > 0 ? commitsOf(repository, sides, from) : [];
	if (beside === null) return 'cut';
	const own = new Set(line);
	// What a merge brings is told before the merge.
	const brought = beside.filter((id) => !own.has(id));
	const commits = [...commitsAt(repository, brought), ...onLine];
	if (commits.some(({ isTooLarge }) => isTooLarge)) return 'long';
	const changes = changesIn(repository, commits);
	return changes === null ? 'much' : { commits, line: own, changes };
}

/**
 * The commits on the first-parent line above the old tip, oldest first. Never asked as a range: one commit that is dated before its parent
 * makes git walk the whole history for that.
 */
function lineBetween(repository: string, from: string | null, to: string): string[] | Unlisted {
	for (let most = 64; ; most *= 16) {
		const said = askGit(repository, ['rev-list', '--first-parent', `--max-count=${most}`, to]);
		if (said === null) return 'cut';
		const ids = said.split('\n');
		const at = from === null ? -1 : ids.indexOf(from);
		if (at >= 0) return ids.slice(0, at).reverse();
		if (ids.length < most) return from === null ? ids.reverse() : 'aside';
	}
}

/** Every commit of some tips that the old tip does not have, no commit before its parents. */
function commitsOf(repository: string, tips: readonly string[], from: string | null): string[] | null {
	const said = askGit(
		repository,
		['rev-list', '--reverse', '--topo-order', '--stdin'],
		[...tips, ...(from ? [`^${from}`] : [])].join('\n'),
	);
	return said === null ? null : said.split('\n').filter(Boolean);
}

/** What each commit changes of its first parent; null when it is too much. A content that is new stands in one of these. */
function changesIn(repository: string, commits: readonly Commit[]): Change[] | null {
	const trees = new Map(commits.map(({ id, tree }) => [id, tree]));
	const old = [...new Set(commits.flatMap(({ parents }) => parents.slice(0, 1)))].filter((id) => !trees.has(id));
	for (const { id, tree } of commitsAt(repository, old)) trees.set(id, tree);
	return changesBetween(
		repository,
		commits.map(({ id, tree, parents: [first] }) => ({ commit: id, before: first === undefined ? null : trees.get(first)!, after: tree })),
	);
}
