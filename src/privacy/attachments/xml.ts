import { Parser } from 'htmlparser2';
import { type Budget, Unreadable } from './budget.ts';
import type { Text } from './contents.ts';

/** Within these a word or a number may be broken over several elements; elsewhere each element is a line. */
const PARAGRAPHS = new Set(['p', 'si', 'is', 'text']);
/** What stands in these is not seen on the page: without it the line is another. */
const UNSEEN = new Set(['delText', 'delInstrText', 'instrText', 'rPh']);
const VANISHES = new Set(['vanish', 'webHidden', 'specVanish']);
/** Attributes in which people write, and of which elements, if not of all: targets of links, names, bookmarks, alternative texts, formats of numbers, what a pivot table keeps. */
const WRITTEN: Record<string, readonly string[]> = {
	Target: ['Relationship'],
	name: ['sheet', 'definedName', 'docPr', 'cNvPr', 'tableColumn', 'cacheField', 'bookmarkStart', 'docVar', 'property'],
	comment: ['definedName'],
	v: ['s', 'n', 'd'],
	val: ['lid', 'alias', 'tag', 'docVar', 'default', 'statusText', 'helpText', 'tblCaption', 'tblDescription', 'listEntry'],
	value: ['listItem'],
	displayText: [],
	formatCode: [],
	string: ['textpath'],
	descr: [],
	title: [],
	author: [],
	displayName: [],
	tooltip: [],
	display: [],
	location: [],
	anchor: ['hyperlink'],
	alt: [],
	instr: ['fldSimple'],
	prompt: [],
	promptTitle: [],
	error: [],
	errorTitle: [],
};

export type Line = Omit<Text, 'where'>;

/** What is told of a part on the way through it, besides its lines. */
export interface Listening {
	/** the code of a field: `HYPERLINK "https://…"` */
	onField?(code: string): void;
	onFormula?(formula: string): void;
	onElement?(name: string, attributes: Record<string, string>): void;
	/** the cells of a sheet are read elsewhere */
	withoutCells?: boolean;
}

/**
 * The lines of text in one part of an Office document, each row of a table once more with its cells in a line and the first row over it,
 * and what stands in those of its attributes that people fill in. A line of which something is hidden is told with it and without.
 */
export function textsIn(xml: string, budget: Budget, { onField, onFormula, onElement, withoutCells = false }: Listening = {}): Line[] {
	const lines: Line[] = [];
	const tables: { heads: string | null; row: string[] | null }[] = [{ heads: null, row: null }];
	let [line, shown, code, formula] = ['', '', '', ''];
	let [inside, unseen, cells] = [0, 0, 0];
	let isVanished = false;
	let isRun = false;
	let isFormula = false;
	const tell = (text: string, heads?: string) => {
		if (!text) return;
		budget.read(text.length);
		lines.push(heads === undefined ? { text } : { text, heads: heads.slice(0, LONGEST_HEADS) });
	};
	const end = () => {
		const [text, seen] = [line.trim(), shown.trim()];
		[line, shown] = ['', ''];
		tell(text);
		if (seen !== text) tell(seen);
		if (text) tables.at(-1)!.row?.push(text);
		if (code) onField?.(code);
		code = '';
	};
	const endRow = (table: (typeof tables)[number]) => {
		const text = (table.row ?? []).join(' | ');
		table.row = null;
		tell(text, table.heads ?? undefined);
		table.heads ??= text;
	};
	const write = (text: string) => {
		line += text;
		if (unseen === 0 && !isVanished) shown += text;
	};
	walk(xml, budget, {
		onopentag(element, attributes) {
			onElement?.(element, attributes);
			for (const [key, value] of Object.entries(attributes)) {
				const of = Object.hasOwn(WRITTEN, key) ? WRITTEN[key]! : undefined;
				if (of && value && (of.length === 0 || of.includes(element))) tell(value);
			}
			if (attributes.instr) onField?.(attributes.instr);
			if (PARAGRAPHS.has(element)) inside++;
			if (UNSEEN.has(element)) unseen++;
			if (element === 'sheetData') cells++;
			if (element === 'f') isFormula = true;
			if (element === 'r') [isRun, isVanished] = [true, false];
			if (isRun && VANISHES.has(element) && !/^(?:0|false|off)$/.test(attributes.val ?? '')) isVanished = true;
			if (element === 'tbl') tables.push({ heads: null, row: null });
			if (element === 'tr') tables.at(-1)!.row = [];
			if (element === 'tab') write('\t');
			if (element === 'br' || element === 'cr') write('\n');
			if (element === 'sym') write(signOf(attributes.char));
		},
		ontext(text) {
			if (isFormula) formula += text;
			if (unseen > 0) code += text;
			if (!withoutCells || cells === 0 || isFormula) write(text);
		},
		onclosetag(element) {
			const isParagraph = PARAGRAPHS.has(element);
			if (isParagraph) inside--;
			if (isParagraph || inside === 0) end();
			if (UNSEEN.has(element)) unseen--;
			if (element === 'sheetData') cells--;
			if (element === 'f') {
				onFormula?.(formula);
				[isFormula, formula] = [false, ''];
			}
			if (element === 'r') [isRun, isVanished] = [false, false];
			if (element === 'tr') endRow(tables.at(-1)!);
			if (element === 'tbl' && tables.length > 1) tables.pop();
		},
		onaside: (text) => tell(text.trim()),
	});
	end();
	return lines;
}

/** Heads longer than this are no heads. */
export const LONGEST_HEADS = 400;

/** A sign of a font by its number; fonts of symbols have the plain ones once more from F000 on. */
const signOf = (hex = ''): string => {
	const code = Number.parseInt(hex, 16);
	return Number.isNaN(code) ? '' : String.fromCharCode(code >= 0xf000 && code < 0xf100 ? code - 0xf000 : code);
};

interface Visitor {
	onopentag?(element: string, attributes: Record<string, string>): void;
	ontext?(text: string): void;
	onclosetag?(element: string): void;
	/** what stands in comments and instructions */
	onaside?(text: string): void;
}

/** Goes through a part, with names without their prefixes. Throws `Unreadable` for what stands too deep, and for entities of the file's own. */
export function walk(xml: string, budget: Budget, { onopentag, ontext, onclosetag, onaside }: Visitor): void {
	// A document of Office never defines entities: what they stand for would not be read.
	if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Unreadable('odd');
	let depth = 0;
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				budget.deep(++depth);
				onopentag?.(withoutPrefix(name), withoutPrefixes(attributes));
			},
			...(ontext ? { ontext } : {}),
			onclosetag(name) {
				depth--;
				onclosetag?.(withoutPrefix(name));
			},
			...(onaside ? { oncomment: onaside, onprocessinginstruction: (name, data) => name !== '?xml' && onaside(data) } : {}),
		},
		{ xmlMode: true, decodeEntities: true },
	);
	parser.end(xml);
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);
const withoutPrefixes = (attributes: Record<string, string>): Record<string, string> =>
	Object.fromEntries(Object.entries(attributes).map(([name, value]) => [withoutPrefix(name), value]));

/** The text of a part in the encoding it says it is in. */
export function decoded(bytes: Uint8Array): string {
	const [first = 0, second = 0] = bytes;
	if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return new TextDecoder('utf-16le').decode(bytes);
	if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return new TextDecoder('utf-16be').decode(bytes);
	const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
	const [, encoding = 'utf-8'] = /<\?xml[^>]{0,150}encoding\s*=\s*["']([\w.:-]+)/.exec(head) ?? [];
	try {
		return new TextDecoder(encoding).decode(bytes);
	} catch {
		throw new Unreadable('odd');
	}
}
