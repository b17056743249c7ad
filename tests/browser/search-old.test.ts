import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { holding } from '../search/truth.ts';
import { type OldPage, openOldChromium } from './chromium-80.ts';
import { sitePassages } from './search-site.ts';
import { q } from './searching.ts';

let page: OldPage;
beforeAll(async () => {
	page = await openOldChromium();
});
afterAll(() => page?.close());

test.for(['电梯', '維修資金', '公共收益 审计'])(
	'P15: in Chromium 80 a search for %s finds every record that holds the words',
	async (words) => {
		expect(await page.value('navigator.userAgent')).toContain('Chrome/80.');
		await page.goto(`${inject('SITE_URL')}/search/?${q(words)}`);
		const said = () =>
			page.value('((document.querySelector("[data-total]") || {}).textContent || "") + document.querySelector("[data-note]").textContent');
		await expect.poll(said, { timeout: 60_000 }).toBe(String(holding(sitePassages(), words).length));
	},
);
