import type { Budget } from './budget.ts';
import type { Text } from './contents.ts';
import { decoded, type Listening, LONGEST_HEADS, textsIn, walk } from './xml.ts';

/** A sheet of a workbook with what its cells are looked up in. */
export interface Sheet {
	where: string;
	xml: string;
	shared: readonly string[];
}

/** The sheets of a workbook by the names of their parts; hidden ones say so. */
export function sheetsOf(parts: ReadonlyMap<string, Uint8Array>, budget: Budget): Map<string, Sheet> {
	const textAt = (name: string) => {
		const bytes = parts.get(name);
		return bytes ? decoded(bytes) : '';
	};
	const shared = sharedIn(textAt('xl/sharedStrings.xml'), budget);
	const targets = new Map<string, string>();
	each(textAt('xl/_rels/workbook.xml.rels'), 'Relationship', budget, ({ Id = '', Target = '' }) =>
		targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`),
	);
	const sheets = new Map<string, Sheet>();
	each(textAt('xl/workbook.xml'), 'sheet', budget, ({ name = '', state = 'visible', id = '' }) => {
		const part = targets.get(id);
		if (part && parts.has(part))
			sheets.set(part, { where: `${state === 'visible' ? '' : '隐藏的'}工作表“${name}”`, xml: textAt(part), shared });
	});
	// A sheet the workbook does not name is still in the file.
	for (const part of parts.keys())
		if (/^xl\/worksheets\/[^/]+\.xml$/.test(part) && !sheets.has(part))
			sheets.set(part, { where: '没有列出的工作表', xml: textAt(part), shared });
	return sheets;
}

/** A title, a line about the period, then what stands over the columns. */
const HEADS = 3;
/** A cell as long as this is looked at by itself too, without its neighbours. */
const LONG_CELL = 10;

/** The rows of a sheet, each under its first rows; long cells by themselves, each text once; then its formulas, headers and footers. */
export function rowsOf({ where, xml, shared }: Sheet, budget: Budget, listening: Listening): Text[] {
	const rows: string[] = [];
	const long = new Set<string>();
	let heads = '';
	let row: string[] = [];
	let [kind, value, spoken] = ['', '', ''];
	let [isValue, isSpoken] = [false, false];
	const add = (text: string) => {
		// The same long text may be called by many cells.
		budget.read(text.length + 3);
		row.push(text);
		if (text.length > LONG_CELL) long.add(text);
	};
	walk(xml, budget, {
		onopentag(element, { t = 'n' }) {
			if (element === 'row') row = [];
			else if (element === 'c') [kind, value] = [t, ''];
			else if (element === 'v' || element === 't') isValue = true;
			else if (element === 'rPh') isSpoken = true;
		},
		ontext(text) {
			if (isValue && isSpoken) spoken += text;
			else if (isValue) value += text;
		},
		onclosetag(element) {
			if (element === 'v' || element === 't') isValue = false;
			else if (element === 'rPh') isSpoken = false;
			else if (element === 'c') {
				add(cell(kind, value, shared));
				if (spoken) add(spoken);
				spoken = '';
			} else if (element === 'row') {
				const text = row.join(' | ');
				if (rows.push(text) <= HEADS) heads = `${heads} ${row.join(' ')}`.slice(0, LONGEST_HEADS);
			}
		},
	});
	const others = textsIn(xml, budget, { ...listening, withoutCells: true });
	return [
		...rows.map((text) => ({ where, text, heads })),
		...[...long].map((text) => ({ where, text, heads })),
		...others.map((each) => ({ where, ...each })),
	];
}

function cell(kind: string, value: string, shared: readonly string[]): string {
	if (kind === 's') return shared[Number(value)] ?? '';
	// A long number is kept as 1.3800138E10.
	return kind === 'n' && /[eE]/.test(value) && Number.isSafeInteger(Number(value)) ? String(Number(value)) : value;
}

/** The strings that cells share, in their order, without what is only said how to speak them. */
function sharedIn(xml: string, budget: Budget): string[] {
	const strings: string[] = [];
	let text = '';
	let [isText, isSpoken] = [false, false];
	walk(xml, budget, {
		onopentag(element) {
			if (element === 'si') text = '';
			if (element === 'rPh') isSpoken = true;
			isText = element === 't';
		},
		ontext(part) {
			if (isText && !isSpoken) text += part;
		},
		onclosetag(element) {
			if (element === 't') isText = false;
			else if (element === 'rPh') isSpoken = false;
			else if (element === 'si') strings.push(text);
		},
	});
	return strings;
}

const each = (xml: string, element: string, budget: Budget, visit: (attributes: Record<string, string>) => void): void =>
	walk(xml, budget, { onopentag: (name, attributes) => void (name === element && visit(attributes)) });
