import { budgetOf, Unreadable } from './budget.ts';
import type { Text } from './contents.ts';
import { LONGEST_HEADS } from './xml.ts';

/** The lines of a plain text; in a table each under the first line. Throws `Unreadable` for what is no text, and for a formula that runs something. */
export function linesOf(bytes: Uint8Array): Text[] {
	const text = decoded(bytes);
	// biome-ignore lint/suspicious/noControlCharactersInRegex: what holds these is another kind of file under the name of a text
	if (/[\0-\x08\x0e-\x1f\ufffd]/.test(text)) throw new Unreadable('odd');
	const budget = budgetOf();
	budget.read(text.length);
	if (RUNS.test(text)) throw new Unreadable('program');
	const lines = text.split(/\r\n?|\n/);
	const heads = (lines[0] ?? '').slice(0, LONGEST_HEADS);
	return lines.flatMap((text, i) => (text ? [{ where: `第${i + 1}行`, text, ...(/[,\t]/.test(heads) ? { heads } : {}) }] : []));
}

/** A cell that a spreadsheet program takes for a command: `=cmd|'/c calc'!A1`. */
const RUNS = /(?:^|[,\t"])\s*[=+@-][^,\t\n|]{0,60}\|'/m;

/** In UTF-8, in UTF-16 with its mark, or as older programs in China write it. */
function decoded(bytes: Uint8Array): string {
	const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
	if (mark) return new TextDecoder(mark).decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('gb18030').decode(bytes);
	}
}
