import { tablesIn } from '../text/blocks.ts';

/** One row of a table: its cells in a line, and the heads that stand over them. */
export interface TableRow {
	heads: string;
	row: string;
}

/** Every row of the tables in a text, as the page shows them. A number in a cell is known by the head of its column. */
export const rowsIn = (text: string): TableRow[] =>
	tablesIn(text).flatMap(({ head, rows }) => {
		const heads = lineOf(head ?? []);
		return rows.map(({ cells }) => ({ heads, row: lineOf(cells) }));
	});

const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
