import sharp from 'sharp';
import { Unreadable } from './budget.ts';
import type { Contents } from './contents.ts';
import { endOfPicture } from './picture-end.ts';

/** What a camera or an editor wrote into a picture. What the picture shows is for a person to look at. Throws `Unreadable`. */
export async function readPicture(bytes: Uint8Array): Promise<Contents> {
	const { exif, xmp, iptc, comments = [] } = await metadataOf(bytes);
	const end = endOfPicture(bytes);
	// What stands behind a picture is shown by no program, and read by others.
	if (end !== null && bytes.subarray(end).filter((byte) => byte > 0x20 && byte !== 0xff).length > REST) throw new Unreadable('odd');
	const notes = [exif, xmp, iptc].map((each) => (each ? printable(each) : '')).concat(comments.map(({ text }) => text));
	const isPlaced = (exif ? holdsPlace(exif) : false) || notes.some((note) => /GPSL(?:at|ong)itude/.test(note));
	return {
		texts: [{ where: '照片的附注', text: notes.join('\n') }],
		unread: ['图片'],
		...(isPlaced ? { trouble: 'place' as const } : {}),
	};
}

/** Word leaves a few bytes behind the small picture of a document. No number is so short. */
const REST = 6;

async function metadataOf(bytes: Uint8Array) {
	try {
		return await sharp(bytes, { limitInputPixels: false }).metadata();
	} catch {
		throw new Unreadable('broken');
	}
}

/** Tag 0x8825 of the first directory points to where the picture was taken. */
const GPS = 0x8825;

/** Whether an EXIF block (`Exif\0\0`, then TIFF) says where. */
function holdsPlace(exif: Buffer): boolean {
	const tiff = exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif;
	if (tiff.length < 8) return false;
	const isLittle = tiff.toString('latin1', 0, 2) === 'II';
	const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
	const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
	return Array.from({ length: Math.min(500, short(first)) }, (_, i) => short(first + 2 + 12 * i)).includes(GPS);
}

/** What of some bytes a person could read, in UTF-8 and in UTF-16. */
export const printable = (bytes: Uint8Array): string =>
	['utf-8', 'utf-16le']
		.map(
			(encoding) =>
				new TextDecoder(encoding)
					.decode(bytes)
					.match(/[\p{Script=Han}\p{ASCII}]{4,}/gu)
					?.join(' ') ?? '',
		)
		.join('\n')
		.replace(/\p{Cc}+/gu, ' ');
