/**
 * What must be seen of a text, read from its source by the table of `docs/text.md` alone: nothing here comes from the renderer. Each line, cell
 * and item is one text; bold stands between ⟦ and ⟧. Blanks are no signs.
 */
export function seenInSource(source: string): string[] {
	const seen: string[] = [];
	const lines = source.split('\n');
	for (let i = 0; i < lines.length; ) {
		const quoted = quotedLines(lines, i);
		const taken = quoted > 0 ? 0 : tableRows(lines, i);
		if (taken > 0) seen.push(...lines.slice(i, i + taken).flatMap((row, n) => cells(row, n === 1)));
		else if (quoted > 0)
			seen.push(
				...seenInSource(
					lines
						.slice(i, i + quoted)
						.map(unquoted)
						.join('\n'),
				),
			);
		else {
			const end = endOfSentence(lines, i);
			const { kept, rest } = marked(lines[i]!);
			const whole = [rest, ...lines.slice(i + 1, end)].map(bare).join('');
			const [first = '', ...others] = whole.split(/(?<!\\)<br *\/?>/i).map((part) => signs(part.trim()));
			if (!/^\s*-{3,}\s*$/.test(rest)) seen.push(kept + first, ...others);
			i = end;
			continue;
		}
		i += taken || quoted;
	}
	return seen.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

const bare = (line: string) =>
	line
		.trim()
		.replace(/(?<!\\)\\$/, '')
		.trimEnd();

/** The marks before a line: those that are seen (a number) and those that are not. */
function marked(line: string): { kept: string; rest: string; isMarked: boolean; isHeading: boolean } {
	let kept = '';
	let rest = line;
	let isMarked = false;
	for (;;) {
		const item = /^\s*([-*]|(?:0|[1-9]\d?\d?)\.)[ \t]+(?=\S)(?!\\\s*$)/.exec(rest);
		if (!item || /^\s*-{3,}\s*$/.test(rest)) break;
		const after = rest.slice(item[0].length);
		if (item[1]!.length === 1 && isSum(after)) break;
		if (item[1]!.length > 1) kept += `${item[1]} `;
		rest = after;
		isMarked = true;
	}
	const quote = isMarked && !isSum(rest.replace(/^\s*> /, '')) ? /^\s*> (?=\s*\S)(?!\s*\\\s*$)/.exec(rest) : null;
	if (quote)
		return {
			kept: kept + marked(rest.slice(quote[0].length)).kept,
			rest: marked(rest.slice(quote[0].length)).rest,
			isMarked,
			isHeading: true,
		};
	const heading = /^\s*#{1,6}\s+(?=\S)(?!\\\s*$)/.exec(rest);
	const isRule = /^\s*-{3,}\s*$/.test(rest);
	return {
		kept,
		rest: heading ? rest.slice(heading[0].length) : rest,
		isMarked: isMarked || heading !== null || isRule,
		isHeading: heading !== null || isRule,
	};
}

/** `120.00元`: the sign before it is its own. */
const isSum = (text: string): boolean => {
	const [, digits] = /^[¥￥$]?\s?(\d[\d,，]*(?:\.\d+)?)/.exec(text.trim()) ?? [];
	if (digits === undefined) return false;
	const after = text
		.trim()
		.replace(/^[¥￥$]?\s?/, '')
		.slice(digits.length)
		.trim();
	return after === '' || '元万亿%％'.includes(after[0]!) || /\.\d\d$/.test(digits);
};

const isQuoted = (line: string) => /^\s*>( .*)?$/.test(line);
const unquoted = (line: string) => line.replace(/^\s*> ?/, '');
function quotedLines(lines: readonly string[], i: number): number {
	const first = bare(unquoted(lines[i]!));
	if (!isQuoted(lines[i]!) || first === '' || isSum(first)) return 0;
	const end = lines.findIndex((line, at) => at > i && !isQuoted(line));
	return (end < 0 ? lines.length : end) - i;
}

function tableRows(lines: readonly string[], i: number): number {
	const hasStroke = (line: string | undefined) => line?.replace(/\\\|/g, '').includes('|') === true;
	if (marked(lines[i]!).isMarked) return 0;
	const below = lines[i + 1]?.trim() ?? '';
	if (hasStroke(lines[i]) && below.includes('|') && /^\|?(\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?$/.test(below)) {
		let end = i + 2;
		while (hasStroke(lines[end])) end++;
		return end - i;
	}
	const tabs = (line: string | undefined) => (line?.trimStart().includes('\t') ? line.split('\t').length - 1 : 0);
	let end = i;
	while (tabs(lines[end]) > 0 && tabs(lines[end]) <= tabs(lines[i])) end++;
	return end - i > 1 ? end - i : 0;
}

function cells(row: string, isSecond: boolean): string[] {
	if (row.includes('\t')) return row.split('\t').flatMap(inCell);
	if (isSecond) return [];
	return row
		.trim()
		.replace(/^\||(?<!\\)\|$/g, '')
		.split(/(?<!\\)\|/)
		.flatMap(inCell);
}
const inCell = (cell: string): string[] =>
	cell
		.trim()
		.split(/(?<!\\)<br *\/?>/i)
		.map((part) => signs(part.trim()));

/** Behind the last line of a sentence that a program broke. */
function endOfSentence(lines: readonly string[], i: number): number {
	const texts = [marked(lines[i]!).isHeading ? '' : bare(marked(lines[i]!).rest)];
	let end = i + 1;
	for (; end < lines.length; end++) {
		const { isMarked } = marked(lines[end]!);
		if (bare(lines[end]!) === '' || isMarked || tableRows(lines, end) > 0 || quotedLines(lines, end) > 0) break;
		texts.push(bare(lines[end]!));
	}
	let last = 0;
	// What runs on must come to a stop before it ends.
	for (let to = 1; to < texts.length && breaksOff(texts[to - 1]!, texts[to]!); to++) if (/[，、。；：！？…]/.test(texts[to]!)) last = to;
	return i + last + 1;
}

const HAN = /\p{Script=Han}/u;
const hasLabel = (line: string) => /^[^，、。；：！？\s]{1,12}[：:]/.test(line);
const breaksOff = (above: string, below: string): boolean =>
	HAN.test([...above].at(-1) ?? '') &&
	HAN.test([...below][0] ?? '') &&
	!hasLabel(below) &&
	!/^([一二三四五六七八九十百]+[、．.]|第[一二三四五六七八九十百零〇]+[章节条款项])/.test(below) &&
	above.length >= (hasLabel(above) ? 16 : 5) &&
	above.length + 2 >= below.length;

/** The signs of a line without what makes links, pictures and bold. */
function signs(line: string): string {
	const out: { text: string; from: number; isStars: boolean }[] = [];
	for (let i = 0; i < line.length; ) {
		const rest = line.slice(i);
		const escaped = /^\\([!-/:-@[-`{-~])/.exec(rest);
		const picture = /^!\[[^[\]]*\]\(\/uploads\/[\w./-]+\)/.exec(rest);
		const link = /^\[((?:\\.|[^[\]\\])+)\]\((?:https?:\/\/|mailto:|tel:|\/(?![/\\])|#)[^\s()<>"]*\)/.exec(rest);
		const stars = /^\*+/.exec(rest);
		const noPicture = !picture && rest.startsWith('![');
		const [text, taken] = escaped
			? [escaped[1]!, 2]
			: picture
				? ['', picture[0].length]
				: link
					? [signs(link[1]!), link[0].length]
					: stars
						? [stars[0], stars[0].length]
						: noPicture
							? ['![', 2]
							: [rest[0]!, 1];
		out.push({ text, from: i, isStars: stars !== null });
		i += taken;
	}
	const twos = out.filter(({ text, isStars }) => isStars && text.length === 2);
	const before = ({ from }: { from: number }) => line[from - 1] ?? '';
	const next = ({ from }: { from: number }) => line[from + 2] ?? '';
	const isWord = (sign: string) => /[\p{L}\p{N}]/u.test(sign);
	const cannotBegin = (stars: { from: number }) => !/\S/.test(next(stars)) || '，、。；：！？…,.;:!?）)》〉」』】”’'.includes(next(stars));
	const isPair = twos.length % 2 === 0 && twos.every((stars, i) => i > 0 || !cannotBegin(stars));
	let open: (typeof twos)[number] | null = null;
	for (const stars of twos) {
		const canClose = /\S/.test(before(stars)) && !'（(《〈「『【“‘'.includes(before(stars));
		if (open && canClose) {
			const covers = [SURNAMES, /[A-Za-z0-9栋幢座楼层元号室]/].some((left) => left.test(before(open!)) && left.test(before(stars)));
			const [head, inside, after] = [line.slice(0, open.from), line.slice(open.from + 2, stars.from), line.slice(stars.from + 2)];
			const areNamed = /[、，。；：,;和与及]/.test(inside);
			const leaves = isWord(before(open)) ? areNamed || isRest(inside) || isRest(after) : head.trim() !== '' && areNamed && isRest(inside);
			if (!covers && !leaves) [open.text, stars.text] = ['⟦', '⟧'];
			open = null;
		} else if (!cannotBegin(stars)) {
			if (!isWord(before(stars)) || (isPair && (isWord(next(stars)) || '《〈「『【“‘'.includes(next(stars))))) open = stars;
		}
	}
	return out.map(({ text }) => text).join('');
}

/** What is left of a firm, a place or a number that is covered. */
const isRest = (text: string) =>
	/^[号室栋幢座楼层元单条款项路弄巷街省市区县镇乡村社厂店人户]/.test(text) || /^(公司|有限|物业|集团|银行|花园|小区|先生|女士)/.test(text);

/** The surnames that the tests cover. */
const SURNAMES = /[张李王赵陈]/;
