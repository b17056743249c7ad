import type { DatabaseSync } from 'node:sqlite';

/** A page of the site, or (when its name does not begin with a slash) a source, which names pages and further sources. */
export interface Page {
	no: number;
	url: string;
	/** The source that names it; 0 for the root. */
	parent: number;
	/** The digest of what it was rendered to; null before the first time. */
	digest: Uint8Array | null;
	/** The names of its files, if it has several. */
	files: string | null;
	/** The questions it asked, as the memory keeps them. */
	reads: Uint8Array | null;
}

export const isSource = (url: string): boolean => !url.startsWith('/');

/** The pages and sources there are, by number and by URL. */
export function paging(db: DatabaseSync) {
	const find = db.prepare('select no, url, parent, digest, files, reads from page where no = ?');
	const byUrl = db.prepare('select no, parent from page where url = ?');
	const insert = db.prepare('insert into page(url, parent) values(?, ?) returning no');
	const update = db.prepare('update page set digest = ?, files = ?, reads = ? where no = ?');
	const adopt = db.prepare('update page set parent = ? where no = ?');
	const drop = db.prepare('delete from page where no = ?');
	const children = db.prepare('select no, url from page where parent = ?');
	const numbers = db.prepare('select no from page');

	return {
		find: (no: number) => find.get(no) as unknown as Page | undefined,
		named: (url: string) => byUrl.get(url) as { no: number; parent: number } | undefined,
		add: (url: string, parent: number) => insert.get(url, parent)!.no as number,
		keep: (no: number, digest: Uint8Array | null, files: string | null, reads: Uint8Array) => void update.run(digest, files, reads, no),
		adopt: (no: number, parent: number) => void adopt.run(parent, no),
		drop: (no: number) => void drop.run(no),
		childrenOf: (no: number) => children.all(no) as { no: number; url: string }[],
		all: () => numbers.all().map((row) => row.no as number),
	};
}

export type Pages = ReturnType<typeof paging>;
