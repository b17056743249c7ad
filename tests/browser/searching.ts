import { Converter } from 'opencc-js/cn2t';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Passage } from '../../src/search/passages.ts';
import { holding } from '../search/truth.ts';

/** Asks the search page of a site, as a reader does. */
export interface Searcher {
	/** The count of a search, and its results of the first pages. */
	found(query: string, most?: number): Promise<{ total: number; urls: string[] }>;
	/** Fails unless the search for these words finds exactly the passages that hold them; returns how many do. */
	isTrue(words: string, passages: readonly Passage[]): Promise<number>;
}

export function searching(page: Page, site: string): Searcher {
	const found: Searcher['found'] = async (query, most = 1) => {
		const urls: string[] = [];
		let next: string | null = `/search/?${query}`;
		for (let nth = 0; next && nth < most; nth++) {
			await page.goto(site + next);
			await page.waitForSelector('[data-total]');
			urls.push(...(await page.$$eval('[data-results] li[data-url]', (items) => items.map((item) => item.getAttribute('data-url')!))));
			next = (await page.$('[data-pages] a[rel=next]').then((link) => link?.getAttribute('href'))) ?? null;
		}
		return { total: Number(await page.textContent('[data-total]')), urls };
	};
	return {
		found,
		async isTrue(words, passages) {
			const truth = urlsOf(holding(passages, words));
			const isShort = truth.length <= 40;
			const { total, urls } = await found(q(words), isShort ? 2 : 1);
			expect(total).toBe(truth.length);
			expect(urls.filter((url) => !truth.includes(url))).toEqual([]);
			expect(new Set(urls).size).toBe(urls.length);
			if (isShort) expect(urls.sort()).toEqual(truth);
			return total;
		},
	};
}

export const urlsOf = (passages: readonly Passage[]): string[] => passages.map(({ url }) => url).sort();

/** The words as they stand in an address. */
export const q = (words: string): string => `q=${encodeURIComponent(words)}`;

/** Pieces of the passages, two to ten words long, every other one in Traditional characters; the same ones every time. */
export function drawn(passages: readonly Passage[], count: number): string[] {
	const step = passages.length / count;
	const pieces = Array.from({ length: count }, (_, i) => {
		const lines = passages[Math.floor(i * step)]!.text.split('\n');
		const words = lines[(i * 5) % lines.length]!.match(/\p{Script=Han}|[A-Za-z]+|\d[\d,]*\d|\d|[^\p{L}\p{N}\s]/gu) ?? [];
		const from = (i * 7) % Math.max(1, words.length - 2);
		const piece = words.slice(from, from + 2 + (i % 9)).join('');
		return i % 2 ? traditional(piece) : piece;
	});
	return [...new Set(pieces)].filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

const traditional = Converter({ from: 'cn', to: 't' });
