import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textHtml } from '../../src/text/html.ts';
import { runs } from '../properties.ts';
import { seenInSource } from './oracle.ts';
import { bodiesOfSample } from './sample.ts';
import { seenInHtml } from './seen.ts';
import { texts } from './texts.ts';

/** No sign is lost: what is seen is the source, less the marks. */
const isWhole = (html: (text: string) => string) =>
	fc.property(texts, (text) => {
		expect(seenInHtml(html(text))).toEqual(seenInSource(text));
	});

test('No sign of a text is lost, and none is added', () => {
	fc.assert(isWhole(textHtml), runs);
});

test('No sign of any body in the sample is lost', () => {
	const bodies = bodiesOfSample();
	expect(bodies.length).toBeGreaterThan(100);
	for (const { file, body } of bodies) expect(seenInHtml(textHtml(body)), file).toEqual(seenInSource(body));
});

describe('The property finds', () => {
	test.each<[fault: string, spoil: (html: string) => string]>([
		['a star that is swallowed', (html) => html.replace(/(?<=\p{L})\*(?=\p{L})/u, '')],
		['a cell that is lost', (html) => html.replace(/<td[^>]*>[^<]+<\/td>\n(?=<\/tr>)/, '')],
		['a line that is glued to the next', (html) => html.replace('<br>\n', '')],
		['a list that is renumbered', (html) => html.replace(/ value="\d+"/g, '')],
		['bold that begins where it should end', (html) => html.replace(/<strong>(.+?)<\/strong>([^<]+)<strong>/, '$1<strong>$2</strong>')],
	])('%s', (_, spoil) => {
		expect(
			fc.check(
				isWhole((text) => spoil(textHtml(text))),
				{ numRuns: 500 },
			).failed,
		).toBe(true);
	});
});
