import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { inject } from 'vitest';

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

/** One page of every kind, so that slow questions need not be asked of all of them: the first of each, and what is special. */
export function onePageOfEachKind(): string[] {
	const kindOf = (url: string): string => {
		const [collection = '', ...rest] = url.split('/').filter(Boolean);
		if (rest.length === 0) return collection || 'home';
		const list = rest.some((part) => ['year', 'page', 'form', 'kind', 'topic', 'fund', 'practice', 'city'].includes(part));
		return `${collection} ${list ? 'narrowed' : rest.length}`;
	};
	return [...Map.groupBy(filesOf('.html').map(urlOf), kindOf).values()].map(([first]) => first!);
}
