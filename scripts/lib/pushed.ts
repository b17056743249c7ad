import { type Commit, commitsAt } from './commits.ts';
import { askGit, git } from './git.ts';

/** A file that a commit adds or changes, beside its first parent. */
export interface Change {
	commit: string;
	file: string;
	blob: string;
	/** as git writes it: `100644` is a plain file */
	mode: string;
}

/** What a push adds to main. */
export interface Pushed {
	/** every commit that becomes reachable, no commit before its parents */
	commits: readonly Commit[];
	/** those of them that main will have passed through, by their ids */
	line: ReadonlySet<string>;
	changes: readonly Change[];
}

/** Bytes that the names of everything a push changes may take: some 400,000 files. A tree that holds itself many times over has more. */
const MOST_CHANGES = 64 * 2 ** 20;

/** Why what a push adds cannot be listed: `cut`: its history is not whole; `aside`: the old tip is not on the new one's line; `much`: too many files. */
export type Unlisted = 'cut' | 'aside' | 'much';

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

/** What each commit changes of its first parent; null when it is more than a record can hold. A blob that is new stands in one of these. */
function changesIn(repository: string, commits: readonly Commit[]): Change[] | null {
	const lines = commits.map(({ id, parents }) => [id, ...parents.slice(0, 1)].join(' ')).join('\n');
	const args = ['diff-tree', '--stdin', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', '--root'];
	const out = commits.length === 0 ? Buffer.alloc(0) : git(repository, args, `${lines}\n`, MOST_CHANGES);
	if (out === null) return null;
	const changes: Change[] = [];
	const parts = out.toString().split('\0');
	let commit = '';
	for (let i = 0; i < parts.length - 1; i++) {
		const part = parts[i]!;
		if (!part.startsWith(':')) {
			commit = part;
			continue;
		}
		// ":100644 100644 <old> <new> M", then the path
		const [, mode = '', , blob = '', kind] = part.split(' ');
		const file = parts[++i]!;
		if (kind !== 'D') changes.push({ commit, file, blob, mode });
	}
	return changes;
}
