import sharp from 'sharp';

/** A photograph of a page is readable at this width, and a quarter of what a camera gives. */
const WIDEST = 2400;
/** A picture that unpacks to more than this is no photograph. */
const MOST_PIXELS = 80_000_000;

/** The picture alone: turned upright as its EXIF said, then without EXIF, place, camera and comments. Null for one that cannot be opened. */
export async function repainted(bytes: Uint8Array, kind: 'jpeg' | 'png' | 'webp'): Promise<Uint8Array | null> {
	try {
		const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
			.rotate()
			.resize({ width: WIDEST, height: WIDEST, fit: 'inside', withoutEnlargement: true });
		const painted = kind === 'jpeg' ? picture.jpeg({ quality: 84 }) : kind === 'png' ? picture.png() : picture.webp({ quality: 84 });
		return await painted.toBuffer();
	} catch {
		return null;
	}
}
