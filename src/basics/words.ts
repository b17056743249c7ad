import { withFigures } from './figures.ts';

const HAN = /[\u4e00-\u9fff]$/;
/** Words that lean on the one before them: particles, and what is counted after a figure. */
const LEANS = /^[了的地得着过们吗呢吧年月日天个元栋号项条笔名件次人户]$/;

/** A clause this short stays on one line: a phone shows eleven characters of a first heading. */
const SHORT = 10;

/**
 * The pieces of a heading between which a line may break: after a pause, and in a long clause at the edges of words, so that 自行车 is
 * never split. No break between Chinese and figures, where the browser draws its own thin space, unless the piece would be a long one.
 * An engine that does not know words gets the clauses.
 */
export const pieces = (text: string): string[] =>
	split(text, /[^，：；]*[，：；]|[^，：；]+/g).flatMap((clause) =>
		clause.length <= SHORT ? [clause] : split(clause, /[^、]*、|[^、]+/g).flatMap(wordsOf),
	);

const split = (text: string, parts: RegExp): string[] => text.match(parts) ?? [text];

function wordsOf(text: string): string[] {
	if (!('Segmenter' in Intl)) return [text];
	const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
	const words = withFigures(text).flatMap((part): { segment: string; isWordLike?: boolean }[] =>
		part.figure ? [{ segment: part.text, isWordLike: true }] : [...segmenter.segment(part.text)],
	);
	const found: string[] = [];
	for (const { segment, isWordLike } of words) {
		const before = found[found.length - 1];
		if (before !== undefined && isWordLike && HAN.test(before) && breaksBefore(segment, before)) found.push(segment);
		else found[Math.max(0, found.length - 1)] = (before ?? '') + segment;
	}
	return found;
}

const breaksBefore = (word: string, before: string): boolean =>
	HAN.test(word[0]!) ? !LEANS.test(word) : /^[＋－\d]/.test(word) && before.length + word.length > SHORT;
