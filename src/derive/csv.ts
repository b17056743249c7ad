/** One cell: text and numbers as they are, a flag as 是 or 否, nothing as nothing. */
export type Cell = string | number | boolean | null | undefined;

/** A column: what stands above it, and its cell of one row. */
export interface Column<Row> {
	title: string;
	of(row: Row): Cell;
}

/**
 * A table as CSV (RFC 4180: UTF-8 with a byte order mark so that a spreadsheet reads the Chinese, CRLF at the end of every line).
 * Days and amounts stay as the record writes them, `2026-03-10` and `12800.00`; text that a spreadsheet would run as a formula is kept text.
 */
export function csv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
	const lines = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ of }) => of(row)))];
	return `\uFEFF${lines.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('')}`;
}

/** A number as anyone may write it; it may begin with a sign and is still no formula. */
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** What a spreadsheet takes for the beginning of a formula, the full-width signs included, also after blanks. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]|^\s+[=+\-@＝＋－＠]/;

function cellText(cell: Cell): string {
	const text = cell === null || cell === undefined ? '' : typeof cell === 'boolean' ? (cell ? '是' : '否') : String(cell);
	const guarded = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
	return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
