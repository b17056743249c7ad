import { AxeBuilder } from '@axe-core/playwright';
import { Converter as ToTraditional } from 'opencc-js/cn2t';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Passage } from '../../src/search/passages.ts';
import { communities, passages } from '../search/corpus.ts';
import { holding } from '../search/truth.ts';
import { launch } from './chromium.ts';
import { type SearchSite, serveSearch } from './search-site.ts';

const shards = [{ id: 'site', name: '全站' }, ...communities.map(({ id, name }) => ({ id, name }))];
const traditional = ToTraditional({ from: 'cn', to: 't' });

let browser: Browser;
let page: Page;
let site: SearchSite;

beforeAll(async () => {
	[browser, site] = await Promise.all([launch(), serveSearch(shards, passages)]);
	page = await (await browser.newContext()).newPage();
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
});

/** The count of a search, and its results of the first pages. */
async function found(query: string, most = 1): Promise<{ total: number; urls: string[] }> {
	const urls: string[] = [];
	let next: string | null = `/search/?${query}`;
	for (let nth = 0; next && nth < most; nth++) {
		await page.goto(site.url + next);
		await page.waitForSelector('[data-total]');
		urls.push(...(await page.$$eval('[data-results] li[data-url]', (items) => items.map((item) => item.getAttribute('data-url')!))));
		next = (await page.$('[data-pages] a[rel=next]').then((link) => link?.getAttribute('href'))) ?? null;
	}
	return { total: Number(await page.textContent('[data-total]')), urls };
}

const urlsOf = (passages: Passage[]) => passages.map(({ url }) => url).sort();

const q = (words: string) => `q=${encodeURIComponent(words)}`;

describe('A search finds every record that holds the words, and no other', () => {
	test.for(queries())('%s', async (words) => {
		const truth = urlsOf(holding(passages, words));
		const { total, urls } = await found(q(words), truth.length > 40 ? 1 : 2);
		expect(total).toBe(truth.length);
		expect(new Set(urls).size).toBe(Math.min(urls.length, truth.length));
		expect(urls.filter((url) => !truth.includes(url))).toEqual([]);
		if (truth.length <= 40) expect(urls.sort()).toEqual(truth);
	});
});

/** Hand-picked words, and pieces of the records themselves; every other piece in Traditional characters. */
function queries(): string[] {
	const picked = [
		'维修资金 电梯大修',
		'維修資金',
		'業主委員會',
		'业主大会表决',
		'同意6票',
		'12月',
		'278',
		'第278条',
		'充电桩布点：征求意见的公示',
		'wifi',
		'WiFi故障',
		'pro',
		'prop',
		'properties',
		'proper',
		'ＷｉＦｉ',
		'GB 50974',
		'PM2.5',
		'iphone',
		'phone',
		'57㎡',
		'㎡',
		'm2',
		'①现场核实',
		'现场核实2电话',
		'不存在的詞',
		'，、。 电梯',
		'“先公示、后表决”',
		'审计小组 街道住建科 楼栋长 LED',
		'关于电梯维修',
		'關於電梯維修',
		'公共收益',
		'益公',
		'收益支出 24栋',
	];
	const drawn = passages
		.filter((_, i) => i % 9 === 0)
		.map(({ text }, i) => {
			const lines = text.split('\n');
			const words = [...lines[i % lines.length]!.matchAll(/\p{Script=Han}|[A-Za-z]+|[\d,]+\d|\d|[^\p{L}\p{N}]/gu)].map(([word]) => word);
			const from = (i * 7) % words.length;
			const piece = words
				.slice(from, from + 2 + (i % 9))
				.join('')
				.replace(/\s/g, '');
			return i % 2 ? traditional(piece) : piece;
		});
	return [...new Set([...picked, ...drawn])].filter((words) => /[\p{L}\p{N}]/u.test(words));
}

test('Numbers at the edges of the index are found like any other', async () => {
	const numbers = [...new Set(passages.flatMap(({ text }) => [...text.matchAll(/凭证号(\d+)/g)].map(([, number]) => number!)))].slice(
		0,
		12,
	);
	for (const number of numbers)
		expect((await found(q(`凭证号${number}`))).urls.sort(), number).toEqual(
			holding(passages, `凭证号${number}`)
				.map(({ url }) => url)
				.sort(),
		);
});

describe('The answer', () => {
	test('can be narrowed by links that say how much they lead to', async () => {
		await found(q('维修资金'));
		const links = await page.$$eval('.fc a', (links) =>
			links.map((link) => ({
				href: link.getAttribute('href')!,
				count: link.querySelector('i')?.textContent ?? null,
				taken: link.hasAttribute('aria-current'),
			})),
		);
		expect(links.filter(({ taken }) => taken)).toHaveLength(4);
		for (const { href, count } of links) {
			const { total } = await found(href.split('?')[1]!);
			if (count !== null) expect(total, href).toBe(Number(count));
		}
	});
	test('of a community has its own records and the whole board’s', async () => {
		const truth = holding(passages, '维修资金').filter(({ community }) => community === null || community === 'qingfengli');
		expect((await found(`${q('维修资金')}&community=qingfengli`, 9)).urls.sort()).toEqual(urlsOf(truth));
	});
	test('comes newest first when asked so, across communities', async () => {
		const { urls } = await found(`${q('维修资金')}&sort=new`, 3);
		expect(urls).toHaveLength(60);
		const days = urls.map((url) => passages.find((passage) => passage.url === url)!.day);
		expect(days).toEqual([...days].sort().reverse());
	});
	test('marks what was found, as it was written', async () => {
		await found(q('维修资金续交'));
		const marks = await page.$$eval('mark', (marks) => marks.map((mark) => mark.textContent));
		expect(new Set(marks)).toEqual(new Set(['維修資金續交']));
	});
	test('lists everything of a year without a word', async () => {
		expect((await found('year=2025')).total).toBe(passages.filter(({ day }) => day.startsWith('2025')).length);
	});
	test('says when there is nothing', async () => {
		await found(q('没有这样的记录'));
		expect(await page.textContent('[data-note]')).toContain('没有找到');
	});
	test('ignores a community that the board does not have', async () => {
		expect((await found(`${q('电梯大修')}&community=nowhere`)).total).toBe(holding(passages, '电梯大修').length);
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
	await found(q('维修资金'));
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
		['because the engine has none', () => Object.defineProperty(window, 'WebAssembly', { value: undefined })],
		[
			'because the engine refuses it',
			() =>
				Object.assign(WebAssembly, {
					Module: () => {
						throw new Error('no');
					},
				}),
		],
		[
			'because it breaks on the way',
			() => Object.assign(WebAssembly, { instantiate: () => Promise.reject(new Error('broken')), instantiateStreaming: undefined }),
		],
	] as const)('%s, titles are searched, and the page says so', async ([, breakIt]) => {
		const context = await browser.newContext();
		await context.addInitScript(breakIt);
		page = await context.newPage();
		expect((await found(q('電梯大修'))).total).toBe(isInTitle('电梯大修'));
		expect(await page.textContent('[data-note]')).toContain('只按标题找');
		await context.close();
		page = await browser.newPage();
	});
});
