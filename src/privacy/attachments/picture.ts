import sharp from 'sharp';
import { type Contents, troubled } from './contents.ts';

/** What a camera or an editor wrote into a picture. What the picture shows is for a person to look at. */
export async function readPicture(bytes: Uint8Array): Promise<Contents> {
	try {
		const { exif, xmp, iptc, comments = [] } = await sharp(bytes, { limitInputPixels: false }).metadata();
		const notes = [exif, xmp, iptc].map((each) => (each ? printable(each) : '')).concat(comments.map(({ text }) => text));
		const isPlaced = (exif ? holdsPlace(exif) : false) || notes.some((note) => /GPSL(?:at|ong)itude/.test(note));
		return {
			texts: [{ where: '照片的附注', text: notes.join('\n') }],
			unread: ['图片'],
			...(isPlaced ? { trouble: 'place' as const } : {}),
		};
	} catch {
		return troubled('broken');
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

const printable = (bytes: Buffer): string =>
	[bytes.toString('utf8'), bytes.toString('utf16le')]
		.map((text) => text.match(/[\p{Script=Han}\p{ASCII}]{4,}/gu)?.join(' ') ?? '')
		.join('\n')
		.replace(/\p{Cc}+/gu, ' ');
