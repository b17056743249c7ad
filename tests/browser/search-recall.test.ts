import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './chromium.ts';
import { sitePassages } from './search-site.ts';
import { drawn, q, type Searcher, searching } from './searching.ts';

const passages = sitePassages();

const picked = [
	'维修资金',
	'維修資金',
	'公共收益 审计',
	'业主委员会',
	'業主委員會 換屆',
	'电梯',
	'電梯大修',
	'示例',
	'三方联合办公',
	'第278条',
	'15749',
	'15,749个网格',
	'94部电梯',
	'接待日',
	'物业费',
	'没有这样的记录',
];

let browser: Browser;
let search: Searcher;

beforeAll(async () => {
	browser = await launch();
	search = searching(await browser.newPage(), inject('SITE_URL'));
});
afterAll(() => browser?.close());

test('Every record can be found', () => {
	expect(passages.length).toBeGreaterThan(100);
	expect(new Set(passages.map(({ collection }) => collection)).size).toBeGreaterThan(5);
});

describe('A search of the board finds every record that holds the words, and no other', () => {
	test.for([...picked, ...drawn(passages, 30)])('%s', async (words) => {
		await search.isTrue(words, passages);
	});
});

test('The form in the head of every page leads to the answer', async () => {
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	await page.goto(inject('SITE_URL'));
	await page.fill('.top input[name=q]', '维修资金');
	await page.press('.top input[name=q]', 'Enter');
	await page.waitForSelector('[data-total]');
	expect(Number(await page.textContent('[data-total]'))).toBe((await search.found(q('维修资金'))).total);
	await page.close();
});
