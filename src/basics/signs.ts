/** Signs that nobody sees in a text: a title of nothing but them looks empty, and some turn what stands around them the other way. */

/** A sign that may not stand in a text: what Unicode calls it, what it is in Chinese, and before which place it stands, in UTF-16 units. */
export interface HiddenSign {
	code: string;
	what: string;
	at: number;
}

/** All but the tab and the ends of lines. */
const CONTROL = '\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F';
const DIRECTION = '\\u202A-\\u202E\\u2066-\\u2069';
/** Blanks without a width, letters without a shape, ends of lines that no keyboard has, what stands for a lost object. */
const UNSEEN =
	'\\u00AD\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u200B\\u2028\\u2029\\u2060-\\u2065\\u206A-\\u206F\\u2800\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFC\\uFFFE\\uFFFF';

/** What no text may hold wherever it stands, and what no line may: each to be put between the brackets of a regular expression, with the `u` flag or without. */
export const HIDDEN = { lines: `${CONTROL}${DIRECTION}`, line: `\\t\\n\\r${CONTROL}${DIRECTION}${UNSEEN}` };

/** Half a sign: no text can be made of it. */
const HALF = '\\p{Cs}';
/** Signs for programs only, once meant to name a language. */
const TAG = '\\u{E0000}-\\u{E007F}';
/** Joins emoji into one, and letters of scripts that are joined or parted. */
const JOINER =
	'(?<![\\p{Emoji}\\p{Emoji_Modifier}\\uFE0F\\p{Script=Arabic}\\p{Script=Mongolian}\\p{M}])[\\u200C\\u200D]|(?<=[0-9#*])[\\u200C\\u200D]';
/** Says which way a neighbour runs; only beside what is written from right to left. */
const MARK = '[\\u061C\\u200E\\u200F]';
/** Chooses another shape of the sign before it. */
const VARIATION = '(?<![^\\p{C}\\p{Z}])[\\u180B-\\u180F\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]';

const inLine = new RegExp(`[${HIDDEN.line}${HALF}${TAG}]|${JOINER}|${MARK}|${VARIATION}`, 'gu');
/** In several lines, what was pasted with them does no harm; nothing may turn them around. */
const inLines = new RegExp(`[${HIDDEN.lines}${HALF}]`, 'gu');

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const isMark = (sign: string): boolean => /[\u061C\u200E\u200F]/.test(sign);

/** The first sign of a text that may not stand in it, or null: of one line, or of several. */
export function hiddenSign(text: string, kind: 'line' | 'lines'): HiddenSign | null {
	for (const { 0: sign, index } of text.matchAll(kind === 'lines' ? inLines : inLine))
		if (!isMark(sign) || !RIGHT_TO_LEFT.test(text)) return { code: codeOf(sign), what: whatIs(sign), at: index };
	return null;
}

/** Whether there is anything to see in a text. */
export const isSeen = (text: string): boolean => /[^\p{C}\p{Z}\p{M}\s\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0\uFFFC]/u.test(text);

const codeOf = (sign: string): string => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

const names: Readonly<Record<string, string>> = {
	'\n': '换行',
	'\r': '换行',
	'\t': '制表符',
	'\u200B': '零宽空格',
	'\u2028': '换行',
	'\u2029': '换段',
};

function whatIs(sign: string): string {
	if (Object.hasOwn(names, sign)) return names[sign]!;
	if (new RegExp(`[${DIRECTION}]`).test(sign) || isMark(sign)) return '改变文字方向的符号';
	if (new RegExp(`[${CONTROL}]`).test(sign)) return '控制符';
	if (/\p{Cs}/u.test(sign)) return '坏掉的半个字';
	return '看不见的符号';
}
