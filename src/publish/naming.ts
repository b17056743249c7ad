import type { Pages } from './pages.ts';
import { isSource } from './pages.ts';

/** What a source names: pages by URL, and further sources by name. */
export interface Found {
	urls: string[];
	sources: string[];
}

/** The root of all sources. */
export const ROOT = 'site';

/**
 * Looks at every source whose questions have new answers, and at the sources these newly name, until all URLs are known.
 * Gives the pages that are new and the pages and sources that nobody names any more. A page may pass from one source to another;
 * two sources that name the same URL are a fault of the records (a page and a list of one name) and stop the run.
 */
export function nameAll(pages: Pages, stale: Iterable<number>, look: (no: number, source: string) => Found) {
	// The last is looked at first: older sources, which may drop younger ones, before those.
	const queue = [...stale].sort((a, b) => b - a);
	if (!pages.named(ROOT)) queue.push(pages.add(ROOT, 0));
	const fresh: number[] = [];
	const looked = new Set<number>();
	const dropped = new Set<number>();
	const taken: { url: string; from: number }[] = [];

	const take = (url: string, parent: number) => {
		const twin = pages.named(url);
		if (!twin) {
			const no = pages.add(url, parent);
			(isSource(url) ? queue : fresh).push(no);
			return;
		}
		// Its source of before either let it go already, or has yet to.
		if (looked.has(twin.parent) && !dropped.delete(twin.no)) throw new TwiceNamed(url);
		if (!looked.has(twin.parent)) taken.push({ url, from: twin.parent });
		pages.adopt(twin.no, parent);
		if (isSource(url)) queue.push(twin.no);
	};

	for (let no = queue.pop(); no !== undefined; no = queue.pop()) {
		const source = pages.find(no);
		if (!source || looked.has(no) || dropped.has(no)) continue;
		const { urls, sources } = look(no, source.url);
		looked.add(no);
		const had = new Map(pages.childrenOf(no).map((child) => [child.url, child.no]));
		for (const url of [...sources, ...urls]) if (!had.delete(url)) take(url, no);
		for (const child of had.values()) dropped.add(child);
	}

	const gone = [...dropped].flatMap((no) => family(pages, no));
	const removed = new Set(gone);
	for (const { url, from } of taken) if (!looked.has(from) && !removed.has(from)) throw new TwiceNamed(url);
	return { looked: looked.size, fresh: fresh.filter((no) => !removed.has(no)), gone };
}

class TwiceNamed extends Error {
	constructor(url: string) {
		super(`两处都要用地址 ${url}，例如一条记录和一个列表同名。请给其中一条记录换一个文件名。`);
		this.name = 'TwiceNamed';
	}
}

/** A page or source with all that hangs under it. */
const family = (pages: Pages, no: number): number[] => [no, ...pages.childrenOf(no).flatMap((child) => family(pages, child.no))];
