import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { fullestOfEachKind } from '../site/pages.ts';
import { launch } from './chromium.ts';
import { brokenFigures, saidToTheEye, tooWide } from './eye.ts';
import { longRecords, pageOf, serveLongRecords } from './long-records.ts';

/** A small telephone whose text was made larger by 1.6, a small one, a common one, a desk. */
const WIDTHS = [225, 320, 375, 1280];

let browser: Browser;
let page: Page;
let devtools: CDPSession;
let long: Awaited<ReturnType<typeof serveLongRecords>>;
beforeAll(async () => {
	browser = await launch();
	page = await browser.newPage();
	devtools = await page.context().newCDPSession(page);
	long = await serveLongRecords();
});
afterAll(async () => {
	await browser?.close();
	await long?.close();
});

describe('P13: no page is wider than the screen, and no figure stands on two lines', () => {
	test('on every kind of page', async () => {
		const wrong: string[] = [];
		for (const url of [...fullestOfEachKind(), '/search/?q=12']) wrong.push(...(await lookedAt(inject('SITE_URL'), url)));
		expect(wrong).toEqual([]);
	});

	test.each(Object.keys(longRecords))('in the long record %s', async (slug) => {
		expect(await lookedAt(long.url, pageOf(slug))).toEqual([]);
	});

	test('whoever has no mouse gets to the last column of a wide table, whose frame has a name', async () => {
		await page.setViewportSize({ width: 320, height: 800 });
		await page.goto(long.url + pageOf('2026-03-01-columns'));
		const frame = page.locator('.scroll');
		expect(await frame.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
		await expect.poll(() => focusedBy('Tab', '.scroll')).toBe(true);
		for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowRight');
		await expect.poll(() => frame.evaluate((e) => Math.round(e.scrollLeft + e.clientWidth - e.scrollWidth))).toBeGreaterThanOrEqual(-1);
		const { nodes } = await devtools.send('Accessibility.getFullAXTree');
		const regions = nodes.filter(({ role }) => role?.value === 'region').map(({ name }) => name?.value);
		expect(regions).not.toContain('');
		expect(regions).toContain(await frame.getAttribute('aria-label'));
	});
});

test('P14: the name of every heading, link and button is what the eye reads, without a blank within', async () => {
	const wrong: string[] = [];
	await page.setViewportSize({ width: 375, height: 800 });
	for (const url of [...fullestOfEachKind(), '/search/?q=电梯']) {
		await goto(inject('SITE_URL') + url);
		wrong.push(...(await wronglyNamed()).map((name) => `${url} ${name}`));
	}
	expect(wrong).toEqual([]);
});

/** What is wrong with a page at each width. */
async function lookedAt(site: string, url: string): Promise<string[]> {
	await goto(site + url);
	const wrong: string[] = [];
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 800 });
		wrong.push(...(await page.evaluate(tooWide)), ...(await page.evaluate(brokenFigures)));
	}
	return wrong.map((line) => `${url} ${line}`);
}

async function goto(url: string): Promise<void> {
	await page.goto(url);
	if (url.includes('?q=')) await page.waitForSelector('[data-total]');
}

/** Presses a key until an element has the focus; false when it comes round without it. */
async function focusedBy(key: string, selector: string): Promise<boolean> {
	for (let i = 0; i < 80; i++) {
		await page.keyboard.press(key);
		if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector)) return true;
	}
	return false;
}

/** The headings, links and buttons that assistive technology calls something else than what the eye reads. */
async function wronglyNamed(): Promise<string[]> {
	const patterns = await page.evaluate(saidToTheEye);
	const { root } = await devtools.send('DOM.getDocument', { depth: -1 });
	const numbers = new Map<number, number>();
	const walk = (node: typeof root) => {
		const at = node.attributes?.indexOf('data-said') ?? -1;
		if (at >= 0) numbers.set(node.backendNodeId, Number(node.attributes![at + 1]));
		node.children?.forEach(walk);
	};
	walk(root);
	const { nodes } = await devtools.send('Accessibility.getFullAXTree');
	const named = nodes.filter(({ ignored, backendDOMNodeId }) => !ignored && numbers.has(backendDOMNodeId!));
	expect(named.length, page.url()).toBeGreaterThan(10);
	return named.flatMap(({ name, role, backendDOMNodeId }) => {
		const pattern = patterns[numbers.get(backendDOMNodeId!)!]!;
		return new RegExp(pattern).test(name?.value ?? '') ? [] : [`${role?.value} “${name?.value}” is not ${pattern}`];
	});
}
