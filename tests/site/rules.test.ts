import { gzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { elementsOf, filesOf, inLines, read, urlOf } from './pages.ts';

const pages = filesOf('.html');
const recordPages = pages.filter((page) => read(page).includes('data-pagefind-body'));

describe('Every page', () => {
	test.each(pages)('%s has no inline script and no inline style, and script only where it may', (page) => {
		const elements = elementsOf(read(page));
		expect(elements.filter(({ name }) => name === 'style')).toEqual([]);
		expect(elements.filter(({ attributes }) => Object.keys(attributes).some((a) => a === 'style' || a.startsWith('on')))).toEqual([]);
		const scripts = elements.filter(({ name }) => name === 'script');
		for (const { attributes } of scripts) expect(attributes.src, 'an inline script').toBeTruthy();
		if (!page.startsWith('/search/') && !page.startsWith('/notices/')) expect(scripts).toEqual([]);
	});

	test('says its title, its language, its own address and who runs the board', () => {
		for (const page of pages) {
			const html = read(page);
			expect(html, page).toMatch(/<html lang="zh-CN"/);
			expect(html, page).toMatch(/<title>[^<]*\p{Script=Han}[^<]*<\/title>/u);
			if (page !== '/404.html')
				expect(elementsOf(html).find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href, page).toBe(
					`https://gongkailan.example${encodeURI(urlOf(page))}`,
				);
			expect(html, page).toContain('主办');
		}
	});

	test('has one h1', () => {
		expect(pages.filter((page) => elementsOf(read(page)).filter(({ name }) => name === 'h1').length !== 1)).toEqual([]);
	});
});

describe('Every record', () => {
	test('there are hundreds of them', () => {
		expect(recordPages.length).toBeGreaterThan(150);
	});
	test('says when it was published, and where it comes from unless it is not for the web', () => {
		for (const page of recordPages) {
			const html = read(page);
			expect(html, page).toMatch(/公开/);
			expect(html, page).toMatch(/>来源<|不在网上公开/);
		}
	});
	test('of an invented community is marked as a sample', () => {
		const invented = pages.filter((page) => /\/(?:jinguiyuan|wangxi|qingfengli)\//.test(page));
		expect(invented.length).toBeGreaterThan(150);
		for (const page of invented) expect(inLines(read(page)), page).toMatch(/示例|虚构/);
	});
});

describe('Weight', () => {
	/** Words a reader sees on a page. */
	const shown = (html: string): string => {
		let text = '';
		let hidden = 0;
		const parser = new Parser({
			onopentag: (name) => void (hidden += Number(NOT_SHOWN.has(name))),
			onclosetag: (name) => void (hidden -= Number(NOT_SHOWN.has(name))),
			ontext: (piece) => void (text += hidden ? '' : piece),
		});
		parser.end(html);
		return text.replace(/\s+/g, ' ');
	};
	const NOT_SHOWN = new Set(['head', 'script', 'style', 'svg']);

	test('a record comes cold in two requests: its HTML at most 6 KB and 1.05 of its words, the stylesheet at most 9 KB, all packed', () => {
		expect(recordPages.length).toBeGreaterThan(300);
		for (const page of recordPages) {
			const html = read(page);
			const asked = elementsOf(html).flatMap(({ name, attributes }) =>
				name === 'link' && attributes.rel === 'stylesheet' ? attributes.href! : name === 'script' ? (attributes.src ?? []) : [],
			);
			const isCounting = page.startsWith('/notices/') && asked.length === 2;
			expect(asked, page).toHaveLength(isCounting ? 2 : 1);
			expect(gzipSync(html).length, page).toBeLessThanOrEqual(6 * 1024 + 1.05 * gzipSync(shown(html)).length);
			expect(gzipSync(read(asked[0]!)).length).toBeLessThanOrEqual(9 * 1024);
		}
	});
	test('the one file of an open notice is at most 1 KB', () => {
		const scripts = new Set(
			recordPages
				.filter((page) => page.startsWith('/notices/'))
				.flatMap((page) =>
					elementsOf(read(page))
						.filter(({ name }) => name === 'script')
						.map(({ attributes }) => attributes.src!),
				),
		);
		for (const src of scripts) expect(Buffer.byteLength(read(src)), src).toBeLessThanOrEqual(1024);
	});
});

describe('The stylesheet is what Chromium 78 and iOS 13 understand', () => {
	const sheets = filesOf('.css');
	test('there is one', () => {
		expect(sheets).toHaveLength(1);
	});
	test.for([
		['@layer', /@layer/],
		[':has', /:has\(/],
		[':where', /:where\(/],
		[':is', /:is\(/],
		[':focus-visible alone', /(?<!:not\():focus-visible(?![^{]*:focus[^-])/],
		['flex gap', /[{;]gap:/],
		['aspect-ratio', /aspect-ratio:/],
		['min() or clamp()', /[:\s(,](?:min|max|clamp)\(/],
		['logical inset and its kin', /(?:inset|(?:margin|padding|border)-(?:inline|block)|(?:inline|block)-size)[-:]/],
		['light-dark()', /light-dark\(/],
		['nesting', /&[\s.:]/],
		['color-mix', /color-mix\(/],
		['range media queries', /@media[^{]*[<>]/],
	] as const)('without %s', ([, pattern]) => {
		for (const sheet of sheets) expect(read(sheet)).not.toMatch(pattern);
	});
});
