import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/domain/card.ts';
import { atom, changedOn } from '../../src/feeds/atom.ts';
import { cardsOn } from '../../src/feeds/shelf.ts';
import { sitemap, sitemapIndex } from '../../src/feeds/sitemap.ts';

const card = (over: Partial<Card> = {}): Card =>
	({
		id: 'notices/jinguiyuan/2026-04-13-charging',
		collection: 'notices',
		community: 'jinguiyuan',
		title: '关于充电端口的公示',
		day: '2026-04-13',
		publishedOn: '2026-04-13',
		summary: '4月21日24:00前可以提意见',
		corrected: null,
		elsewhere: false,
		...over,
	}) as Card;

const feed = { url: 'https://example.org', title: '公开栏', author: '居民委员会', self: '/feed.xml', page: '/' };

describe('A feed', () => {
	test('dates an entry by its publication, at midnight in Shanghai', () => {
		expect(atom(feed, [card()])).toContain('<updated>2026-04-13T00:00:00+08:00</updated>\n<link rel="alternate"');
	});

	test('brings a corrected record up again, and is itself as old as its youngest entry', () => {
		const text = atom(feed, [
			card(),
			card({ id: 'notices/jinguiyuan/2026-01-01-fee', publishedOn: '2026-01-01', corrected: '2026-04-20' }),
		]);
		expect(text).toContain('<published>2026-01-01T00:00:00+08:00</published>\n<updated>2026-04-20T00:00:00+08:00</updated>');
		expect(text.split('<entry>')[0]).toContain('<updated>2026-04-20T00:00:00+08:00</updated>');
		expect(text).toContain('（有更正）关于充电端口的公示');
	});

	test('gives absolute addresses, which are its ids too', () => {
		expect(atom(feed, [card()])).toContain('<id>https://example.org/notices/jinguiyuan/2026-04-13-charging/</id>');
	});

	test('cannot be broken by what a record says', () => {
		const text = atom(feed, [card({ title: '收入<支出 & "结余"', summary: null })]);
		expect(text).toContain('<title>收入&lt;支出 &amp; &quot;结余&quot;</title>');
		expect(text).not.toContain('<summary>');
	});

	test('says of what is not for the web only where to look', () => {
		const text = atom(feed, [card({ elsewhere: true, summary: '内容' })]);
		expect(text).toContain('不在网上公开');
		expect(text).not.toContain('内容');
	});

	test('of nothing is still a feed', () => {
		expect(atom(feed, [])).toMatch(/<updated>1970-01-01T00:00:00\+08:00<\/updated>[\s\S]*<\/feed>\n$/);
	});
});

test('A correction dated before its publication does not make a record older', () => {
	expect(changedOn({ publishedOn: '2026-04-13', corrected: '2026-04-01' })).toBe('2026-04-13');
});

test('A sitemap names absolute addresses, with the day of the last change where there is one', () => {
	expect(sitemap('https://example.org', [{ page: '/' }, { page: '/a/?b&c', changed: '2026-04-13' }])).toBe(
		'<?xml version="1.0" encoding="utf-8"?>\n' +
			'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
			'<url><loc>https://example.org/</loc></url>\n' +
			'<url><loc>https://example.org/a/?b&amp;c</loc><lastmod>2026-04-13</lastmod></url>\n' +
			'</urlset>\n',
	);
	expect(sitemapIndex('https://example.org', ['/sitemaps/site.xml'])).toContain(
		'<sitemap><loc>https://example.org/sitemaps/site.xml</loc></sitemap>',
	);
});

describe('A shelf', () => {
	/** A store with one shelf of `n` cards, a day apart by twos so that many share a day. */
	const shelf = (n: number) => {
		const cards = Array.from({ length: n }, (_, i) =>
			card({ id: `meetings/a/${String(i).padStart(5, '0')}`, day: `2026-01-${10 + (i >> 9)}` }),
		);
		const keys = new Map(cards.map((one) => [`${one.day} ${one.id}`, one]));
		const asked: (string | undefined)[] = [];
		const list = ({ after, limit }: { after?: string; limit: number }) => {
			asked.push(after);
			return [...keys.keys()]
				.sort()
				.reverse()
				.filter((key) => !after || key < after)
				.slice(0, limit)
				.map((key) => keys.get(key)!);
		};
		return { cards, asked, list };
	};

	test.for([0, 1, 499, 500, 501, 1200])('of %i cards is read from end to end, newest first, none twice', (n) => {
		const store = shelf(n);
		expect(cardsOn(store.list, 'day').map(({ id }) => id)).toEqual(store.cards.map(({ id }) => id).reverse());
	});

	test('is read no further than asked for', () => {
		const store = shelf(1200);
		expect(cardsOn(store.list, 'day', 700)).toHaveLength(700);
		expect(store.asked).toHaveLength(2);
	});
});
