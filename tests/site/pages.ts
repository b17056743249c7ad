import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { inject } from 'vitest';
import { facetWords } from '../../src/domain/listing.ts';

/** Where the built sample board stands. */
export const siteDir = (): string => inject('SITE_DIR');

/** Every file of the built site with an ending, by its path from the root: `/meetings/index.html`. */
export const filesOf = (ending: string): string[] =>
	globSync(`**/*${ending}`, { cwd: siteDir() })
		.map((file) => `/${file}`)
		.sort();

/** The address of a page from its file: `/meetings/index.html` → `/meetings/`. */
export const urlOf = (file: string): string => file.replace(/index\.html$/, '');

export const read = (file: string): string => readFileSync(join(siteDir(), decodeURIComponent(file)), 'utf8');

/** A page without what only says where its lines may break. */
export const inLines = (html: string): string => html.replace(/<wbr[^>]*>|<span class="nw">([^<]*)<\/span>/g, '$1');

/** An element of a page with its attributes, in the order written. */
export interface Element {
	name: string;
	attributes: Record<string, string>;
}

/** Every element of a page. */
export function elementsOf(html: string): Element[] {
	const found: Element[] = [];
	const parser = new Parser({ onopentag: (name, attributes) => void found.push({ name, attributes }) });
	parser.end(html);
	return found;
}

/** Records that show nearly all their kind of page can show. */
const FULLEST = [
	'/matters/jinguiyuan/2024-07-15-lifts/',
	'/bodies/jinguiyuan/owners-committee/',
	'/meetings/jinguiyuan/2024-12-08-assembly/',
	'/notices/jinguiyuan/2025-08-25-lift-tender-result/sheet/',
];

/** One page of every kind, so that slow questions need not be asked of all of them: the first of each, and what is special. */
export const onePageOfEachKind = (): string[] => [...new Set([...pagesByKind().map(([first]) => first!), ...FULLEST])];

/** The first page of every kind, and the two that are longest. */
export const fullestOfEachKind = (): string[] => {
	const size = (url: string) => read(url.endsWith('/') ? `${url}index.html` : url).length;
	const longest = (urls: string[]) => [...urls].sort((a, b) => size(b) - size(a)).slice(0, 2);
	return [...new Set([...onePageOfEachKind(), ...pagesByKind().flatMap(longest)])];
};

function pagesByKind(): string[][] {
	const kindOf = (url: string): string => {
		const [collection = '', ...rest] = url.split('/').filter(Boolean);
		if (rest.length === 0) return collection || 'home';
		const list = rest.some((part) => part === 'page' || Object.hasOwn(facetWords, part));
		return `${collection} ${list ? 'narrowed' : rest.length}`;
	};
	return [...Map.groupBy(filesOf('.html').map(urlOf), kindOf).values()];
}
