import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { elementsOf, filesOf, read, siteDir, urlOf } from './pages.ts';

const ids = new Map<string, Set<string>>();
const idsOf = (file: string): Set<string> => {
	if (!ids.has(file)) ids.set(file, new Set(elementsOf(read(file)).flatMap(({ attributes }) => attributes.id ?? [])));
	return ids.get(file)!;
};

test('no link of the whole site leads nowhere', () => {
	const dead: string[] = [];
	const pages = filesOf('.html');
	expect(pages.length).toBeGreaterThan(100);
	for (const page of pages)
		for (const { name, attributes } of elementsOf(read(page))) {
			const to = attributes.href ?? attributes.src;
			if (to === undefined || /^(?:https?:|tel:|mailto:|data:)/.test(to) || attributes.rel === 'canonical') continue;
			const { pathname, hash } = new URL(to, `https://board.example${urlOf(page)}`);
			const path = decodeURIComponent(pathname);
			const file = path.endsWith('/') ? `${path}index.html` : path;
			if (to === '' || to === '#' || !existsSync(join(siteDir(), file))) dead.push(`${page}: <${name}> ${to}`);
			else if (hash && file.endsWith('.html') && !idsOf(file).has(decodeURIComponent(hash.slice(1))))
				dead.push(`${page}: no such place ${to}`);
		}
	expect(dead).toEqual([]);
});

test('a former address leads to the record that moved', () => {
	const former = filesOf('.html').filter(movedTo);
	expect(former).toContain('/documents/jinguiyuan/duty-list/index.html');
	for (const page of former) {
		const to = movedTo(page)!;
		expect(elementsOf(read(page)).filter(({ attributes }) => attributes.href === to)).toHaveLength(1);
		expect(read(`${to}index.html`)).toContain('data-pagefind-body');
	}
});

test('every page but the home page and former addresses can be reached from the home page', () => {
	const pages = new Set(filesOf('.html'));
	const seen = new Set<string>();
	const queue = ['/index.html'];
	for (let page = queue.pop(); page; page = queue.pop()) {
		if (seen.has(page)) continue;
		seen.add(page);
		for (const { name, attributes } of elementsOf(read(page))) {
			if (name !== 'a' || !attributes.href?.startsWith('/')) continue;
			const path = decodeURIComponent(attributes.href.split(/[?#]/)[0]!);
			const file = path.endsWith('/') ? `${path}index.html` : path;
			if (pages.has(file)) queue.push(file);
		}
	}
	expect([...pages].filter((page) => !seen.has(page) && page !== '/404.html' && !saysNoMore(page) && !movedTo(page))).toEqual([]);
});

/** Whether a list is narrowed by a facet that has one value only: it holds what the whole list holds, and is not offered. */
function saysNoMore(page: string): boolean {
	const [, list, value] = /^(.*\/)([^/]+)\/index\.html$/.exec(page) ?? [];
	return (
		value !== undefined &&
		filesOf('.html').filter((other) => other.startsWith(list!) && other.split('/').length === page.split('/').length).length === 1
	);
}

/** Where a page at a former address leads on to, or undefined. */
const movedTo = (page: string): string | undefined =>
	elementsOf(read(page))
		.find(({ attributes }) => attributes['http-equiv'] === 'refresh')
		?.attributes.content?.replace('0; url=', '');
