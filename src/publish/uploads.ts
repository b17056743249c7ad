import type { DatabaseSync } from 'node:sqlite';
import { all, type Stretch, type UploadEdit } from './edits.ts';
import type { Files } from './renderer.ts';

/** Keeps the table of uploads and their files. */
export function uploading(db: DatabaseSync, files: Files): (edit: UploadEdit) => Stretch[] {
	const find = db.prepare('select digest from upload where url = ?');
	const put = db.prepare('insert or replace into upload(url, digest, bytes) values(?, ?, ?)');
	const drop = db.prepare('delete from upload where url = ?');
	return ({ url, next }) => {
		const was = find.get(url)?.digest;
		if (was === next?.digest) return [];
		if (next) {
			put.run(url, next.digest, next.bytes.length);
			files.put(url, next.bytes);
		} else {
			drop.run(url);
			files.remove(url);
		}
		return [all('upload', url)];
	};
}
