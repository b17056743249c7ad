import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './chromium.ts';

let browser: Browser;
let page: Page;
const console_: string[] = [];
beforeAll(async () => {
	browser = await launch();
	page = await browser.newPage({ viewport: { width: 375, height: 800 } });
	page.on('console', (message) => console_.push(message.text()));
	page.on('pageerror', (error) => console_.push(String(error)));
});
afterAll(() => browser.close());

const open = (url: string) => page.goto(inject('SITE_URL') + url);
const main = () => page.locator('main').innerText();

describe('A resident on a phone', () => {
	test('sees first what is open for objection and until when', async () => {
		await open('/');
		const first = page.locator('.board .sheet.open').first();
		expect(await first.innerText()).toMatch(/截止/);
		expect((await first.boundingBox())!.y).toBeLessThan(1200);
	});
	test('goes from an open notice to how one may object', async () => {
		await page.locator('.board .sheet.open a').first().click();
		expect(await main()).toContain('怎么提');
		expect(await main()).toMatch(/\d+月\d+日.*24:00/s);
	});
	test('sees in the minutes what was decided, by which vote, who does it and by when', async () => {
		await open('/meetings/jinguiyuan/2026-04-10-joint/');
		for (const word of ['决定', '表决', '谁来办', '期限', '到会', '来源']) expect(await main()).toContain(word);
	});
	test('sees in a ledger that opening, income and expense make the closing, and every entry', async () => {
		await open('/ledgers/jinguiyuan/2026-Q1-common-income/');
		const text = await main();
		for (const amount of ['214,386.52', '68,425.00', '41,270.38', '241,541.14']) expect(text).toContain(amount);
		expect(text).toContain('人民币贰拾肆万壹仟伍佰肆拾壹元壹角肆分');
		expect(await page.locator('svg[role=img]').count()).toBeGreaterThan(0);
	});
	test('sees who sits on the committee, the empty seat, and both halves of a cross-posting', async () => {
		await open('/bodies/jinguiyuan/owners-committee/');
		const text = await main();
		for (const word of ['任期', '空缺', '交叉任职', '两边都有记录']) expect(text).toContain(word);
	});
	test('sees in a statistic how its parts add up', async () => {
		await open('/statistics/urumqi-party-organisations/');
		expect((await main()).replace(/\s/g, '')).toContain('8＋5＋57＋11＝81');
	});
	test('meets nothing the browser complains of', () => {
		expect(console_).toEqual([]);
	});
});

test('the big figures stay right in a browser whose script is off', async () => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const bare = await context.newPage();
	await bare.goto(`${inject('SITE_URL')}/`);
	expect(await bare.locator('main').innerText()).toContain('截止');
	await bare.goto(`${inject('SITE_URL')}/search/`);
	expect(await bare.locator('main').innerText()).toMatch(/\p{Script=Han}/u);
	await context.close();
});

test('minutes and a ledger print on A4 without the navigation', async () => {
	for (const url of ['/meetings/jinguiyuan/2026-04-10-joint/', '/ledgers/jinguiyuan/2026-Q1-common-income/']) {
		await open(url);
		await page.emulateMedia({ media: 'print' });
		expect(await page.locator('header.top').isVisible()).toBe(false);
		expect(await page.locator('main h1').isVisible()).toBe(true);
		const pdf = await page.pdf({ format: 'A4' });
		expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
		await page.emulateMedia({ media: 'screen' });
	}
});
