import fs from 'node:fs';
import { join } from 'node:path';
import { isLeftover } from '../schema/leftover.ts';
import { LARGEST, type RecordFile } from '../schema/reader.ts';

/** Every file under a folder of records, by name. Links and files too large are named but not read; what a system leaves there is left out. */
export function* recordFiles(root: string, folder = ''): Generator<RecordFile> {
	const found = fs.readdirSync(join(root, folder), { withFileTypes: true }).filter((f) => !isLeftover(f.name));
	for (const { name } of found.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const file = folder ? `${folder}/${name}` : name;
		const stat = fs.lstatSync(join(root, file));
		if (stat.isDirectory()) yield* recordFiles(root, file);
		else if (!stat.isFile()) yield { file, bytes: NONE, refused: 'symlink' };
		else if (stat.size > (file.startsWith('uploads/') ? LARGEST.upload : LARGEST.record)) yield { file, bytes: NONE, refused: 'large' };
		else if (file.startsWith('uploads/')) yield { file, bytes: NONE };
		else yield { file, bytes: fs.readFileSync(join(root, file)) };
	}
}

const NONE = new Uint8Array();
