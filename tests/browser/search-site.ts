/** A site that is nothing but the search, over the invented records of tests/search/corpus.ts, under the headers that the real one sends. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { contentHeaders, securityHeaders } from '../../scripts/lib/headers.ts';
import { type Passage, passageOf } from '../../src/search/passages.ts';
import type { Shard } from '../../src/search/records.ts';
import { SITE_SHARD } from '../../src/search/records.ts';
import { buildShard, clientFiles, closePacker } from '../../src/search/shard.ts';
import { filesOf as builtFiles, read, urlOf } from '../site/pages.ts';

const WORKER = '/search/worker.js';

/** The running site. `sent` counts what went out, packed where that helps, since it was last asked. `ahead` runs in the worker before its own code. */
export interface SearchSite {
	url: string;
	ahead: string;
	sent(): { bytes: number; requests: number };
	close(): Promise<void>;
}

/** What stands on the pages of the built sample board. */
export const sitePassages = (): Passage[] => builtFiles('.html').flatMap((file) => passageOf(read(file), urlOf(file)) ?? []);

export async function serveSearch(shards: readonly Shard[], passages: readonly Passage[]): Promise<SearchSite> {
	const files = await filesOf(shards, passages);
	let sent = { bytes: 0, requests: 0 };
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url!, 'http://x');
		const body = files.get(pathname);
		if (body === undefined) return void response.writeHead(404).end();
		const plain = Buffer.from(pathname === WORKER ? site.ahead + body : body);
		const packed = gzipSync(plain);
		const helps = packed.length < plain.length;
		const out = helps ? packed : plain;
		sent = { bytes: sent.bytes + out.length, requests: sent.requests + 1 };
		const headers = { ...securityHeaders, ...contentHeaders(pathname.replace(/\/$/, '/index.html')) };
		response.writeHead(200, { ...headers, ...(helps ? { 'content-encoding': 'gzip' } : {}) });
		response.end(out);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const site: SearchSite = {
		ahead: '',
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		sent() {
			const since = sent;
			sent = { bytes: 0, requests: 0 };
			return since;
		},
		close: () => new Promise((closed) => server.close(() => closed())),
	};
	return site;
}

async function filesOf(shards: readonly Shard[], passages: readonly Passage[]): Promise<Map<string, string | Uint8Array>> {
	const files = new Map<string, string | Uint8Array>([
		['/search/', page()],
		['/search/client.js', await script()],
		[WORKER, readFileSync(root(`public${WORKER}`), 'utf8')],
		['/search/shards.json', JSON.stringify(shards)],
	]);
	for (const [name, body] of await clientFiles()) files.set(`/search/client/${name}`, body);
	for (const { id } of shards) {
		const own = passages.filter(({ community }) => (community ?? SITE_SHARD) === id);
		for (const [name, body] of await buildShard(own)) files.set(`/search/shards/${id}/${name}`, body);
	}
	await closePacker();
	return files;
}

/** The panel is markup only, so it can stand in a page as it is. */
function page(): string {
	const [, , panel] = readFileSync(root('src/components/SearchPanel.astro'), 'utf8').split(/^---$/m);
	return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>搜索 - 公开栏</title></head>
<body><main>${panel}</main><script type="module" src="/search/client.js"></script></body></html>`;
}

/** The client as the site's own build makes it. */
async function script(): Promise<string> {
	const made = await build({
		configFile: false,
		root: root('.'),
		logLevel: 'warn',
		build: { write: false, target: ['chrome78', 'ios13'], rollupOptions: { input: root('src/search/client.ts') } },
	});
	const { output } = [made].flat()[0] as { output: { type: string; code?: string }[] };
	return output.find(({ type }) => type === 'chunk')!.code!;
}

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
