import { Parser } from 'htmlparser2';
import type { Text } from './contents.ts';
import { textsIn } from './xml.ts';

/** A sheet of a workbook with what its cells are looked up in. */
export interface Sheet {
	where: string;
	xml: string;
	shared: readonly string[];
}

/** The sheets of a workbook by the names of their parts; hidden ones say so. */
export function sheetsOf(parts: Record<string, Uint8Array>): Map<string, Sheet> {
	const textAt = (name: string) => (parts[name] ? new TextDecoder().decode(parts[name]) : '');
	const shared = sharedIn(textAt('xl/sharedStrings.xml'));
	const targets = new Map<string, string>();
	each(textAt('xl/_rels/workbook.xml.rels'), 'Relationship', ({ Id = '', Target = '' }) =>
		targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`),
	);
	const sheets = new Map<string, Sheet>();
	each(textAt('xl/workbook.xml'), 'sheet', ({ name = '', state = 'visible', 'r:id': id = '' }) => {
		const part = targets.get(id);
		if (part && parts[part])
			sheets.set(part, { where: `${state === 'visible' ? '' : '隐藏的'}工作表“${name}”`, xml: textAt(part), shared });
	});
	// A sheet the workbook does not name is still in the file.
	for (const part of Object.keys(parts))
		if (/^xl\/worksheets\/[^/]+\.xml$/.test(part) && !sheets.has(part))
			sheets.set(part, { where: '没有列出的工作表', xml: textAt(part), shared });
	return sheets;
}

/** A title, a line about the period, then what stands over the columns. */
const HEADS = 3;

/** The rows of a sheet, each under its first rows; then its formulas, headers and footers. */
export function rowsOf({ where, xml, shared }: Sheet): Text[] {
	const rows: string[][] = [];
	let row: string[] = [];
	let kind = '';
	let value = '';
	let isValue = false;
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				if (name === 'row') row = [];
				else if (name === 'c') [kind, value] = [attributes.t ?? 'n', ''];
				else if (name === 'v' || name === 't') isValue = true;
			},
			ontext(text) {
				if (isValue) value += text;
			},
			onclosetag(name) {
				if (name === 'v' || name === 't') isValue = false;
				else if (name === 'c') row.push(cell(kind, value, shared));
				else if (name === 'row') rows.push(row);
			},
		},
		{ xmlMode: true, decodeEntities: true },
	);
	parser.end(xml);
	const heads = rows.slice(0, HEADS).flat().join(' ');
	const others = textsIn(xml.replace(/<sheetData.*?<\/sheetData>/s, (data) => (data.match(/<f[ >].*?<\/f>/gs) ?? []).join('')));
	return [
		...rows.map((cells) => ({ where, text: cells.join(' | '), heads })),
		...rows.flatMap((cells) => cells.filter((each) => each.length > 10).map((text) => ({ where, text, heads }))),
		...others.map((each) => ({ where, ...each })),
	];
}

function cell(kind: string, value: string, shared: readonly string[]): string {
	if (kind === 's') return shared[Number(value)] ?? '';
	// A long number is kept as 1.3800138E10.
	return kind === 'n' && /[eE]/.test(value) && Number.isSafeInteger(Number(value)) ? String(Number(value)) : value;
}

/** The strings that cells share, in their order. */
function sharedIn(xml: string): string[] {
	const strings: string[] = [];
	let text = '';
	let isText = false;
	const parser = new Parser(
		{
			onopentag(name) {
				if (name === 'si') text = '';
				isText = name === 't';
			},
			ontext(part) {
				if (isText) text += part;
			},
			onclosetag(name) {
				if (name === 't') isText = false;
				else if (name === 'si') strings.push(text);
			},
		},
		{ xmlMode: true, decodeEntities: true },
	);
	parser.end(xml);
	return strings;
}

function each(xml: string, element: string, visit: (attributes: Record<string, string>) => void): void {
	const parser = new Parser(
		{ onopentag: (name, attributes) => void (name === element && visit(attributes)) },
		{ xmlMode: true, decodeEntities: true },
	);
	parser.end(xml);
}
