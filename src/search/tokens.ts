/**
 * How text is written into the search index, and how a query is put to it. The publisher and the browser run these same lines.
 *
 * Pagefind cuts text into words at blanks, drops all punctuation from a word, and counts words to know what stands beside what.
 * Chinese has no blanks, so we set them ourselves: **one Han character is one word, one run of letters is one word, one run of digits
 * is one word**, and a query is a phrase of such words. Then any piece of a text is found, and nothing else is.
 *
 * What is searched is the *key* of a word: compatibility forms made plain (㎡ is m 2, ２ is 2), lower case, accents dropped, Traditional
 * made Simplified, thousands commas taken out. What was written must come back in an excerpt, so each word of the index is
 *
 *     key                     written as the key, and the next word follows at once
 *     key|written|            written otherwise: 维|`…| for 維
 *     key|,|                  a number written with commas: 12800|,| for 12,800
 *     …followed by            whatever stands between this word and the next
 *
 * with `~` for a blank, `\` (always a word of its own, so that no phrase reaches across) for the end of a block, and every other
 * character that is not plain ASCII punctuation as `` ` `` and its UTF-16 code in four digits of {@link DIGITS}. Everything behind the key is thus
 * ASCII punctuation, which Pagefind drops: its index holds the keys and nothing more.
 */
import { withCommas } from '../basics/numbers.ts';

/** One word of the index, read back: what it is found by, and what stood in the text up to the next word. */
export interface Word {
	key: string;
	written: string;
	/** Punctuation and blanks behind the word; a line break stands where a block ended. */
	after: string;
}

/** Folds Traditional characters into Simplified, one for one. */
type Fold = (text: string) => string;

/** The text as Pagefind is to index it. Line breaks separate blocks; any other run of blanks counts as one blank. */
export function indexText(text: string, fold: Fold): string {
	const lines = text.split('\n').map((line) => encodeLine(line.replace(/\s+/g, ' ').trim(), fold));
	return lines.filter((line) => line !== '').join(' \\ ');
}

/** The words a query asks for, one blank between them; empty if there is nothing to look for in it. */
export const queryText = (text: string, fold: Fold): string =>
	wordsIn(text, fold)
		.map(({ key }) => key)
		.filter((key) => key !== '')
		.join(' ');

/** The text that `indexText` was given, with its blanks evened out. */
export const restore = (content: string): string =>
	readWords(content)
		.map(({ written, after }) => written + after)
		.join('');

/** The words of an indexed text, in order; a word's place in this list is the place Pagefind counts. */
export const readWords = (content: string): Word[] => content.split(' ').filter(Boolean).map(readWord);

function readWord(word: string): Word {
	const [, key = '', , how, after = ''] = /^([\p{L}\p{N}]*)(\|([^|]*)\|)?(.*)$/u.exec(word)!;
	return { key, written: how === undefined ? key : how === ',' ? withCommas(key) : decode(how), after: decode(after) };
}

function encodeLine(line: string, fold: Fold): string {
	return wordsIn(line, fold)
		.map(({ key, written, after }) => key + encodeWritten(key, written) + encode(after))
		.join(' ');
}

function encodeWritten(key: string, written: string): string {
	if (written === key) return '';
	return /^\d[\d,]*\d$/.test(written) && written.replace(/,/g, '') === key ? '|,|' : `|${encode(written)}|`;
}

/** A number with commas between its thousands. Two numbers listed as `100,200` cannot be told from it; Chinese lists with 、. */
const GROUPED = /\d{1,3}(?:,\d{3})+(?!\d)/y;

/** What one character contributes: the keys in it and whether it may join a run. */
interface Character {
	kind: 'han' | 'letter' | 'digit' | 'several' | 'none';
	keys: string[];
}

function wordsIn(text: string, fold: Fold): Word[] {
	const words: Word[] = [];
	let running: Character['kind'] = 'none';
	for (let at = 0; at < text.length; ) {
		const unit = unitAt(text, at);
		const { kind, keys } = characterOf(unit, fold);
		GROUPED.lastIndex = at;
		const grouped = kind === 'digit' && running !== 'digit' ? GROUPED.exec(text)?.[0] : undefined;
		const last = words[words.length - 1];
		if (grouped) words.push({ key: grouped.replace(/,/g, ''), written: grouped, after: '' });
		else if (kind === 'none' && last) last.after += unit;
		else if (kind === 'none') words.push({ key: '', written: '', after: unit });
		else if (kind === running && (kind === 'letter' || kind === 'digit')) {
			last!.key += keys[0];
			last!.written += unit;
		} else words.push(...keys.map((key, index) => ({ key, written: index === 0 ? unit : '', after: '' })));
		running = kind;
		at += (grouped ?? unit).length;
	}
	return words;
}

/** The character at `at` with the accents that sit on it. */
function unitAt(text: string, at: number): string {
	UNIT.lastIndex = at;
	return UNIT.exec(text)![0];
}
const UNIT = /[\s\S]\p{M}*/uy;

/** The same few thousand characters come again and again, and Unicode normalisation is slow. */
const known = new Map<Fold, Map<string, Character>>();

function characterOf(unit: string, fold: Fold): Character {
	const seen = known.get(fold) ?? new Map<string, Character>();
	known.set(fold, seen);
	const character = seen.get(unit) ?? readCharacter(unit, fold);
	if (unit.length <= 2) seen.set(unit, character);
	return character;
}

function readCharacter(unit: string, fold: Fold): Character {
	const plain = fold(unit.normalize('NFKC').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC'));
	const keys = plain.match(KEYS) ?? [];
	if (keys.length === 0) return { kind: 'none', keys };
	if (keys.length === 1 && keys[0] === plain) {
		if (/^\p{Script=Han}$/u.test(plain)) return { kind: 'han', keys };
		if (/^\p{L}/u.test(unit)) return { kind: 'letter', keys };
		if (/^\p{Nd}/u.test(unit)) return { kind: 'digit', keys };
	}
	return { kind: 'several', keys };
}
const KEYS = /(?=[\p{L}\p{N}])\p{Script=Han}|(?:(?!\p{Script=Han})\p{L})+|(?:(?!\p{Script=Han})\p{N})+/gu;

/** Sixteen signs that Pagefind drops from words, as digits. */
const DIGITS = "!$%&'()+,-./:;<=";

/** What may stand for itself: ASCII punctuation that means nothing in the format. Pagefind keeps `_` in words, so it may not. */
const ITSELF = /^[!-/:-@[\]^{}]$/;

const encode = (text: string): string =>
	text.replace(/[\s\S]/g, (unit) => (unit === ' ' ? '~' : unit === '\n' ? '\\' : ITSELF.test(unit) ? unit : `\`${digitsOf(unit)}`));

const digitsOf = (unit: string): string =>
	unit
		.charCodeAt(0)
		.toString(16)
		.padStart(4, '0')
		.replace(/./g, (digit) => DIGITS[Number.parseInt(digit, 16)]!);

const decode = (text: string): string =>
	text.replace(/`(.{4})|[~\\]/g, (sign, digits?: string) => (digits ? charOf(digits) : sign === '~' ? ' ' : '\n'));

const charOf = (digits: string): string =>
	String.fromCharCode(
		Number.parseInt(
			digits.replace(/./g, (sign) => DIGITS.indexOf(sign).toString(16)),
			16,
		),
	);
