import { askGit, git } from './git.ts';

/** One line of what a push wants: the ref, what it was and what it is to be. All zeros: it is not, or no longer. */
export interface Wish {
	ref: string;
	from: string;
	to: string;
}

/** `<from> <to> <ref>`, a line each, as git hands it to a hook. */
export const wishesIn = (text: string): Wish[] =>
	text
		.split('\n')
		.filter(Boolean)
		.map((line) => {
			const [from = '', to = '', ...ref] = line.split(' ');
			return { from, to, ref: ref.join(' ') };
		});

/** The ref whose tip is the record that is published. */
export const MAIN = 'refs/heads/main';

/** Whether git means no commit at all. */
export const isNone = (commit: string): boolean => /^0+$/.test(commit);

/** The pages of the records that a push added or changed, a few of them. What the gate let in is a record, an upload or the settings. */
export function pagesBetween(repository: string, from: string, to: string): string[] {
	if (isNone(from) || isNone(to)) return [];
	const files = git(repository, ['diff-tree', '-r', '-z', '--no-renames', '--name-only', '--diff-filter=AM', from, to]);
	const records = files
		.toString()
		.split('\0')
		.filter((file) => file.includes('/') && !file.startsWith('uploads/'));
	return records.slice(0, 5).map((file) => `/${file.replace(/\.\w+$/, '')}/`);
}

/** Where readers read the board, as the settings at a commit say; null where they do not. */
export function siteAt(repository: string, commit: string): string | null {
	try {
		return JSON.parse(askGit(repository, ['cat-file', 'blob', `${commit}:settings.json`]) ?? '').url;
	} catch {
		return null;
	}
}
