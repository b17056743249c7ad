import { describe, expect, test } from 'vitest';
import { publish } from '../../src/publish/publish.ts';
import { stageOf } from '../../src/publish/stages.ts';
import type { Store } from '../../src/publish/store.ts';
import { MemoryFiles, openMemory } from './fixture/equivalence.ts';

const noFile = () => new Uint8Array();

/** Publishes some pages, each with what it does when it is rendered; gives the pages by URL. */
async function published(pages: Record<string, (store: Store) => unknown>): Promise<Record<string, string>> {
	const files = new MemoryFiles();
	await publish(openMemory(), {
		edits: [],
		bytesOf: noFile,
		today: '2026-04-13',
		pageSize: 2,
		look: () => ({ urls: Object.keys(pages), sources: [] }),
		renderer: { code: 'stages', render: async (url, store) => JSON.stringify(pages[url]!(store) ?? null) },
		files,
	});
	return Object.fromEntries(files.files);
}

const RECORD = '/meetings/c1/a/';
const COMMUNITY = '/findings/c1/';
const BOARD = '/findings/';

describe('What a page tells', () => {
	test('is heard by pages of later stages, by the addresses of those who told it, whatever the order of the pages', async () => {
		const site = await published({
			[BOARD]: (store) => store.told('findings'),
			[COMMUNITY]: (store) => store.tell('findings', [store.told('findings@c1').length]),
			'/meetings/c1/b/': (store) => store.tell('findings@c1', ['two', 'three']),
			[RECORD]: (store) => store.tell('findings@c1', ['one']),
		});
		expect(JSON.parse(site['findings/index.html']!)).toEqual([{ url: COMMUNITY, facts: [2] }]);
	});
	test('twice under one topic is told together, and nothing is told by telling nothing', async () => {
		const site = await published({
			[RECORD]: (store) => {
				store.tell('findings@c1', ['one']);
				store.tell('findings@c1', ['two']);
			},
			'/meetings/c1/b/': (store) => store.tell('findings@c1', []),
			[COMMUNITY]: (store) => store.told('findings@c1'),
		});
		expect(JSON.parse(site['findings/c1/index.html']!)).toEqual([{ url: RECORD, facts: ['one', 'two'] }]);
	});
	test.for<[string, Record<string, (store: Store) => unknown>, RegExp]>([
		['asked for in the stage that tells it', { [RECORD]: (store) => store.told('findings@c1') }, /asks too early/],
		['asked for before the stage that tells it', { [COMMUNITY]: (store) => store.told('findings') }, /asks too early/],
		['told after its stage', { [COMMUNITY]: (store) => store.tell('findings@c1', ['one']) }, /comes too late/],
		['asked for under a name that is no topic', { [BOARD]: (store) => store.told('weather') }, /no topic is called weather/],
		['told under a name that is no topic', { [RECORD]: (store) => store.tell('weather', ['rain']) }, /no topic is called weather/],
	])('stops the run when it is %s', async ([, pages, message]) => {
		await expect(published(pages)).rejects.toThrow(message);
	});
});

test('A source, which says what pages there are, cannot ask what pages tell', async () => {
	const files = new MemoryFiles();
	const look = (store: Store) => ({ urls: store.told('findings').map(({ url }) => url), sources: [] });
	const renderer = { code: 'stages', render: async () => '' };
	const publication = { edits: [], bytesOf: noFile, today: '2026-04-13', pageSize: 2, look, renderer, files };
	await expect(publish(openMemory(), publication)).rejects.toThrow(/asks too early/);
});

test.for([
	['/meetings/c1/a/', 0],
	['/communities/', 0],
	['/communities/street/桂香街道/', 0],
	['/communities/c1/feed.xml', 0],
	['/findings/c1/', 1],
	['/data/findings/c1.csv', 1],
	['/communities/c1/', 2],
	['/findings/', 2],
	['/', 2],
	['/search/shards/c1/', 3],
] as const)('%s is of stage %i', ([url, stage]) => {
	expect(stageOf(url)).toBe(stage);
});
