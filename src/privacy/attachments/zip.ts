import { crc32, inflateRawSync } from 'node:zlib';
import { type Budget, Unreadable } from './budget.ts';

/** One part of an archive, as the list at its end tells it. */
interface Listed {
	name: string;
	flags: number;
	method: number;
	crc: number;
	packed: number;
	size: number;
	start: number;
}

/** First bytes of the pieces of an archive, as little-endian numbers. */
const SIGN = { part: 0x04034b50, listed: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 } as const;
const FLAG = { locked: 0x0041, sizeBehind: 0x0008, utf8: 0x0800 } as const;
/** A descriptor behind a part of which the size was not known before: with or without its signature, in 32 or 64 bits. */
const DESCRIPTORS = [12, 16, 20, 24];

/**
 * The parts of an archive by their names. Nothing is taken that two programs could read in two ways: every byte of the file belongs to
 * one part or to the list of them, no name stands twice or leads elsewhere, sizes and sums are what is said of them. Throws `Unreadable`.
 */
export function unzipped(bytes: Uint8Array, budget: Budget): Map<string, Uint8Array> {
	const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	try {
		const listed = listIn(view, budget);
		const parts = new Map<string, Uint8Array>();
		const names = new Set<string>();
		for (const part of listed) {
			if (isElsewhere(part.name) || names.has(part.name.toLowerCase())) throw new Unreadable('odd');
			names.add(part.name.toLowerCase());
			if (!part.name.endsWith('/')) parts.set(part.name, unpacked(view, part, budget));
		}
		return parts;
	} catch (error) {
		if (error instanceof RangeError) throw new Unreadable('broken');
		throw error;
	}
}

/** `../`, `/etc`, `C:\`, also behind signs that stand for others. */
const isElsewhere = (name: string): boolean =>
	name === '' || /^\/|\\|\0|:|(?:^|\/)\.\.?(?:\/|$)|%(?:2e|2f|5c|00)/i.test(name) || name.includes('//');

/** The list at the end, if what is listed fills the file from its first byte to the list. */
function listIn(view: Buffer, budget: Budget): Listed[] {
	const end = view.lastIndexOf(Buffer.from('504b0506', 'hex'));
	if (end < 0) throw new Unreadable('broken');
	if (end + 22 + view.readUInt16LE(end + 20) !== view.length) throw new Unreadable('odd');
	const wide = end >= 20 && view.readUInt32LE(end - 20) === SIGN.locator64 ? Number(view.readBigUInt64LE(end - 12)) : null;
	if (wide !== null && view.readUInt32LE(wide) !== SIGN.end64) throw new Unreadable('odd');
	const count = wide === null ? view.readUInt16LE(end + 10) : Number(view.readBigUInt64LE(wide + 32));
	const from = wide === null ? view.readUInt32LE(end + 16) : Number(view.readBigUInt64LE(wide + 48));
	budget.part(count);
	const listed: Listed[] = [];
	let at = from;
	for (let i = 0; i < count; i++) {
		if (view.readUInt32LE(at) !== SIGN.listed) throw new Unreadable('odd');
		listed.push(listedAt(view, at));
		at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
	}
	if (at !== (wide ?? end)) throw new Unreadable('odd');
	expectFilled(view, listed, from);
	return listed;
}

function listedAt(view: Buffer, at: number): Listed {
	const [nameLength, moreLength] = [view.readUInt16LE(at + 28), view.readUInt16LE(at + 30)];
	const flags = view.readUInt16LE(at + 8);
	const name = view.toString(flags & FLAG.utf8 ? 'utf8' : 'latin1', at + 46, at + 46 + nameLength);
	const wide = wideIn(view.subarray(at + 46 + nameLength, at + 46 + nameLength + moreLength));
	const number = (place: number) => {
		const value = view.readUInt32LE(place);
		return value === 0xffffffff ? (wide.shift() ?? value) : value;
	};
	const size = number(at + 24);
	const packed = number(at + 20);
	const start = number(at + 42);
	return { name, flags, method: view.readUInt16LE(at + 10), crc: view.readUInt32LE(at + 16), packed, size, start };
}

/** The numbers that were too large for their places, or that a program always keeps so. */
function wideIn(more: Buffer): number[] {
	for (let at = 0; at + 4 <= more.length; at += 4 + more.readUInt16LE(at + 2))
		if (more.readUInt16LE(at) === 1) {
			const field = more.subarray(at + 4, at + 4 + more.readUInt16LE(at + 2));
			return Array.from({ length: Math.floor(field.length / 8) }, (_, i) => Number(field.readBigUInt64LE(8 * i)));
		}
	return [];
}

/** Throws unless the parts lie one behind the other, with nothing before, between, and up to `end`. */
function expectFilled(view: Buffer, listed: readonly Listed[], end: number): void {
	let at = 0;
	for (const part of [...listed].sort((a, b) => a.start - b.start)) {
		const behind = part.start - at;
		if (behind !== 0) throw new Unreadable('odd');
		at = dataAt(view, part) + part.packed;
		if (part.flags & FLAG.sizeBehind) at += descriptorAt(view, at, end);
	}
	if (at !== end) throw new Unreadable('odd');
}

/** How long the descriptor behind a part is: up to where the next part, or the list, begins. */
function descriptorAt(view: Buffer, at: number, end: number): number {
	const length = DESCRIPTORS.find((each) => at + each === end || (at + each < end && view.readUInt32LE(at + each) === SIGN.part));
	if (length === undefined) throw new Unreadable('odd');
	return length;
}

/** Where the bytes of a part begin. Its own head must call it what the list calls it. */
function dataAt(view: Buffer, { name, flags, method, start }: Listed): number {
	if (view.readUInt32LE(start) !== SIGN.part) throw new Unreadable('odd');
	const from = start + 30;
	const to = from + view.readUInt16LE(start + 26);
	if (view.toString(flags & FLAG.utf8 ? 'utf8' : 'latin1', from, to) !== name) throw new Unreadable('odd');
	if (view.readUInt16LE(start + 8) !== method) throw new Unreadable('odd');
	return to + view.readUInt16LE(start + 28);
}

function unpacked(view: Buffer, part: Listed, budget: Budget): Uint8Array {
	const { flags, method, packed, size, crc } = part;
	if (flags & FLAG.locked || method === 99) throw new Unreadable('locked');
	if (method !== 0 && method !== 8) throw new Unreadable('odd');
	budget.unpack(size);
	const from = dataAt(view, part);
	if (from + packed > view.length) throw new Unreadable('broken');
	const data = view.subarray(from, from + packed);
	const bytes = method === 0 ? data : inflated(data, size);
	if (bytes.length !== size) throw new Unreadable('odd');
	if (crc32(bytes) !== crc) throw new Unreadable('broken');
	return bytes;
}

function inflated(data: Buffer, size: number): Buffer {
	try {
		const { buffer, engine } = inflateRawSync(data, { maxOutputLength: Math.max(1, size), info: true }) as unknown as {
			buffer: Buffer;
			engine: { bytesWritten: number };
		};
		if (engine.bytesWritten !== data.length) throw new Unreadable('odd');
		return buffer;
	} catch (error) {
		if (error instanceof Unreadable) throw error;
		throw new Unreadable((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'odd' : 'broken');
	}
}
