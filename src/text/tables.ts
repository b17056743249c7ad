/** A line of a text. `at`: which it is, counted from 1. */
export interface Line {
	text: string;
	at: number;
}

export type Side = 'left' | 'center' | 'right' | null;

/** A table as it is written: rows need not be of one length. */
export interface Table {
	/** null: no row stands over the others */
	head: string[] | null;
	/** of each column whose side is written */
	sides: Side[];
	rows: { cells: string[]; at: number }[];
	/** so many lines */
	taken: number;
}

/** The table that begins at a line: cells between upright strokes below a head, or rows of equal tabs. */
export const tableAt = (lines: readonly Line[], i: number): Table | null => strokedAt(lines, i) ?? tabbedAt(lines, i);

/** Whether a table begins at a line. */
export const startsTable = (lines: readonly Line[], i: number): boolean => isStroked(lines, i) || tabbedEnd(lines, i) > i;

const STROKE = /(?<!\\)\|/;
const BELOW_HEAD = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;

const isStroked = (lines: readonly Line[], i: number): boolean => {
	const below = lines[i + 1]?.text ?? '';
	return STROKE.test(lines[i]!.text) && below.includes('|') && BELOW_HEAD.test(below.trim());
};

function strokedAt(lines: readonly Line[], i: number): Table | null {
	if (!isStroked(lines, i)) return null;
	let end = i + 2;
	while (end < lines.length && STROKE.test(lines[end]!.text)) end++;
	const head = cellsOf(lines[i]!.text);
	return {
		head: head.some(Boolean) ? head : null,
		sides: cellsOf(lines[i + 1]!.text).map(sideOf),
		rows: lines.slice(i + 2, end).map(({ text, at }) => ({ cells: cellsOf(text), at })),
		taken: end - i,
	};
}

const cellsOf = (row: string): string[] =>
	row
		.trim()
		.replace(/^\|/, '')
		.replace(/(?<!\\)\|$/, '')
		.split(STROKE)
		.map((cell) => cell.trim());

const sideOf = (sign: string): Side =>
	sign.endsWith(':') ? (sign.startsWith(':') ? 'center' : 'right') : sign.startsWith(':') ? 'left' : null;

/** `一、` `（二）` `1.` `1.1` `①` before a tab: a numbered line that was copied from a document. */
const NUMBERED = /^\s*(?:[(（]?[一二三四五六七八九十百\d]+[)）、．.]|\d+(?:\.\d+)+|[①-⑳])$/;

/** Rows copied from a spreadsheet. Empty cells at the end of a row may have been lost on the way. */
function tabbedAt(lines: readonly Line[], i: number): Table | null {
	const end = tabbedEnd(lines, i);
	if (end === i) return null;
	const rows = lines.slice(i, end).map(({ text, at }) => ({ cells: text.split('\t').map((cell) => cell.trim()), at }));
	const hasHead = !rows[0]!.cells.some((cell) => /^[¥￥$]?[-−－]?\d[\d,，]*(?:\.\d\d元?|元)$/.test(cell));
	return { head: hasHead ? rows[0]!.cells : null, sides: [], rows: hasHead ? rows.slice(1) : rows, taken: end - i };
}

/** Where the rows of equal tabs end that begin at a line; that line where there are none. */
function tabbedEnd(lines: readonly Line[], i: number): number {
	const tabs = tabsIn(lines[i]!.text);
	if (tabs === 0) return i;
	let end = i;
	while (end < lines.length && hasCells(lines[end]!.text) && tabsIn(lines[end]!.text) <= tabs) end++;
	return end - i > 1 ? end : i;
}

const tabsIn = (text: string): number => text.split('\t').length - 1;

/** Tabs between cells, not only before a line, and not only behind its number. */
function hasCells(text: string): boolean {
	if (!text.trimStart().includes('\t')) return false;
	const cells = text.split('\t');
	return cells.length > 2 || !NUMBERED.test(cells[0]!);
}
