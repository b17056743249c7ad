import type { Trouble } from './seen.ts';

/** What a file says, part by part, and what of it a program cannot read. */
export interface Contents {
	texts: readonly Text[];
	/** where something is to be read that is no text: `第2页` */
	unread: readonly string[];
	trouble?: Trouble;
}

/** A part of a file: where it stands, and for a row of a table the heads above it. */
export interface Text {
	where: string;
	text: string;
	heads?: string;
}

/** A file that gave nothing but trouble. */
export const troubled = (trouble: Trouble): Contents => ({ texts: [], unread: [], trouble });

/** A page or a sheet with fewer letters than this and a picture on it is a scan with a stamp of the scanner. */
export const FEW_LETTERS = 30;

/** How many letters and digits a text has that a person could read; many are enough to know. */
export function lettersIn(text: string): number {
	let letters = 0;
	for (const _ of text.slice(0, ENOUGH).matchAll(/[\p{L}\p{N}]/gu)) letters++;
	return letters;
}
const ENOUGH = 100_000;
