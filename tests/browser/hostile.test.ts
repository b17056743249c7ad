import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textHtml } from '../../src/text/html.ts';
import { launch } from './chromium.ts';

/** What each payload does when it runs. */
const RUN = 'window.hit()';

const schemes = [
	'javascript:',
	'JaVaScRiPt:',
	'java\tscript:',
	'java\nscript:',
	'&#106;avascript:',
	'&#x6A;avascript&colon;',
	'javascript&#58;',
	'\u0001javascript:',
	' javascript:',
	'vbscript:',
	'data:text/html,<script>',
	'data:text/html;base64,PHNjcmlwdD5vcGVuZXIuaGl0KCk8L3NjcmlwdD4=,',
];
const links = schemes.flatMap((scheme) => [
	`[甲](${scheme}${RUN})`,
	`[甲](<${scheme}${RUN}>)`,
	`![甲](${scheme}${RUN})`,
	`<${scheme}${RUN}>`,
	`[甲]: ${scheme}${RUN}\n\n[甲]`,
]);
const events = ['onerror', 'onload', 'onclick', 'onmouseover', 'onfocus', 'ontoggle', 'onanimationstart', 'onpointerenter', 'onbegin'];
const elements = [
	`<script>${RUN}</script>`,
	`<SCRIPT SRC=data:,${RUN}></SCRIPT>`,
	`<scr<script>ipt>${RUN}</scr</script>ipt>`,
	`<svg><script>${RUN}</script></svg>`,
	`<svg/onload=${RUN}>`,
	`<math><mi//xlink:href="javascript:${RUN}">`,
	`<iframe srcdoc="<script>parent.hit()</script>"></iframe>`,
	`<iframe src="javascript:parent.hit()"></iframe>`,
	`<object data="javascript:${RUN}"></object>`,
	`<embed src="javascript:${RUN}">`,
	`<form action="javascript:${RUN}"><button>甲</button></form>`,
	`<button formaction="javascript:${RUN}">甲</button>`,
	`<a href="javascript:${RUN}">甲</a>`,
	`<base href="javascript:${RUN}//">`,
	`<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
	`<link rel="stylesheet" href="javascript:${RUN}">`,
	`<style>*{background:url("javascript:${RUN}")}</style>`,
	`<details open ontoggle=${RUN}>`,
	`<input autofocus onfocus=${RUN}>`,
	`<marquee onstart=${RUN}>`,
	`<video><source onerror=${RUN}>`,
	`<template><script>${RUN}</script></template>`,
	`<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
	`<!--><img src=x onerror=${RUN}>-->`,
	`<![CDATA[<img src=x onerror=${RUN}>]]>`,
	`<?xml-stylesheet href="javascript:${RUN}"?>`,
	`<x style="animation-name:x" onanimationend=${RUN}>`,
];
const attributes = events.flatMap((event) => [
	`<img src=x ${event}=${RUN}>`,
	`<p ${event}="${RUN}" tabindex=0>甲</p>`,
	`<svg ${event}=${RUN}>`,
	`![甲](x "y\\" ${event}=${RUN} z=\\"")`,
	`![a" ${event}="${RUN}](x)`,
]);
const breakouts = [
	`\`\`\`"><img src=x onerror=${RUN}>\n甲\n\`\`\``,
	`\`\`\`js onload=${RUN}\n甲\n\`\`\``,
	`| a" onload="${RUN}" |\n|:-:|\n| <img src=x onerror=${RUN}> |`,
	`[甲](x "\\" onmouseover=${RUN} x=\\"")`,
	`[甲](x' onmouseover='${RUN}')`,
	`<http://x" onmouseover="${RUN}>`,
	`# <img src=x onerror=${RUN}>`,
	`- <img src=x onerror=${RUN}>`,
	`> <script>${RUN}</script>`,
	`**<b onclick=${RUN}>甲</b>**`,
	`http://x/"onmouseover="${RUN}`,
	`&lt;img src=x onerror=${RUN}&gt;`,
	`\\<img src=x onerror=${RUN}>`,
	`{{constructor.constructor('${RUN}')()}}`,
	`\${${RUN}}`,
	`<%= ${RUN} %>`,
];

const payloads = [...links, ...elements, ...attributes, ...breakouts];

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** Waits until what a page was given has been loaded or refused, and the handlers of that have run: a picture put last is refused last. */
const settled = (page: Page) =>
	page
		.evaluate(
			() =>
				new Promise<void>((done) => {
					const last = new Image();
					last.onerror = () => setTimeout(done);
					last.src = 'http://last.example/';
				}),
		)
		.catch(() => undefined);

/** How many of some pieces of HTML run when they are loaded, hovered, focused and clicked, with no policy to stop them. */
async function runs(pieces: readonly string[]): Promise<number> {
	const page = await browser.newPage();
	let hits = 0;
	await page.route('**/*', (route) => route.abort());
	await page.exposeFunction('hit', () => void hits++);
	for (const html of pieces) {
		await page.setContent(`<!doctype html><body><main>${html}</main></body>`, { waitUntil: 'commit' }).catch(() => undefined);
		await page
			.evaluate(() => {
				for (const element of document.querySelectorAll<HTMLElement>('main *')) {
					for (const type of ['mouseover', 'pointerenter', 'focus']) element.dispatchEvent(new Event(type, { bubbles: true }));
					if (!/^https?:/.test(element.getAttribute('href') ?? '')) element.click?.();
				}
			})
			.catch(() => undefined);
		await settled(page);
	}
	await page.close();
	return hits;
}

test('a page whose Markdown were not cleaned would run some of these (so the test can fail)', async () => {
	expect(await runs([`<img src=x onerror=${RUN}>`, `<a href="javascript:${RUN}">甲</a>`, `<svg onload=${RUN}>`])).toBeGreaterThan(0);
});

test(`none of ${payloads.length} hostile pieces of Markdown runs, even without a Content-Security-Policy`, async () => {
	const rendered = payloads.map((text) => textHtml(text));
	expect(await runs(rendered)).toBe(0);
	for (const html of rendered) {
		expect(html).not.toMatch(/<(?:script|iframe|object|embed|form|base|meta|link|style|svg|math|template)\b/i);
		// What stands quoted in an attribute (the name of a table) is text.
		expect(html.replace(/="[^"]*"/g, '')).not.toMatch(/<[^>]+\s(?:on\w+|style)\b/i);
		for (const [, to] of html.matchAll(/(?:href|src)="([^"]*)"/g)) expect(to).not.toMatch(/^\s*(?:javascript|vbscript|data):/i);
	}
});
