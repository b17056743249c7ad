import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { filesOf, onePageOfEachKind, read, urlOf } from '../site/pages.ts';
import { launch } from './chromium.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const kinds = onePageOfEachKind();

describe.each([
	[375, 'light'],
	[375, 'dark'],
	[1280, 'light'],
	[1280, 'dark'],
] as const)('At %i px, %s', (width, colorScheme) => {
	test('every kind of page passes WCAG 2.2 AA and best practice, and nothing runs out of the screen', async () => {
		const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
		const page = await context.newPage();
		const wrong: string[] = [];
		for (const url of kinds) {
			await page.goto(inject('SITE_URL') + url);
			const { violations } = await new AxeBuilder({ page })
				.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
				.analyze();
			for (const v of violations) wrong.push(`${url} ${v.id}: ${v.nodes[0]?.html.slice(0, 120)}`);
			const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
			if (content! > screen!) wrong.push(`${url} is ${content} px wide`);
		}
		await context.close();
		expect(wrong).toEqual([]);
	});
});

test('what a finger must hit is 44 px high on a phone, unless it stands in a sentence', async () => {
	const page = await browser.newPage({ viewport: { width: 375, height: 900 } });
	const small: string[] = [];
	for (const url of kinds) {
		await page.goto(inject('SITE_URL') + url);
		small.push(
			...(await page.evaluate(
				(at) =>
					[...document.querySelectorAll('nav a, .btn, button, input, .fc a, .acts a, summary, .call a')]
						.filter((e) => e.getClientRects().length && e.getBoundingClientRect().height < 43.5)
						.map(
							(e) =>
								`${at} <${e.tagName.toLowerCase()}> ${e.textContent?.trim().slice(0, 20)} ${Math.round(e.getBoundingClientRect().height)}px`,
						),
				url,
			)),
		);
	}
	await page.close();
	expect([...new Set(small)]).toEqual([]);
});

/** Every colour of a page, with what it is the colour of; the same page gives them in the same order. */
const colours = (page: Page, within: string): Promise<string[]> =>
	page.evaluate((within) => {
		const kinds = ['color', 'background-color', 'border-top-color', 'border-left-color', 'fill', 'stroke', 'text-decoration-color'];
		return [...document.querySelectorAll(`${within}, ${within} *`)].flatMap((element) => {
			const style = getComputedStyle(element);
			return kinds.map(
				(kind) =>
					`<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${kind} ${style.getPropertyValue(kind)}`,
			);
		});
	}, within);

describe('What is made to be printed', () => {
	const sheets = filesOf('/sheet/index.html').map(urlOf);

	test('P16: a posting sheet is black on white on a dark screen too, whatever stands on it', async () => {
		// What was withdrawn has none.
		const printed = sheets.filter((url) => read(`${url}index.html`).includes('class="a4"'));
		expect(printed.length).toBeGreaterThan(10);
		const page = await browser.newPage({ viewport: { width: 375, height: 900 } });
		for (const url of printed) {
			await page.emulateMedia({ colorScheme: 'light' });
			await page.goto(inject('SITE_URL') + url);
			const light = await colours(page, '.a4');
			await page.emulateMedia({ colorScheme: 'dark' });
			expect(await colours(page, '.a4'), url).toEqual(light);
			expect(light[0], url).toContain('rgb(0, 0, 0)');
			expect(light[1], url).toContain('rgb(255, 255, 255)');
		}
		await page.close();
	});

	test('P16: every kind of page prints from a dark screen as from a light one', async () => {
		const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
		for (const url of [...kinds, ...sheets.slice(0, 1)]) {
			await page.emulateMedia({ media: 'print', colorScheme: 'light' });
			await page.goto(inject('SITE_URL') + url);
			const light = await colours(page, 'html');
			await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
			expect(await colours(page, 'html'), url).toEqual(light);
		}
		await page.close();
	});
});
