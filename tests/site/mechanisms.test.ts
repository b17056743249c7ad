import { readFileSync } from 'node:fs';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { filesOf, read, urlOf } from './pages.ts';

/** How many mechanisms the articles have. */
const ROWS = 104;

interface Shown {
	path: string;
	words: string[];
}

const rows = readFileSync('docs/mechanisms.md', 'utf8')
	.split('\n')
	.filter((line) => /^\| \d+ \|/.test(line))
	.map((line) => {
		const [no, , , where] = line
			.split('|')
			.slice(1)
			.map((cell) => cell.trim());
		return { no: Number(no), shown: shownIn(where!) };
	});

/** `` `/path/` 「words」「words」 ``, one after another. */
function shownIn(cell: string): Shown[] {
	return [...cell.matchAll(/`(\/[^`]*)`((?:\s*「[^」]+」)*)/g)].map(([, path, words]) => ({
		path: path!,
		words: [...words!.matchAll(/「([^」]+)」/g)].map(([, word]) => word!),
	}));
}

const pages = new Set(filesOf('.html').map(urlOf));

/** What a reader sees in the main part of a page, without spaces: where a line breaks is not the point. */
function seen(path: string): string {
	let text = '';
	let inside = false;
	const parser = new Parser({
		onopentag: (name) => void (inside ||= name === 'main'),
		ontext: (part) => void (text += inside ? part : ''),
		onclosetag: (name) => void (inside &&= name !== 'main'),
	});
	parser.end(read(`${path}index.html`));
	return without(text);
}

const without = (text: string): string => text.replace(/\s/g, '');

test('every mechanism has its row, once', () => {
	expect(rows.map(({ no }) => no)).toEqual(Array.from({ length: ROWS }, (_, i) => i + 1));
});

test.for(rows.map(({ no, shown }) => [no, shown] as const))('mechanism %i is shown where it says, in the words it names', ([, shown]) => {
	expect(shown.length).toBeGreaterThan(0);
	for (const { path, words } of shown) {
		expect(pages.has(path), `there is no ${path}`).toBe(true);
		expect(words.length, `${path} names no words`).toBeGreaterThan(0);
		const page = seen(path);
		expect(
			words.filter((word) => !page.includes(without(word))),
			`what ${path} does not show`,
		).toEqual([]);
	}
});
