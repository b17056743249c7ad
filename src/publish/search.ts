import { SITE_SHARD } from '../search/records.ts';
import type { Rendered, Renderer } from './renderer.ts';
import { SEARCH_CLIENT, shardOf } from './sources.ts';

/** How the search reads a page and packs a shard; `src/search` brings all of it. */
export interface Search {
	/** What stands in `[data-pagefind-body]` of a page, or null if the page is not to be found. `community` says which shard it goes to. */
	passageOf(html: string, url: string): { community?: string | null } | null;
	/** The files of a shard by name, from its passages in the order of their URLs. */
	buildShard(passages: unknown[]): Promise<Map<string, Uint8Array | string>>;
	/** The files of the search's client by name. */
	clientFiles(): Promise<Map<string, Uint8Array | string>>;
	/** Ends what packing has started. */
	close(): Promise<void>;
}

/** A renderer that also makes the search: its client, and after all other pages the shards, from what those contain. */
export const withSearch = (pages: Renderer, { passageOf, buildShard, clientFiles }: Search): Renderer => ({
	code: pages.code,
	passageOf(url, html) {
		const passage = passageOf(html, url);
		return passage && { shard: passage.community ?? SITE_SHARD, passage };
	},
	async render(url, store): Promise<Rendered> {
		if (url === SEARCH_CLIENT) return clientFiles();
		const shard = shardOf(url);
		return shard ? buildShard(store.passages(shard)) : pages.render(url, store);
	},
});

/** The project's search. The packer is loaded only when something is to be packed. */
export async function projectSearch(): Promise<Search> {
	const { passageOf } = await import('../search/passages.ts');
	let packer: Promise<typeof import('../search/shard.ts')> | undefined;
	const packing = () => (packer ??= import('../search/shard.ts'));
	return {
		passageOf,
		buildShard: async (passages) =>
			(await packing()).buildShard(passages as Parameters<Awaited<ReturnType<typeof packing>>['buildShard']>[0]),
		clientFiles: async () => (await packing()).clientFiles(),
		close: async () => packer && (await packer).closePacker(),
	};
}
