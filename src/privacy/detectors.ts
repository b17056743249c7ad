import { circumstancesIn, SENSITIVE } from './circumstances.ts';
import { compact, readingsOf } from './disguises.ts';
import { type Allowed, type Found, keepsBack, outermost, type Placed } from './found.ts';
import { namedIn } from './named.ts';
import { numbersIn } from './numbers.ts';
import { MAY_NAME, namesIn } from './persons.ts';
import { roomsIn, roomsInName } from './rooms.ts';

/** What must not be on the open web. `what`: its Chinese name; `shown`: enough of it to find the place, and no more. */
export interface PersonalDatum {
	what: string;
	shown: string;
}

/** The personal data in a text that keep it back, through the usual disguises; each only once. `heads`: what stands over the text, if it is a row of a table. */
export const personalData = (text: string, allowed: Allowed = {}, heads = ''): PersonalDatum[] =>
	letPass(foundIn(text, heads), allowed)
		.filter(keepsBack)
		.map((found) => ({ what: found.what, shown: shownOf(found) }));

/** What of the data found was not let pass. */
export function letPass<F extends Found>(found: readonly F[], { lines, texts = [] }: Allowed): F[] {
	const passed = texts.length > 0 && found.length > 0 ? within(texts.map(compact)) : () => false;
	return found.filter(({ what, text, key }) => {
		if (OFFICES_HAVE.has(what) && (!lines || lines.has(key))) return false;
		return !passed(compact(text));
	});
}

/** Longer than any datum that is found. */
const LONGEST = 80;

/** Whether one of some texts holds another. What the texts hold is listed once for each length that is asked for. */
function within(texts: readonly string[]): (text: string) => boolean {
	const pieces = new Map<number, Set<string>>();
	return (text) => {
		const size = Math.min(text.length, LONGEST);
		if (!pieces.has(size))
			pieces.set(
				size,
				new Set(texts.flatMap((each) => Array.from({ length: Math.max(0, each.length - size + 1) }, (_, i) => each.slice(i, i + size)))),
			);
		return pieces.get(size)!.has(text.slice(0, size));
	};
}

/** What offices have too: only what is no office's is personal. @law 个人信息保护法 第二十五条；民法典 第一千零三十四条 */
const OFFICES_HAVE = new Set(['固定电话', '邮箱']);

/** Heads longer than this are no heads. */
const LONGEST_HEADS = 400;

/**
 * Everything in a text that might be a personal datum, fixed lines and mailboxes too. Takes as long as the text is, however it is made:
 * every detector looks a few signs around a place, and no datum is compared with all others.
 */
export function foundIn(text: string, heads = ''): Found[] {
	if (!MAY_HOLD.test(text) && !MAY_SPEAK.test(text)) return [];
	const over = heads.slice(0, LONGEST_HEADS);
	const found = new Map<string, Found>();
	for (const reading of readingsOf(text)) {
		const placed = lookedFor.flatMap(({ may, find }) => (may.test(reading) ? find(reading, over) : []));
		for (const { what, text, key } of outermost(placed, reading.length)) if (!found.has(key)) found.set(key, { what, text, key });
	}
	return [...found.values()];
}

/** What is looked for, and what a text must have at the least to be worth looking at. What stands first wins where two see the same signs. */
const lookedFor: readonly { may: RegExp; find: (text: string, heads: string) => Placed[] }[] = [
	{ may: /(?:[\dOoIl零〇○洞一幺壹二两贰三叁四肆五伍六陆七柒拐八捌九玖勾][^A-Za-z\u3400-\u9fff]{0,8}){7}/, find: numbersIn },
	{ may: /[A-Za-z@]|微|扣扣|企鹅|产权第|权证|产证|[证卡号]/, find: (text) => namedIn(text) },
	{ may: /./, find: (text) => [...roomsIn(text), ...circumstancesIn(text), ...namesIn(text)] },
];

/** Whatever is looked for has some digit, or a word that introduces a name. */
const MAY_HOLD = /[\p{N}零〇○一二三四五六七八九壹贰叁幺OolI@＠]|微|[VvWw]|[QqＱ]/u;

/** What is said of people needs no digit. */
const MAY_SPEAK = new RegExp(`${MAY_NAME.source}|${SENSITIVE.source}`);

/** The same in the name of a file, where rooms are written in letters. */
export const foundInName = (file: string): Found[] => {
	const found = foundIn(file);
	return [
		...found,
		...roomsInName(file)
			.filter(({ key }) => !found.some((other) => other.key === key))
			.map(({ what, text, key }) => ({ what, text, key })),
	];
};

/** The numbers and mailboxes of offices that a text names, as `Allowed.lines` has them: a fixed line with its area code and without. */
export const officeLinesIn = (text: string): string[] =>
	foundIn(text)
		.filter(({ what }) => OFFICES_HAVE.has(what))
		.flatMap(({ key }) => [...new Set([key, key.replace(/^0(?:10|2\d|\d{3})(?=\d{7,8}$)/, '')])]);

/** Enough of it to find the place: the first three and the last two signs, of a room the building. */
export const shownOf = ({ what, text }: Pick<Found, 'what' | 'text'>): string =>
	what === '住户明细' || what === '个人情况' || what === '姓名'
		? text.slice(0, 40)
		: what === '房号'
			? `${text.slice(0, 2)}…`
			: `${text.slice(0, 3)}…${text.slice(-2)}`;
