import { readingsOf } from './disguises.ts';
import type { Allowed, Found } from './found.ts';
import { linesIn, numbersIn } from './numbers.ts';
import { roomsIn } from './rooms.ts';

/** What must not be on the open web. `what`: its Chinese name; `shown`: enough of it to find the place, and no more. */
export interface PersonalDatum {
	what: string;
	shown: string;
}

/** The personal data in a text, through the usual disguises; each only once. `heads`: what stands over the text, if it is a row of a table. */
export const personalData = (text: string, allowed: Allowed = {}, heads = ''): PersonalDatum[] =>
	letPass(foundIn(text, heads), allowed).map((found) => ({ what: found.what, shown: shownOf(found) }));

/** What of the data found was not let pass. */
export function letPass<F extends Found>(found: readonly F[], { lines, texts = [] }: Allowed): F[] {
	const passed = texts.map(compact);
	return found.filter(({ what, text, key }) => {
		if (OFFICES_HAVE.has(what) && (!lines || lines.has(key) || [...lines].some((line) => line.endsWith(key)))) return false;
		return !passed.some((each) => each.includes(compact(text)));
	});
}

/** What offices have too: only what is no office's is personal. @law 个人信息保护法 第二十五条；民法典 第一千零三十四条 */
const OFFICES_HAVE = new Set(['固定电话', '邮箱']);

/** Everything in a text that might be a personal datum, fixed lines and mailboxes too. */
export function foundIn(text: string, heads = ''): Found[] {
	if (!MAY_HOLD.test(text)) return [];
	const found = new Map<string, Found>();
	for (const reading of readingsOf(text))
		for (const each of lookedFor.flatMap(({ may, find }) => (may.test(reading) ? find(reading, heads) : [])))
			if (![...found.keys()].some((known) => known.includes(each.key))) found.set(each.key, each);
	return [...found.values()];
}

/** What is looked for, and what a text must have at the least to be worth looking at. */
const lookedFor: readonly { may: RegExp; find: (text: string, heads: string) => Found[] }[] = [
	{
		may: /(?:[\dOoIl零〇○洞一幺壹二两贰三叁四肆五伍六陆七柒拐八捌九玖勾][^\p{Script=Han}\p{L}]{0,8}){7}/u,
		find: (text, heads) => [...numbersIn(text, heads), ...linesIn(text)],
	},
	{ may: /[A-Za-z@]|微|扣扣|企鹅|产权第|权证|产证/, find: (text) => named(text) },
	{ may: /\d{3}|[零〇○一二三四五六七八九]{3}/, find: (text) => roomsIn(text) },
];

/** Whatever is looked for has some digit, or a word that introduces a name. */
const MAY_HOLD = /[\p{N}零〇○一二三四五六七八九壹贰叁幺OolI@＠]|微|[VvWw]|[QqＱ]/u;

/** The numbers and mailboxes of offices that a text names, as `Allowed.lines` has them. */
export const officeLinesIn = (text: string): string[] =>
	foundIn(text)
		.filter(({ what }) => OFFICES_HAVE.has(what))
		.map(({ key }) => key);

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

interface Named {
	what: string;
	pattern: RegExp;
	holds?: (found: string, around: string) => boolean;
}

/** What has a name or a form of its own beside its digits. */
const detectors: readonly Named[] = [
	{
		what: '车牌号',
		pattern: new RegExp(
			`[${PROVINCES}]\\s?[A-HJ-NP-Za-hj-np-z][·•.\\s-]{0,2}(?:[A-HJKa-hjk][A-HJ-NP-Za-hj-np-z0-9]\\d{4}|\\d{5}[A-HJKa-hjk]|[A-HJ-NP-Za-hj-np-z0-9]{4}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳])(?![A-Za-z0-9])`,
			'g',
		),
		holds: (found) => (found.match(/\d/g)?.length ?? 0) >= 2 && !/\s(?:19|20)\d\d/.test(found),
	},
	{
		what: '微信号',
		pattern:
			/(?:(?:微|薇|威|维)\s?信(?!公众|群|支付|小程序)(?:号码?|账号|[Ii][Dd])?|(?<![A-Za-z0-9])(?:[VvWw][Xx]|[Ww]e[Cc]hat|weixin)号?(?=\s*[:：为是=]|\s+[A-Za-z]\w*\d|[a-z]*\d)|[Vv]\s?信号?|加\s?[Vv])\s*[:：为是=]?\s*(?![Ww]e[Cc]hat|[Ww]eixin)[A-Za-z][-_A-Za-z0-9]{5,19}/g,
	},
	{
		what: 'QQ号',
		pattern: /(?:[Qq][\s._-]?[Qq]|扣扣|企鹅)(?!群)号?码?\s*[:：为是=]?\s*[1-9](?:[\s-]?\d){4,10}(?![\d年])/g,
		holds: (found) => !/12345$/.test(found),
	},
	{ what: 'QQ号', pattern: /(?<![\w.])[1-9]\d{4,10}@(?:[Qq]{2}|foxmail)\.com/g },
	{
		what: '邮箱',
		pattern:
			/(?<![\w.+-])[A-Za-z][\w.+-]*@(?:qq|163|126|yeah|sina|sohu|139|189|gmail|outlook|hotmail|foxmail|icloud|aliyun|live|vip\.\w+)\.(?:com|net|cn)(?:\.cn)?/gi,
	},
	{
		what: '不动产权证号',
		pattern: new RegExp(`[${PROVINCES}]\\s?[(（〔[]\\s?\\d{4}\\s?[)）〕\\]].{2,14}?不动产权第?\\s?\\d{5,12}\\s?号?`, 'g'),
	},
	{ what: '房产证号', pattern: /(?:房权证|房产证|所有权证)[^\d，。；\n]{0,10}第?\s?\d{6,12}\s?号?/g },
];

/** Each has a letter, a sign or one of these words: most Chinese sentences have none. */
const MAY_BE_NAMED = /[A-Za-z@]|扣扣|企鹅|产权|房权证|房产证|所有权证/;

const named = (text: string): Found[] =>
	(MAY_BE_NAMED.test(text) ? detectors : []).flatMap(({ what, pattern, holds }) =>
		[...text.matchAll(pattern)]
			.filter((match) => (holds ? holds(match[0], text.slice(Math.max(0, match.index - 20), match.index + match[0].length + 20)) : true))
			.map((match): Found => ({ what, text: match[0], key: compact(match[0]).toLowerCase() })),
	);

/** Without what may stand between the signs of a number. */
const compact = (text: string): string =>
	readingsOf(text)
		.at(0)!
		.replace(/[\s\-‐-―−.·•、,，:：()（）]/g, '')
		.toLowerCase();

/** Enough of it to find the place: the first three and the last two signs, of a room the building. */
export const shownOf = ({ what, text }: Pick<Found, 'what' | 'text'>): string =>
	what === '住户明细' ? text.slice(0, 40) : what === '房号' ? `${text.slice(0, 2)}…` : `${text.slice(0, 3)}…${text.slice(-2)}`;
