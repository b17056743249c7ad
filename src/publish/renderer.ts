import type { Store } from './store.ts';

/** What became of a URL: the bytes of its file, or several files named from the URL on (`/search/shards/c/` + `pagefind-entry.json`). */
export type Rendered = string | Uint8Array | Map<string, Uint8Array | string>;

/** Turns URLs into files. The publisher knows pages only through this, so that tests can bring a small one. */
export interface Renderer {
	/** The digest of the code behind it: when it differs from the last run's, every page is rendered again. */
	code: string;
	render(url: string, store: Store): Promise<Rendered>;
	/** What the search should know of a finished page, if it is one to be found; kept under its shard. */
	passageOf?(url: string, html: string): { shard: string; passage: unknown } | null;
}

/** Where the files of the site go. Nothing shows until the publisher has committed. */
export interface Files {
	put(url: string, body: Uint8Array | string): void;
	remove(url: string): void;
}

/** The file of a URL, as names from the root of the site: `/a/%E4%B9%99/` is `['a', '乙', 'index.html']`. */
export function fileOf(url: string): string[] {
	const names = (url.endsWith('/') ? `${url}index.html` : url).slice(1).split('/').map(decodeURIComponent);
	const bad = names.find((name) => name === '' || name === '.' || name === '..' || /[/\\\0]/.test(name));
	if (bad !== undefined) throw new Error(`地址 ${url} 不能成为文件：其中一段是“${bad}”`);
	return names;
}
