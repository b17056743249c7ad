import { joined, runningOn } from './lines.ts';
import { type Line, startsTable, type Table, tableAt } from './tables.ts';

/** What a text is made of. Lines and cells are still to be read for bold and links. */
export type Block =
	| { kind: 'heading'; level: number; text: string }
	| { kind: 'paragraph'; lines: string[] }
	| { kind: 'list'; isNumbered: boolean; items: Item[] }
	| { kind: 'quote'; blocks: Block[] }
	| { kind: 'table'; table: Table }
	| { kind: 'rule' };

/** `number`: as it is written; null in a list with bullets. */
export interface Item {
	number: number | null;
	blocks: Block[];
}

/** The blocks of a text of our dialect of Markdown, which `docs/text.md` writes down. Nothing in a text is an error. */
export const blocksOf = (text: string): Block[] =>
	blocksIn(
		text.split('\n').map((text, i): Line => ({ text, at: i + 1 })),
		0,
	);

/** The tables of a text, wherever they stand in it. */
export const tablesIn = (text: string): Table[] => (/[|\t]/.test(text) ? blocksOf(text).flatMap(tablesOf) : []);

const tablesOf = (block: Block): Table[] => {
	if (block.kind === 'table') return [block.table];
	if (block.kind === 'quote') return block.blocks.flatMap(tablesOf);
	return block.kind === 'list' ? block.items.flatMap(({ blocks }) => blocks.flatMap(tablesOf)) : [];
};

const HEADING = /^\s*(#{1,6})\s+(?!\\\s*$)(\S.*)$/;
const RULE = /^\s*-{3,}\s*$/;
const BULLET = /^(\s*)([-*])[ \t]+(?!\\\s*$)(\S.*)$/;
const NUMBER = /^(\s*)(0|[1-9]\d{0,2})\.[ \t]+(?!\\\s*$)(\S.*)$/;
const QUOTE = /^\s*>(?: (.*)|)$/;
/** `120.00` `¥3,000元` `5万元` `12%` `85`: a sign before it is the sum's own. */
const SUM = /^[¥￥$]?\s?\d[\d,，]*(?:\.\d+)?\s*(?:[元万亿%％]|$)|^[¥￥$]?\s?\d[\d,，]*\.\d\d(?!\d)/;

/** Nobody sets lists so deep: what stands deeper is text. */
const DEEPEST = 8;

function blocksIn(lines: readonly Line[], depth: number): Block[] {
	const blocks: Block[] = [];
	for (let i = 0; i < lines.length; ) {
		const read =
			depth > DEEPEST || isBlank(lines[i]!)
				? null
				: (headingAt(lines, i) ?? listAt(lines, i, depth) ?? quoteAt(lines, i, depth) ?? tableBlock(lines, i));
		const { block, taken } = read ?? paragraphAt(lines, i);
		if (block) blocks.push(block);
		i += taken;
	}
	return blocks;
}

interface Read {
	block: Block | null;
	taken: number;
}

/** Nothing is seen of a backslash that ends a line. */
const isBlank = ({ text }: Line): boolean => bare(text) === '';

function headingAt(lines: readonly Line[], i: number): Read | null {
	const { text } = lines[i]!;
	if (RULE.test(text)) return { block: { kind: 'rule' }, taken: 1 };
	const [, signs, heading] = HEADING.exec(text) ?? [];
	return signs ? { block: { kind: 'heading', level: signs.length, text: bare(heading!) }, taken: 1 } : null;
}

/** Where an item begins: how far in, its number, and what follows. */
function itemOf({ text }: Line): { indent: number; number: number | null; rest: string; width: number } | null {
	const [, blanks = '', sign, rest = ''] = BULLET.exec(text) ?? NUMBER.exec(text) ?? [];
	if (sign === undefined || RULE.test(text)) return null;
	const isBullet = sign === '-' || sign === '*';
	if (isBullet && SUM.test(rest)) return null;
	const indent = widthOf(blanks);
	return { indent, number: isBullet ? null : Number(sign), rest, width: indent + sign.length + (isBullet ? 1 : 2) };
}

/** Blanks before a line, a tab as four. An ideographic blank begins a paragraph, and sets nothing in. */
const widthOf = (blanks: string): number => blanks.replaceAll('\t', '    ').replaceAll('\u3000', '').length;
const indentOf = ({ text }: Line): number => widthOf(/^\s*/.exec(text)![0]);

const withoutIndent = ({ text, at }: Line, width: number): Line => {
	const [blanks] = /^[ \t]*/.exec(text)!;
	return { text: ' '.repeat(Math.max(0, widthOf(blanks) - width)) + text.slice(blanks.length), at };
};

/** Items of one kind, with what is set in below them: at least two blanks further than the sign of the first. */
function listAt(lines: readonly Line[], start: number, depth: number): Read | null {
	const first = itemOf(lines[start]!);
	if (!first) return null;
	const isNumbered = first.number !== null;
	const isInside = (line: Line) => indentOf(line) >= first.indent + 2;
	const isSibling = (line: Line | undefined) => {
		const item = line && !isInside(line) ? itemOf(line) : null;
		return item !== null && (item.number !== null) === isNumbered;
	};
	const items: Item[] = [];
	let i = start;
	for (;;) {
		const item = itemOf(lines[i]!)!;
		const inside: Line[] = [{ text: item.rest, at: lines[i]!.at }];
		for (i++; i < lines.length; ) {
			const next = written(lines, i);
			// With the blank lines before it: to look for what follows from each of them would take as long as they are many, times itself.
			const taken = next < lines.length && isInside(lines[next]!) ? next - i + 1 : runningInto(inside.at(-1)!, lines, i);
			if (taken === 0) break;
			for (const line of lines.slice(i, i + taken)) inside.push(withoutIndent(line, item.width));
			i += taken;
		}
		items.push({ number: item.number, blocks: blocksIn(inside, depth + 1) });
		const next = written(lines, i);
		if (!isSibling(lines[next])) break;
		i = next;
	}
	return { block: { kind: 'list', isNumbered, items }, taken: i - start };
}

/** The next line that is not blank, from `i` on; behind the last where there is none. */
function written(lines: readonly Line[], i: number): number {
	let at = i;
	while (at < lines.length && isBlank(lines[at]!)) at++;
	return at;
}

/** How many lines from `i` on only go on with the sentence of the line above. */
function runningInto(above: Line, lines: readonly Line[], i: number): number {
	if (isBlank(lines[i]!) || startsBlock(lines, i)) return 0;
	return runningOn([bare(above.text), ...shownFrom(lines, i)]).indexOf(false);
}

function quoteAt(lines: readonly Line[], start: number, depth: number): Read | null {
	if (!startsQuote(lines[start]!)) return null;
	let end = start;
	while (end < lines.length && QUOTE.test(lines[end]!.text)) end++;
	const inside = lines.slice(start, end).map(({ text, at }): Line => ({ text: QUOTE.exec(text)![1] ?? '', at }));
	return { block: { kind: 'quote', blocks: blocksIn(inside, depth + 1) }, taken: end - start };
}

function startsQuote({ text }: Line): boolean {
	const rest = bare(QUOTE.exec(text)?.[1] ?? '');
	return rest !== '' && !SUM.test(rest);
}

function tableBlock(lines: readonly Line[], i: number): Read | null {
	const table = tableAt(lines, i);
	return table && { block: { kind: 'table', table }, taken: table.taken };
}

const startsBlock = (lines: readonly Line[], i: number): boolean =>
	RULE.test(lines[i]!.text) ||
	HEADING.test(lines[i]!.text) ||
	itemOf(lines[i]!) !== null ||
	startsQuote(lines[i]!) ||
	startsTable(lines, i);

function paragraphAt(lines: readonly Line[], start: number): Read {
	if (isBlank(lines[start]!)) return { block: null, taken: 1 };
	const shown = shownFrom(lines, start);
	return { block: { kind: 'paragraph', lines: joined(shown).flatMap(broken) }, taken: shown.length };
}

/** The lines of a paragraph. */
function shownFrom(lines: readonly Line[], start: number): string[] {
	let end = start + 1;
	while (end < lines.length && !isBlank(lines[end]!) && !startsBlock(lines, end)) end++;
	return lines.slice(start, end).map(({ text }) => bare(text));
}

/** A line without the blanks around it and the backslash that may end it. */
const bare = (text: string): string =>
	text
		.trim()
		.replace(/(?<!\\)\\$/, '')
		.trimEnd();

/** `<br>` ends a line, here and in a cell. */
export const broken = (line: string): string[] => line.split(/(?<!\\)<br\s*\/?>/i).map((part) => part.trim());
