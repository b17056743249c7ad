const words = new Intl.Segmenter('zh', { granularity: 'word' });

const HAN = /[\u4e00-\u9fff]$/;
/** Words that lean on the one before them: particles, and what is counted after a figure. */
const LEANS = /^[了的地得着过们吗呢吧年月日天个元栋号项条笔名件次人户]$/;

/** A clause this short stays on one line: a phone shows eleven characters of a first heading. */
const SHORT = 10;

/**
 * The pieces of a heading between which a line may break: after a pause, and in a long clause at the edges of words, so that 自行车 is
 * never split. No break between Chinese and figures, where the browser draws its own thin space.
 */
export const pieces = (text: string): string[] =>
	text.split(/(?<=[，：；])/).flatMap((clause) => (clause.length <= SHORT ? [clause] : clause.split(/(?<=、)/).flatMap(wordsOf)));

function wordsOf(text: string): string[] {
	const found: string[] = [];
	for (const { segment, isWordLike } of words.segment(text)) {
		const before = found.at(-1);
		const breaks = before && isWordLike && !LEANS.test(segment) && HAN.test(before) && /^[\u4e00-\u9fff]/.test(segment);
		if (before === undefined || breaks) found.push(segment);
		else found[found.length - 1] = before + segment;
	}
	return found;
}
