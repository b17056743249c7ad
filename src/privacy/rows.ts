/** One row of a table: its cells in a line, and the heads that stand over them. */
export interface TableRow {
	heads: string;
	row: string;
}

/** Every row of the tables in a Markdown text. A number in a cell is known by the head of its column. */
export function rowsIn(markdown: string): TableRow[] {
	const rows: TableRow[] = [];
	let heads = '';
	let last = '';
	for (const line of markdown.split('\n')) {
		if (!line.includes('|')) heads = '';
		else if (/^[\s|:-]+$/.test(line) && line.includes('-')) heads = last;
		else if (heads) rows.push({ heads, row: line });
		last = line;
	}
	return rows;
}
