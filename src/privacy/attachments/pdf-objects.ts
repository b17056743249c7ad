import { inflateSync, constants as zlib } from 'node:zlib';
import { type Budget, Unreadable } from './budget.ts';

/** A value of a PDF. Truth values and references to other objects tell us nothing and are null. */
export type Value = Name | string | number | Value[] | Dictionary | null;
/** A name such as `/Title`, with what `#` hides in it shown. */
export class Name {
	readonly name: string;
	constructor(name: string) {
		this.name = name;
	}
}
/** A string of a PDF is latin1 here, a byte a sign. */
export type Dictionary = Map<string, Value>;

export const isName = (value: Value | undefined, name?: string): boolean =>
	value instanceof Name && (name === undefined || value.name === name);

/** How often the bytes of a file are read before it is taken to be made to be read for ever. */
const OFTEN = 4;

/**
 * Every dictionary that stands anywhere in a PDF: in objects of now and of former versions, whether or not anything leads there, in trailers,
 * and in streams of objects. Streams of text are not looked into. What it takes grows with the file. Throws `Unreadable` for a stream of objects
 * that is packed as no program packs it, and for values too deep.
 * @param isLocked strings and streams are in a cipher: only names are to be read
 */
export function dictionariesIn(bytes: Uint8Array, budget: Budget, visit: (found: Dictionary) => void, isLocked = false): void {
	const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	let left = OFTEN * view.length + 1_000_000;
	const spend = (signs: number) => {
		left -= signs;
		if (left < 0) throw new Unreadable('odd');
	};
	let ending = -1;
	/** Where the stream ends that begins at a place; places are asked for in their order. */
	const endFrom = (from: number): number => {
		if (ending < from) ending = view.indexOf('endstream', from);
		if (ending < 0) ending = view.length;
		return ending;
	};
	for (const at of starts(view)) {
		const reader = readerOf(view, at, budget, visit);
		const value = reader.value();
		spend(reader.at - at + 16);
		if (!(value instanceof Map) || isLocked || !holdsObjects(value)) continue;
		const from = streamAt(view, reader.at);
		if (from === null) continue;
		const packed = view.subarray(from, endFrom(from));
		spend(packed.length);
		const unpacked = contentOf(value, packed, budget);
		if (isName(value.get('Subtype'), 'XML')) visit(new Map([['Metadata', withoutTags(unpacked.toString('utf8'))]]));
		else {
			const inner = readerOf(unpacked, 0, budget, visit);
			while (!inner.isOver()) inner.value();
		}
	}
}

/** Places behind `7 0 obj` and `trailer`. */
function* starts(view: Buffer): Generator<number> {
	for (let at = view.indexOf('obj'); at >= 0; at = view.indexOf('obj', at + 3))
		if (isBlank(view[at - 1]) || isDigit(view[at - 1])) yield at + 3;
	for (let at = view.indexOf('trailer'); at >= 0; at = view.indexOf('trailer', at + 7)) yield at + 7;
}

const holdsObjects = (value: Dictionary): boolean =>
	isName(value.get('Type'), 'ObjStm') || (value.has('N') && value.has('First')) || isName(value.get('Subtype'), 'XML');

/** Where the bytes of the stream begin behind its dictionary. */
function streamAt(view: Buffer, behind: number): number | null {
	let at = behind;
	while (isBlank(view[at])) at++;
	if (view.toString('latin1', at, at + 6) !== 'stream') return null;
	at += 6;
	if (view[at] === 13) at++;
	return view[at] === 10 ? at + 1 : at;
}

function contentOf(stream: Dictionary, packed: Buffer, budget: Budget): Buffer {
	const filters = [stream.get('Filter') ?? []].flat();
	const isPlain = [stream.get('DecodeParms') ?? stream.get('DP') ?? []]
		.flat()
		.every((each) => each === null || (each instanceof Map && Number(each.get('Predictor') ?? 1) <= 1));
	if (stream.has('Filter') && filters.some((each) => !isName(each, 'FlateDecode') && !isName(each, 'Fl'))) throw new Unreadable('odd');
	if (filters.length > 1 || !isPlain) throw new Unreadable('odd');
	if (filters.length === 0) {
		budget.unpack(packed.length);
		return packed;
	}
	try {
		const content = inflateSync(packed, { maxOutputLength: LARGEST, finishFlush: zlib.Z_SYNC_FLUSH });
		budget.unpack(content.length);
		return content;
	} catch (error) {
		if (error instanceof Unreadable) throw error;
		throw new Unreadable((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'large' : 'broken');
	}
}
/** One stream of objects unpacks to no more, in bytes. */
const LARGEST = 20_000_000;

/** What stands between the tags of some XML. */
export function withoutTags(xml: string): string {
	const pieces: string[] = [];
	for (let at = 0; at < xml.length; ) {
		const open = xml.indexOf('<', at);
		if (open < 0) {
			pieces.push(xml.slice(at));
			break;
		}
		if (open > at) pieces.push(xml.slice(at, open));
		const close = xml.indexOf('>', open);
		// What people write may stand in an attribute as well.
		const tag = xml.slice(open, close < 0 ? xml.length : close);
		if (tag.includes('=') && !tag.includes('xmlns')) pieces.push(tag.slice(tag.indexOf('=')));
		at = close < 0 ? xml.length : close + 1;
	}
	return pieces.join(' ');
}

const isBlank = (byte: number | undefined): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 0 || byte === 12;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;
/** Signs that end a word: blanks and `()<>[]{}/%`. */
const ENDS = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));
const endsWord = (byte: number | undefined): boolean => byte === undefined || isBlank(byte) || ENDS.has(byte);

/** Reads values from a place on. A word that belongs to no value (`endobj`) ends all that are open. */
function readerOf(view: Buffer, from: number, budget: Budget, visit: (found: Dictionary) => void) {
	let at = from;
	let isBroken = false;

	function skip(): void {
		for (;;) {
			while (isBlank(view[at])) at++;
			if (view[at] !== 37) return;
			while (at < view.length && view[at] !== 10 && view[at] !== 13) at++;
		}
	}

	function word(): string {
		const begin = at;
		while (!endsWord(view[at])) at++;
		return view.toString('latin1', begin, at);
	}

	function value(depth = 0): Value {
		budget.deep(depth);
		skip();
		const sign = view[at];
		if (sign === undefined) {
			isBroken = true;
			return null;
		}
		if (sign === 47) {
			at++;
			return new Name(word().replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))));
		}
		if (sign === 40) return text();
		if (sign === 60 && view[at + 1] === 60) return dictionary(depth);
		if (sign === 60) return hexText();
		if (sign === 91) return list(depth);
		if (ENDS.has(sign)) {
			at++;
			return null;
		}
		const found = word();
		if (/^[+-]?[\d.]+$/.test(found)) {
			const [reference] = REFERENCE.exec(view.toString('latin1', at, at + 24)) ?? [];
			at += reference?.length ?? 0;
			return reference ? null : Number(found);
		}
		// `R`, `true`, `null`; all else stands between objects.
		if (!/^(?:R|true|false|null)$/.test(found)) isBroken = true;
		return null;
	}

	function dictionary(depth: number): Dictionary {
		at += 2;
		const found: Dictionary = new Map();
		let key: string | null = null;
		while (!isBroken) {
			skip();
			if (view[at] === 62) {
				at += view[at + 1] === 62 ? 2 : 1;
				break;
			}
			const each = value(depth + 1);
			if (key === null) key = each instanceof Name ? each.name : null;
			else {
				// Of what stands twice, programs differ in which counts.
				if (found.has(key)) visit(new Map([[key, each]]));
				else found.set(key, each);
				key = null;
			}
		}
		visit(found);
		return found;
	}

	function list(depth: number): Value[] {
		at++;
		const found: Value[] = [];
		while (!isBroken) {
			skip();
			if (view[at] === 93) {
				at++;
				break;
			}
			const each = value(depth + 1);
			// A list of numbers is a place on the page.
			if (each !== null && typeof each !== 'number') found.push(each);
		}
		return found;
	}

	function text(): string {
		at++;
		const bytes: number[] = [];
		for (let open = 1; at < view.length; at++) {
			let byte = view[at]!;
			if (byte === 40) open++;
			else if (byte === 41 && --open === 0) break;
			else if (byte === 92) {
				const [escaped, length] = escapedAt(view, at + 1);
				at += length;
				if (escaped === null) continue;
				byte = escaped;
			}
			bytes.push(byte);
		}
		at++;
		return Buffer.from(bytes).toString('latin1');
	}

	function hexText(): string {
		const close = view.indexOf(62, at);
		const end = close < 0 ? view.length : close;
		const hex = view.toString('latin1', at + 1, end).replace(/[^0-9a-f]/gi, '');
		at = end + 1;
		return Buffer.from(hex.length % 2 ? `${hex}0` : hex, 'hex').toString('latin1');
	}

	return {
		value,
		get at() {
			return at;
		},
		/** In a stream of objects a word between them ends none of those that follow. */
		isOver(): boolean {
			isBroken = false;
			skip();
			return at >= view.length;
		},
	};
}

/** What follows the first number of `7 0 R`. */
const REFERENCE = /^\s+\d+\s+R(?![^\s()<>[\]{}/%])/;

const ESCAPED: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** What a backslash and what follows stand for, and how long that is; null: nothing, a line was only broken. */
function escapedAt(view: Buffer, at: number): [byte: number | null, length: number] {
	const [octal] = /^[0-7]{1,3}/.exec(view.toString('latin1', at, at + 3)) ?? [];
	if (octal) return [Number.parseInt(octal, 8) & 255, octal.length];
	if (view[at] === 13) return [null, view[at + 1] === 10 ? 2 : 1];
	if (view[at] === 10) return [null, 1];
	const sign = view[at] ?? 92;
	return [ESCAPED[String.fromCharCode(sign)] ?? sign, 1];
}
