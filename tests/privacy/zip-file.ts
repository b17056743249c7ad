import { crc32 } from 'node:zlib';

/** One part of an archive as it is written, whatever is true of it. Nothing is packed. */
export interface Entry {
	name: string;
	data: Buffer;
	/** what the archive says of its size */
	size?: number;
	flags?: number;
	/** it is said to begin where another does */
	sameAs?: number;
}

export const entry = (name: string, text: string): Entry => ({ name, data: Buffer.from(text) });

/** An archive just as it is told, so that it can say what is not so. */
export function rawZip(entries: readonly Entry[]): Uint8Array {
	const parts: Buffer[] = [];
	const list: Buffer[] = [];
	const starts: number[] = [];
	let at = 0;
	for (const { name, data, size = data.length, flags = 0, sameAs } of entries) {
		const word = Buffer.from(name);
		// flags, method, time, day, sum, packed, size, length of the name, of what is more
		const facts = Buffer.alloc(26);
		facts.writeUInt16LE(flags, 0);
		facts.writeUInt32LE(crc32(data), 8);
		facts.writeUInt32LE(data.length, 12);
		facts.writeUInt32LE(size, 16);
		facts.writeUInt16LE(word.length, 20);
		starts.push(sameAs === undefined ? at : starts[sameAs]!);
		if (sameAs === undefined) {
			const part = Buffer.concat([Buffer.from('504b03041400', 'hex'), facts.subarray(0, 24), word, data]);
			parts.push(part);
			at += part.length;
		}
		const place = Buffer.alloc(14);
		place.writeUInt32LE(starts.at(-1)!, 10);
		list.push(Buffer.concat([Buffer.from('504b010214001400', 'hex'), facts.subarray(0, 24), place, word]));
	}
	const listed = Buffer.concat(list);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(listed.length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...parts, listed, end]);
}
