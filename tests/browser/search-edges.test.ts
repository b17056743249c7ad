import { gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Passage } from '../../src/search/passages.ts';
import { buildShard } from '../../src/search/shard.ts';
import { launch } from './chromium.ts';
import { type SearchSite, serveSearch } from './search-site.ts';
import { searching } from './searching.ts';

/** Ledgers of nothing but voucher numbers, so many that Pagefind cuts its index between two of them, more than once. */
const ledgers = Array.from({ length: 50 }, (_, nth): Passage => {
	const vouchers = Array.from({ length: 800 }, (_, i) => `号${String(((nth * 800 + i) * 7_368_787) % 10 ** (3 + (i % 5)))}元`);
	return {
		url: `/ledgers/${nth}/`,
		title: `第${nth}本账`,
		text: `第${nth}本账\n${vouchers.join('，')}`,
		day: '2026-01-01',
		collection: 'ledgers',
		collectionName: '资金账',
		community: null,
	};
});

let browser: Browser;
let site: SearchSite;

beforeAll(async () => {
	[browser, site] = await Promise.all([launch(), serveSearch([{ id: 'site', name: '全站' }], ledgers)]);
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
});

test('A number is found beside another word even where Pagefind cuts its index', async () => {
	const search = searching(await browser.newPage(), site.url);
	const edges = await edgesOfIndex();
	expect(edges.length).toBeGreaterThan(6);
	for (const number of edges) expect(await search.isTrue(`号${number}`, ledgers), number).toBeGreaterThan(0);
});

/** The first and the last number in each piece of the index that holds any. */
async function edgesOfIndex(): Promise<string[]> {
	const vouchers = new Set(ledgers.flatMap(({ text }) => text.match(/(?<=号)\d+/g)!));
	const pieces = [...(await buildShard(ledgers))].filter(([name]) => name.startsWith('index/'));
	return pieces.flatMap(([, content]) => {
		const words = gunzipSync(content as Uint8Array)
			.toString('latin1')
			.match(/\d{3,7}/g);
		const numbers = (words ?? []).filter((word) => vouchers.has(word)).sort();
		return numbers.length > 0 ? [numbers[0]!, numbers[numbers.length - 1]!] : [];
	});
}
