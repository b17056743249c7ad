import { Converter } from 'opencc-js/t2cn';
import type { Passage } from '../../src/search/passages.ts';

/**
 * The records that hold every word of a query, told without the index: by looking into each text. A word is held where it stands in one
 * block, punctuation and blanks aside, and neither cuts a number nor a run of letters; a lone run of letters may go on.
 */
export function holding(passages: readonly Passage[], query: string): Passage[] {
	const patterns = plain(query)
		.split(/\s+/)
		.map(patternOf)
		.filter((pattern) => pattern !== null);
	return passages.filter(({ text }) => {
		const lines = linesOf(text);
		return patterns.length > 0 && patterns.every((pattern) => lines.some((line) => pattern.test(line)));
	});
}

const simplified = Converter({ from: 't', to: 'cn' });
/** A Chinese comma parts two numbers, as in “11:00，2栋”; made plain it would look like one that groups thousands. */
const plain = (text: string) => simplified(text).replace(/，/g, '；').normalize('NFKC').toLowerCase();

const kept = new Map<string, string[]>();

function linesOf(text: string): string[] {
	const lines = kept.get(text) ?? text.split('\n').map(plain);
	kept.set(text, lines);
	return lines;
}

function patternOf(word: string): RegExp | null {
	const atoms = word.match(/\p{Script=Han}|[a-z]+|\d[\d,]*\d|\d/gu);
	if (!atoms) return null;
	const isLone = atoms.length === 1;
	return new RegExp(atoms.map((atom) => sourceOf(atom, isLone)).join('[^\\p{L}\\p{N}]*'), 'u');
}

function sourceOf(atom: string, isLone: boolean): string {
	if (/^[a-z]/.test(atom)) return `(?<![a-z])${atom}${isLone ? '' : '(?![a-z])'}`;
	if (/^\d/.test(atom)) return `(?<!\\d,?)${atom.replace(/,/g, '').split('').join(',?')}(?!,?\\d)`;
	return atom;
}
