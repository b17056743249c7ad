/** Where the picture ends in a file that begins as one, by the rules of its format; null where that cannot be told. */
export function endOfPicture(bytes: Uint8Array): number | null {
	const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	try {
		if (view.readUInt16BE(0) === 0xffd8) return endOfJpeg(view);
		if (view.readUInt32BE(0) === 0x89504e47) return endOfPng(view);
		return view.toString('latin1', 0, 4) === 'RIFF' ? 8 + view.readUInt32LE(4) + (view.readUInt32LE(4) % 2) : null;
	} catch {
		return null;
	}
}

/** Chunks of a length and a name, up to `IEND`. */
function endOfPng(view: Buffer): number {
	let at = 8;
	for (;;) {
		const name = view.toString('latin1', at + 4, at + 8);
		at += 12 + view.readUInt32BE(at);
		if (name === 'IEND') return at;
	}
}

/** Segments of a marker and a length; behind a scan the picture itself, in which a marker is no zero and no restart. */
function endOfJpeg(view: Buffer): number {
	let at = 2;
	for (;;) {
		while (view.readUInt8(at) !== 0xff || isData(view.readUInt8(at + 1))) at++;
		const marker = view.readUInt8(at + 1);
		if (marker === 0xd9) return at + 2;
		at += marker === 0x01 ? 2 : 2 + view.readUInt16BE(at + 2);
	}
}

const isData = (next: number): boolean => next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
