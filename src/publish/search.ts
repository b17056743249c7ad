import type { Rendered, Renderer } from './renderer.ts';
import { SITE_SHARD, shardOf } from './sources.ts';

/** How the search reads a page and packs a shard; `src/search` brings both. */
export interface Search {
	/** What stands in `[data-pagefind-body]` of a page, or null if the page is not to be found. `community` says which shard it goes to. */
	passageOf(html: string, url: string): { community?: string | null } | null;
	/** The files of a shard by name, from its passages in the order of their URLs. */
	buildShard(passages: unknown[]): Promise<Map<string, Uint8Array | string>>;
}

/** A renderer that also makes the search shards, after all other pages, from what those contain. */
export const withSearch = (pages: Renderer, { passageOf, buildShard }: Search): Renderer => ({
	code: pages.code,
	late: (url) => shardOf(url) !== null,
	passageOf(url, html) {
		const passage = passageOf(html, url);
		return passage && { shard: passage.community ?? SITE_SHARD, passage };
	},
	async render(url, store): Promise<Rendered> {
		const shard = shardOf(url);
		return shard ? buildShard(store.passages(shard)) : pages.render(url, store);
	},
});
