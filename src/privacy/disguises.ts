import { matchesIn } from './matches.ts';

/** Numbers can be written so that an eye reads them and a program does not. This takes the disguises off. */

/** Zero width, direction marks, soft hyphens, and what makes a digit an emoji. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|\u20e3/gu;
/** Tags, the address of a Markdown link or picture, and what makes Markdown bold, code or a link. */
const MARKUP = /<\/?[A-Za-z][^<>\n]{0,200}>|\]\([^()\n]{0,300}\)|[*_~`\\[\]]/g;
const ENTITY = /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|(nbsp|ensp|emsp|thinsp|shy|zwnj|zwj|middot|hyphen|dash|period|comma|colon|amp));?/g;
const NAMED: Record<string, string> = {
	middot: '·',
	hyphen: '-',
	dash: '-',
	period: '.',
	comma: ',',
	colon: ':',
	amp: '&',
	shy: '',
	zwnj: '',
	zwj: '',
};
/** `%31` and `\u0031`, as they stand in addresses and in JSON. */
const ESCAPED = /(?:%|\\u00|\\x)3(\d)/g;
/** Circled digits that Unicode does not call a form of the digit. */
const CIRCLED: readonly [first: number, digit: number, count: number][] = [
	[0x2776, 1, 9],
	[0x2780, 1, 9],
	[0x278a, 1, 9],
	[0x24f5, 1, 9],
	[0x24ff, 0, 1],
	[0x1f10b, 0, 1],
	[0x1f10c, 0, 1],
];

/** How a text can be read: as a page shows it, and with what its markup hides. Full-width forms, invisible signs and entities are gone. */
export function readingsOf(text: string): string[] {
	const plain = lightly(text);
	if (!/[<[*_~`\\]/.test(plain)) return [plain];
	return [...new Set([withoutComments(plain).replace(MARKUP, ''), plain.replace(/[*~`\\[\]]/g, ' ')])];
}

/** Without what may stand between the signs of a number, in small letters. */
export const compact = (text: string): string =>
	readingsOf(text)
		.at(0)!
		.replace(/[\s\-‐-―−.·•、,，:：()（）]/g, '')
		.toLowerCase();

/** What nobody closes is no comment; the first that is not closed is the last that is looked for. */
function withoutComments(text: string): string {
	let kept = '';
	let from = 0;
	for (;;) {
		const opens = text.indexOf('<!--', from);
		const closes = opens < 0 ? -1 : text.indexOf('-->', opens + 4);
		if (closes < 0) return kept + text.slice(from);
		kept += text.slice(from, opens);
		from = closes + 3;
	}
}

/** Full-width and other forms of a sign as the sign itself, digits of any script as ours, entities as what they stand for. */
function lightly(text: string): string {
	const decoded = /[&%\\]/.test(text)
		? text
				.replace(ENTITY, (_, decimal?: string, hex?: string, name?: string) =>
					name ? (NAMED[name] ?? ' ') : signOf(Number.parseInt(decimal ?? hex!, decimal ? 10 : 16)),
				)
				.replace(ESCAPED, '$1')
		: text;
	return isPlain(decoded)
		? decoded
		: decoded
				.normalize('NFKC')
				.replace(INVISIBLE, '')
				.replace(/[^\p{ASCII}\p{Script=Han}]/gu, asDigit);
}

/** Only ASCII, Chinese characters and the commonest marks: most texts, and nothing to be made plain. */
const isPlain = (text: string): boolean => /^[\n\t -~\u4e00-\u9fff、。《》「」“”‘’…—·㎡]*$/.test(text);

const signOf = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');

function asDigit(sign: string): string {
	const code = sign.codePointAt(0)!;
	const circled = CIRCLED.find(([first, , count]) => code >= first && code < first + count);
	if (circled) return String(circled[1] + code - circled[0]);
	// The ten digits of a script stand in a row by themselves.
	if (!/\p{Nd}/u.test(sign)) return sign;
	let zero = code;
	while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
	return String(code - zero);
}

const SPOKEN = '零〇○一幺壹弌二贰两弍三叁参弎四肆五伍六陆七柒拐八捌九玖勾洞';
const DIGITS: Record<string, string> = Object.fromEntries(
	['零〇○洞', '一幺壹弌', '二贰两弍', '三叁参弎', '四肆', '五伍', '六陆', '七柒拐', '八捌', '九玖勾'].flatMap((words, digit) =>
		[...words].map((word) => [word, String(digit)]),
	),
);
/** A long run of digits, some of them Chinese: a number read out, not a count in a sentence. */
const READ_OUT = new RegExp(`(?:[${SPOKEN}\\d][-－—. ·*_|/]{0,2}){11,}[Xx]?`, 'g');
/** The same with letters that look like digits; a letter or digit that goes on behind it is looked for apart. */
const LOOKS_SO = /(?<![A-Za-z\d])[\dOoIl](?:[-. ·]?[\dOoIl]){10,}[Xx]?/g;
/** Days and months in plain digits, which stand before a count in words: `2024-10-15—2025-10-14一年`. */
const DAY =
	/(?<!\d)(?:19|20)\d\d(?:[-—–./](?:1[0-2]|0?[1-9])(?:[-—–./](?:3[01]|[12]\d|0?[1-9]))?|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)/g;

/** A number that is written out, in digits, and where. */
export interface ReadOut {
	digits: string;
	at: number;
	end: number;
}

/** The numbers of a text that are written in Chinese or with letters for digits, as digits without anything between. */
export function readOut(text: string): ReadOut[] {
	const spoken = [
		...matchesIn(
			text.replace(DAY, (day) => '，'.repeat(day.length)),
			READ_OUT,
		),
	]
		.filter(([run]) => /[^\x20-\x7e·－—]/.test(run))
		.map(({ 0: run, index }) => ({ digits: run.replace(/[^\dXx]/g, (sign) => DIGITS[sign] ?? ''), at: index, end: index + run.length }));
	const lookalike = [...matchesIn(text, LOOKS_SO)]
		.map(({ 0: run, index }) => ({ run: goesOn(text, index + run.length) ? run.slice(0, run.search(/[-. ·][^-. ·]*$/) + 1) : run, index }))
		.filter(({ run }) => /[OoIl]/.test(run) && (run.match(/\d/g)?.length ?? 0) >= 4 && (run.match(/[\dOoIl]/g)?.length ?? 0) >= 11)
		.map(({ run, index }) => ({
			digits: run
				.replace(/[Oo]/g, '0')
				.replace(/[Il]/g, '1')
				.replace(/[^\dXx]/g, ''),
			at: index,
			end: index + run.length,
		}));
	return [...spoken, ...lookalike];
}

const goesOn = (text: string, at: number): boolean => /[A-Za-z\d]/.test(text[at] ?? '');
