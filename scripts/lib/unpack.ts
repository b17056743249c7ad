import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** The bytes a Brotli stream stands for. */
export const unpackBrotli = (bytes: Uint8Array): Buffer => brotliDecompressSync(bytes, { maxOutputLength: 1 << 30 });

const BLOCK = 512;

/** Writes the plain files of a tar archive below `folder`, keeping whether they are programs. Names that lead out of it are refused. */
export function unpackTar(archive: Buffer, folder: string): void {
	for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0; ) {
		const header = archive.subarray(at, at + BLOCK);
		const size = Number.parseInt(text(header, 124, 12), 8);
		const path = join(folder, text(header, 345, 155), text(header, 0, 100));
		if (relative(folder, path).startsWith('..')) throw new Error(`the archive holds a file outside its folder: ${path}`);
		if (['0', ''].includes(text(header, 156, 1))) {
			mkdirSync(dirname(path), { recursive: true });
			writeFileSync(path, archive.subarray(at + BLOCK, at + BLOCK + size), { mode: Number.parseInt(text(header, 100, 8), 8) & 0o777 });
		}
		at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
	}
}

function text(header: Buffer, from: number, length: number): string {
	const field = header.subarray(from, from + length);
	const end = field.indexOf(0);
	return field.toString('utf8', 0, end < 0 ? length : end).trim();
}
