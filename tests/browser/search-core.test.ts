import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { communities, passages } from '../search/corpus.ts';
import { holding } from '../search/truth.ts';
import { launch } from './chromium.ts';
import { type SearchSite, serveSearch } from './search-site.ts';
import { drawn, q, type Searcher, searching, urlsOf } from './searching.ts';

const shards = [{ id: 'site', name: '全站' }, ...communities.map(({ id, name }) => ({ id, name }))];

/** What trips a tokenizer, a fold, an index in chunks, or Pagefind. */
const picked =
	'维修资金+电梯大修 維修資金 業主委員會 业主大会表决 同意6票 12月 278 第278条 充电桩布点：征求意见的公示 wifi WiFi故障 pro properties proper ＷｉＦｉ GB+50974 PM2.5 phone 57㎡ m2 ①现场核实 现场核实2电话 不存在的詞 ，、。+电梯 “先公示、后表决” 审计小组+街道住建科+楼栋长+LED 關於電梯維修 关于电梯维修 益公 收益支出+24栋'
		.split(' ')
		.map((words) => words.replace(/\+/g, ' '));

let browser: Browser;
let page: Page;
let site: SearchSite;
let search: Searcher;

beforeAll(async () => {
	[browser, site] = await Promise.all([launch(), serveSearch(shards, passages)]);
	page = await (await browser.newContext()).newPage();
	search = searching(page, site.url);
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
});

describe('A search finds every record that holds the words, and no other', () => {
	test.for([...picked, ...drawn(passages, 10)])('%s', async (words) => {
		await search.isTrue(words, passages);
	});
	test('numbers of any length, wherever the index is cut', async () => {
		const numbers = passages.flatMap(({ text }) => [...text.matchAll(/凭证号\d+/g)].map(([number]) => number));
		for (const number of numbers.slice(0, 6)) expect(await search.isTrue(number, passages), number).toBeGreaterThan(0);
	});
});

describe('The answer', () => {
	test('can be narrowed by links that say how much they lead to', async () => {
		await search.found(q('维修资金'));
		const links = await page.$$eval('.fc a', (links) =>
			links.map((link) => ({
				href: link.getAttribute('href')!,
				count: link.querySelector('i')?.textContent ?? null,
				taken: link.hasAttribute('aria-current'),
			})),
		);
		expect(links.filter(({ taken }) => taken)).toHaveLength(4);
		for (const { href, count } of links) {
			const { total } = await search.found(href.split('?')[1]!);
			if (count !== null) expect(total, href).toBe(Number(count));
		}
	});
	test('of a community has its own records and the whole board’s', async () => {
		const truth = holding(passages, '维修资金').filter(({ community }) => community === null || community === 'qingfengli');
		expect((await search.found(`${q('维修资金')}&community=qingfengli`, 9)).urls.sort()).toEqual(urlsOf(truth));
	});
	test('comes newest first when asked so, across communities', async () => {
		const { urls } = await search.found(`${q('维修资金')}&sort=new`, 3);
		expect(urls).toHaveLength(60);
		const days = urls.map((url) => passages.find((passage) => passage.url === url)!.day);
		expect(days).toEqual([...days].sort().reverse());
	});
	test('marks what was found, as it was written', async () => {
		await search.found(q('维修资金续交'));
		const marks = await page.$$eval('mark', (marks) => marks.map((mark) => mark.textContent));
		expect(new Set(marks)).toEqual(new Set(['維修資金續交']));
	});
	test('lists everything of a year without a word', async () => {
		expect((await search.found('year=2025')).total).toBe(passages.filter(({ day }) => day.startsWith('2025')).length);
	});
	test('says when there is nothing', async () => {
		await search.found(q('没有这样的记录'));
		expect(await page.textContent('[data-note]')).toContain('没有找到');
	});
	test('ignores a community that the board does not have', async () => {
		expect((await search.found(`${q('电梯大修')}&community=nowhere`)).total).toBe(holding(passages, '电梯大修').length);
	});
});

describe('The form', () => {
	test('searches by keyboard alone, and keeps the community', async () => {
		await page.goto(`${site.url}/search/?q=${encodeURIComponent('门禁')}&community=wangxi`);
		await page.waitForSelector('[data-total]');
		await page.focus('input[type=search]');
		await page.keyboard.press('Control+A');
		await page.keyboard.insertText('電梯大修');
		await Promise.all([page.waitForURL(/community=wangxi/), page.keyboard.press('Enter')]);
		await page.waitForSelector('[data-total]');
		expect(await page.textContent('h1')).toMatch(/^“電梯大修”，找到\d+条$/);
		expect(await page.inputValue('input[type=search]')).toBe('電梯大修');
	});
	test('says how to search when nothing was asked', async () => {
		await page.goto(`${site.url}/search/`);
		await expect.poll(() => page.textContent('[data-note]')).toContain('输入要找的字');
	});
});

test('The answer is accessible', async () => {
	await search.found(q('维修资金'));
	const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('Without a script the page says where else to look', async () => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const plain = await context.newPage();
	await plain.goto(`${site.url}/search/`);
	expect(await plain.isVisible('noscript p')).toBe(true);
	await context.close();
});

describe('Where WebAssembly does not run', () => {
	const isInTitle = (words: string) => passages.filter(({ title }) => title.includes(words)).length;

	test.for([
		['because the engine has none', 'delete self.WebAssembly;'],
		['because the engine refuses it', 'WebAssembly.Module = function () { throw new Error("no") };'],
		[
			'because it breaks on the way',
			'WebAssembly.instantiate = () => Promise.reject(new Error("broken")); WebAssembly.instantiateStreaming = undefined;',
		],
		['because the worker does not start', 'throw new Error("no");'],
	] as const)('%s, titles are searched, and the page says so', async ([, ahead]) => {
		site.ahead = ahead;
		const broken = await browser.newPage();
		expect((await searching(broken, site.url).found(q('電梯大修'))).total).toBe(isInTitle('电梯大修'));
		expect(await broken.textContent('[data-note]')).toContain('只按标题找');
		await broken.context().close();
		site.ahead = '';
	});
});
