import { expect, test } from 'vitest';
import { linesOf, wornIn } from '../plain-words.ts';
import { filesOf, read, urlOf } from './pages.ts';

test('no page says what misleads a resident or sounds translated', () => {
	const pages = filesOf('.html');
	expect(pages.length).toBeGreaterThan(500);
	expect(pages.flatMap((page) => wornIn(linesOf(read(page)), urlOf(page)))).toEqual([]);
});

test.each(['.csv', '.xml', '.ics', '.js'])('nor does a file ending in %s: tables, feeds, calendars and what the search says', (ending) => {
	const files = filesOf(ending);
	expect(files.length).toBeGreaterThan(0);
	expect(files.flatMap((file) => wornIn(read(file).replace(/[,"<>]/g, '\n'), file))).toEqual([]);
});
