/** Numbers can be written so that an eye reads them and a program does not. This takes the disguises off. */

const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const MARKUP = /<[^<>\n]{1,200}>|[*_~`\\]/g;
const DIGITS: Record<string, string> = Object.fromEntries(
	['零〇○', '一幺壹', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((words, digit) =>
		[...words].map((word) => [word, String(digit)]),
	),
);
/** A long run of digits, some of them Chinese: a number read out, not a count in a sentence. */
const READ_OUT = /(?:[零〇○一幺壹二贰三叁四肆五伍六陆七柒八捌九玖\d][-－—. ·、]?){11,}/g;

/** The text with full-width forms, invisible characters, markup between digits and digits read out in Chinese made plain. */
export const undisguised = (text: string): string =>
	text
		.normalize('NFKC')
		.replace(INVISIBLE, '')
		.replace(MARKUP, '')
		.replace(READ_OUT, (run) => run.replace(/[零〇○一幺壹二贰三叁四肆五伍六陆七柒八捌九玖]/g, (word) => DIGITS[word]!));
