import { tablesIn } from '../text/blocks.ts';
import type { Check, Said } from './check.ts';
import { textsOf, type Written } from './texts.ts';

/** A cell under no head says nothing: in `结果 | 面积` above `同意 | 4321.00 | 85.2%` nobody knows of what it is a share. */
export const tableCells: Check = {
	id: 'table-cells',
	kind: 'slip',
	asks: '正文的表格里，每一格上面都有表头吗？',
	run: (records) => records.all.flatMap((entry) => textsOf(entry).flatMap((written) => inText(entry.file, written))),
};

function inText(file: string, { field, text, line }: Written): Said[] {
	return tablesIn(text).flatMap(({ head, rows }) =>
		rows
			.filter(({ cells }) => head && cells.length > head.length)
			.map(({ cells, at }) => ({
				file,
				field,
				...(line ? { line: line + at - 1 } : {}),
				problem: `第${at}行的表格有${cells.length}格，表头只有${head!.length}格，多出“${cells.slice(head!.length).join('、').slice(0, 30)}”。`,
				fix: '给多出来的一格在表头补上名目，或者并到别的格子里；格子里要写竖线的，写成 \\|。',
			})),
	);
}
