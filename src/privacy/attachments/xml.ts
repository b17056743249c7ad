import { Parser } from 'htmlparser2';

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

/** The lines of text in one part of an Office document, and what stands in those of its attributes that people fill in. */
export function textsIn(xml: string): string[] {
	const lines: string[] = [];
	let line = '';
	let inside = 0;
	const end = () => {
		if (line.trim()) lines.push(line.trim());
		line = '';
	};
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				const element = withoutPrefix(name);
				for (const [key, value] of Object.entries(attributes)) {
					const of = WRITTEN[withoutPrefix(key)];
					if (of && value && (of.length === 0 || of.includes(element))) lines.push(value);
				}
				if (PARAGRAPHS.has(element)) inside++;
				if (element === 'tab') line += '\t';
				if (element === 'br' || element === 'cr') line += '\n';
			},
			ontext(text) {
				line += text;
			},
			onclosetag(name) {
				const isParagraph = PARAGRAPHS.has(withoutPrefix(name));
				if (isParagraph) inside--;
				if (isParagraph || inside === 0) end();
			},
		},
		{ xmlMode: true, decodeEntities: true },
	);
	parser.end(xml);
	end();
	return lines;
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);
