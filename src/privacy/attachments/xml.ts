import { Parser } from 'htmlparser2';
import type { Text } from './contents.ts';

/** Within these a word or a number may be broken over several elements; elsewhere each element is a line. */
const PARAGRAPHS = new Set(['p', 'si', 'is', 'text']);
/** Attributes in which people write, and of which elements, if not of all: targets of links, names, alternative texts, what a pivot table keeps. */
const WRITTEN: Record<string, readonly string[]> = {
	Target: ['Relationship'],
	name: ['sheet', 'definedName', 'docPr', 'cNvPr', 'tableColumn', 'cacheField'],
	v: ['s', 'n', 'd'],
	val: ['lid', 'alias', 'tag'],
	descr: [],
	title: [],
	author: [],
	displayName: [],
	tooltip: [],
	display: [],
	alt: [],
};

type Line = Omit<Text, 'where'>;

/**
 * The lines of text in one part of an Office document, each row of a table once more with its cells in a line and the first row over it,
 * and what stands in those of its attributes that people fill in.
 */
export function textsIn(xml: string): Line[] {
	const lines: Line[] = [];
	let line = '';
	let inside = 0;
	let heads: string | null = null;
	let row: string[] | null = null;
	const end = () => {
		const text = line.trim();
		line = '';
		if (!text) return;
		lines.push({ text });
		row?.push(text);
	};
	const endRow = () => {
		const text = (row ?? []).join(' | ');
		row = null;
		lines.push(heads === null ? { text } : { text, heads });
		heads ??= text;
	};
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				const element = withoutPrefix(name);
				for (const [key, value] of Object.entries(attributes)) {
					const of = WRITTEN[withoutPrefix(key)];
					if (of && value && (of.length === 0 || of.includes(element))) lines.push({ text: value });
				}
				if (PARAGRAPHS.has(element)) inside++;
				if (element === 'tbl') heads = null;
				if (element === 'tr') row = [];
				if (element === 'tab') line += '\t';
				if (element === 'br' || element === 'cr') line += '\n';
			},
			ontext(text) {
				line += text;
			},
			onclosetag(name) {
				const element = withoutPrefix(name);
				const isParagraph = PARAGRAPHS.has(element);
				if (isParagraph) inside--;
				if (isParagraph || inside === 0) end();
				if (element === 'tr') endRow();
			},
		},
		{ xmlMode: true, decodeEntities: true },
	);
	parser.end(xml);
	end();
	return lines;
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);
