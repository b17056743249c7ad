import { type Phrase, startsOf } from './phrases.ts';
import type { Word } from './tokens.ts';

/** A stretch of an excerpt; a hit is to be marked. */
export interface Piece {
	text: string;
	hit: boolean;
}

/** How many words an excerpt has, and how many of them stand before the first hit. */
const LENGTH = 80;
const BEFORE = 14;

/** The place in a text where the phrases stand, with dots where it goes on. Blocks run into each other with a blank between them. */
export function excerptOf(words: readonly Word[], phrases: readonly Phrase[]): Piece[] {
	const hits = hitsIn(words, phrases);
	const start = bestStart(words, [...hits]);
	const first = start < titleEnd(words) ? 0 : titleEnd(words);
	const from = Math.max(first, start - BEFORE);
	const to = Math.min(words.length, from + LENGTH);
	const pieces = words.slice(from, to).flatMap(({ written, after }, i) => {
		const hit = hits.has(from + i);
		// What stands between two words of one hit belongs to it.
		const joined = hit && hits.has(from + i + 1);
		return joined
			? [{ text: written + after, hit }]
			: [
					{ text: written, hit },
					{ text: after, hit: false },
				];
	});
	const dots = (is: boolean) => (is ? [{ text: '……', hit: false }] : []);
	return merged([...dots(from > first), ...pieces, ...dots(to < words.length)]);
}

/** The places of all words that belong to a hit. */
const hitsIn = (words: readonly Word[], phrases: readonly Phrase[]): Set<number> =>
	new Set(phrases.flatMap((phrase) => startsOf(words, phrase).flatMap((at) => phrase.keys.map((_, i) => at + i))));

/** The hit from which most hits fit into one excerpt; the first of equals. */
function bestStart(words: readonly Word[], hits: number[]): number {
	const inOrder = hits.sort((a, b) => a - b);
	const reach = LENGTH - BEFORE;
	const within = (start: number) => inOrder.filter((at) => at >= start && at < start + reach).length;
	// The first line is the title, which the list shows already.
	const body = inOrder.filter((at) => at >= titleEnd(words));
	const starts = body.length > 0 ? body : inOrder;
	return starts.reduce((best, at) => (within(at) > within(best) ? at : best), starts[0] ?? 0);
}

const titleEnd = (words: readonly Word[]) => words.findIndex(({ after }) => after.includes('\n')) + 1;

function merged(pieces: Piece[]): Piece[] {
	const stretches: Piece[] = [];
	for (const { text, hit } of pieces) {
		const shown = text.replace(/\n/g, ' ');
		const last = stretches[stretches.length - 1];
		if (last && last.hit === hit) last.text += shown;
		else if (shown !== '') stretches.push({ text: shown, hit });
	}
	return stretches;
}
