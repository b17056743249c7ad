import { foundIn } from '../detectors.ts';
import type { Found } from '../found.ts';
import { householdsIn, roomCellsIn } from '../households.ts';
import { Unreadable } from './budget.ts';
import { type Contents, type Text, troubled } from './contents.ts';
import { linesOf } from './plain.ts';
import type { Kind, Seen } from './seen.ts';

/** Looks into an upload: what in it might be personal, and what of it a program cannot read. Each reader is loaded when the first file wants it. */
export async function see(file: string, bytes: Uint8Array): Promise<Seen> {
	const kind = kindOf(file, bytes);
	// A reader that stumbles has not read the file.
	const { texts, unread, trouble } = await contentsOf(kind, file, bytes).catch((error) =>
		troubled(error instanceof Unreadable ? error.trouble : error instanceof RangeError ? 'heavy' : 'broken'),
	);
	return { kind, data: dataIn(texts), unread, ...(trouble ? { trouble } : {}) };
}

async function contentsOf(kind: Kind, file: string, bytes: Uint8Array): Promise<Contents> {
	switch (kind) {
		case 'pdf':
			return (await import('./pdf.ts')).readPdf(bytes);
		case 'docx':
		case 'xlsx':
			return (await import('./office.ts')).readOffice(bytes);
		case 'picture':
			return (await import('./picture.ts')).readPicture(bytes);
		case 'text':
			return { texts: linesOf(bytes), unread: [] };
		default:
			return troubled(/\.(?:docx|xlsx)$/i.test(file) && starts(bytes, 'd0cf11e0') ? 'locked' : 'kind');
	}
}

/** What a file is by its first bytes; only plain text goes by its name. */
export function kindOf(file: string, bytes: Uint8Array): Kind {
	if (starts(bytes, '255044462d')) return 'pdf';
	if (starts(bytes, 'ffd8ff') || starts(bytes, '89504e47') || (starts(bytes, '52494646') && latin(bytes, 8, 12) === 'WEBP'))
		return 'picture';
	if (starts(bytes, '504b0304')) {
		// The names of its parts stand at the end of the archive.
		const names = latin(bytes, 0, bytes.length);
		return names.includes('word/') ? 'docx' : names.includes('xl/') ? 'xlsx' : 'other';
	}
	return /\.(?:csv|txt)$/i.test(file) ? 'text' : 'other';
}

const starts = (bytes: Uint8Array, hex: string): boolean => Buffer.from(bytes.subarray(0, hex.length / 2)).toString('hex') === hex;
const latin = (bytes: Uint8Array, from: number, to: number): string =>
	Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', from, to);

/** What stands between the heads of a table that lost its form. */
const CELLS = /[|\t\s,，]/;

/** Each datum once, where it stands first. */
function dataIn(texts: readonly Text[]): Seen['data'] {
	const found = new Map<string, Found & { where: string }>();
	for (const { where, text, heads } of texts) {
		for (const each of [...householdsIn(text, CELLS), ...foundIn(text, heads), ...roomCellsIn(text, heads ?? '')])
			if (!found.has(`${each.what} ${each.key}`)) found.set(`${each.what} ${each.key}`, { ...each, where });
	}
	return [...found.values()];
}
