import type { Entry } from '../schema/index.ts';

/** What of a record is written with the marks of `docs/text.md`: its text, and that of a notice in other languages. */
export interface Written {
	field: string;
	text: string;
	/** the line of the file where it begins, where it is known */
	line?: number;
}

/** Every text of a record that may hold headings, lists and tables. All other fields are shown as they are. */
export function textsOf(entry: Entry): Written[] {
	const { body, bodyLine } = entry;
	const languages = entry.collection === 'notices' ? entry.data.languages : [];
	return [
		{ field: 'body', text: body, ...(bodyLine ? { line: bodyLine } : {}) },
		...languages.map(({ text = '' }, i): Written => ({ field: `languages[${i + 1}].text`, text })),
	];
}
