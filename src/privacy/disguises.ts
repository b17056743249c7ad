/** Numbers can be written so that an eye reads them and a program does not. This takes the disguises off. */

/** Zero width, direction marks, soft hyphens, and what makes a digit an emoji. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|\u20e3/gu;
const COMMENT = /<!--.*?-->/gs;
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
	return [...new Set([plain.replace(COMMENT, '').replace(MARKUP, ''), plain.replace(/[*~`\\[\]]/g, ' ')])];
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
/** The same with letters that look like digits. */
const LOOKS_SO = /(?<![A-Za-z\d])(?:[\dOoIl][-. ·]?){11,}[Xx]?(?![A-Za-z\d])/g;

/** The numbers of a text that are written in Chinese or with letters for digits, as digits without anything between. */
export function readOut(text: string): string[] {
	const spoken = (text.match(READ_OUT) ?? [])
		.filter((run) => /[^\x20-\x7e·－—]/.test(run))
		.map((run) => run.replace(/[^\dXx]/g, (sign) => DIGITS[sign] ?? ''));
	const lookalike = (text.match(LOOKS_SO) ?? [])
		.filter((run) => /[OoIl]/.test(run) && (run.match(/\d/g)?.length ?? 0) >= 4)
		.map((run) =>
			run
				.replace(/[Oo]/g, '0')
				.replace(/[Il]/g, '1')
				.replace(/[^\dXx]/g, ''),
		);
	return [...spoken, ...lookalike];
}
