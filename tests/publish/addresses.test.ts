import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { close, listen, siteServer } from '../../scripts/lib/server.ts';
import { addressOf, listUrl, nameOfValue } from '../../src/publish/addresses.ts';
import { openFolder } from '../../src/publish/folder.ts';
import { fileOf } from '../../src/publish/renderer.ts';

const street = (value: string) => ({ name: 'street', value });
const urlOf = (value: string) => listUrl({ collection: 'communities', facet: street(value) });

/** Values somebody could write, and those that would be something else to a disk, a server or an address. */
const HARD = [
	...['河东街道/清风镇', '延边州/延吉市', '%', '100%', '%2F', '?', '#', 'a?b#c', '..', '.', '...', '../../etc', '\\', 'a\\b', '.hidden'],
	...['page', 'index.html', 'street', 'city', '2', '~', '~2f', 'a/b', 'a~2fb', 'SOHO街道', 'soho街道', 'Soho街道', 'é', 'e\u0301'],
	...['한', '한'.normalize('NFD'), 'ß', 'ss', 'ſ', 's', 'İ', 'i', 'a b', 'a  b', 'a.', 'a', '"', "'", '<b>', ':', '*', '|', '&amp;', 'con'],
	...['镇'.repeat(200), `${'镇'.repeat(199)}乡`, '/'.repeat(200), '👨‍👩‍👧'.repeat(25), '豈', '豈', 'ئۈرۈمچى', '~~'],
];
const written = fc.oneof(
	fc.constantFrom(...HARD),
	fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
);

/** As a disk that is not strict sees a name. */
const folded = (name: string) => name.normalize('NFD').toUpperCase().toLowerCase();

describe('P1: any text may stand in the address of a list', () => {
	test('the address of a plain value is what it always was', () => {
		for (const value of ['杭州市', '湖北（原文未写城市）', '桂香街道', '乌鲁木齐市'])
			expect(urlOf(value)).toBe(`/communities/street/${encodeURIComponent(value)}/`);
		expect(listUrl({ collection: 'ledgers', community: 'c', facet: { name: 'fund', value: 'commonIncome' }, page: 2 })).toBe(
			'/ledgers/c/fund/commonIncome/page/2/',
		);
		expect(listUrl({ collection: 'assessments', facet: { name: 'firm', value: '91330106MA2B0QQ77X' } })).toContain('/91330106MA2B0QQ77X/');
	});

	test('a slash stands as the byte it is', () => {
		expect(decodeURIComponent(urlOf('河东街道/清风镇'))).toBe('/communities/street/河东街道~2f清风镇/');
	});

	test('two values never have one name, not even on a disk that takes capitals for small letters and composed signs for their parts', () => {
		const names = new Map<string, string>();
		const expectOwn = (value: string) => {
			const name = folded(nameOfValue(street(value)));
			expect(names.get(name) ?? value, name).toBe(value);
			names.set(name, value);
		};
		for (const value of HARD) expectOwn(value);
		fc.assert(fc.property(written, expectOwn), { numRuns: 2000 });
	});

	test('every name is one that a disk and a server take, and its address is read back as the value', () => {
		fc.assert(
			fc.property(written, fc.integer({ min: 1, max: 12 }), (value, page) => {
				const url = listUrl({ collection: 'communities', facet: street(value), page });
				const [, , name = ''] = fileOf(url);
				expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
				expect(name).toMatch(/^[^./\\%?#:*"<>|\s\p{C}][^/\\%?#:*"<>|\s\p{C}]*$/u);
				expect(decodeURIComponent(new URL(url, 'http://x').pathname)).toBe(decodeURIComponent(url));
				const known = { isCommunity: () => false, valuesOf: () => [...HARD, value] };
				expect(addressOf(new URL(url, 'http://x').pathname, known)).toMatchObject({ kind: 'list', facet: street(value), page });
			}),
			{ numRuns: 2000 },
		);
	});

	test('an address of no value is none', () => {
		expect(addressOf('/communities/street/x/', { isCommunity: () => false, valuesOf: () => ['y'] })).toBeNull();
	});

	test('each hard value is a page of its own in a plain folder, and our server finds it by the link', async () => {
		const root = mkdtempSync(join(tmpdir(), 'addresses-'));
		const folder = openFolder(join(root, 'dist'));
		for (const value of HARD) folder.put(urlOf(value), value);
		folder.finish();
		const server = siteServer({ folder: join(root, 'dist') });
		const port = await listen(server, 0, '127.0.0.1');
		try {
			for (const value of HARD) {
				const answer = await fetch(new URL(urlOf(value), `http://127.0.0.1:${port}`));
				expect([answer.status, await answer.text()], value).toEqual([200, value]);
			}
		} finally {
			await close(server);
			rmSync(root, { recursive: true });
		}
	});
});
