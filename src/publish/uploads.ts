import type { DatabaseSync } from 'node:sqlite';
import { all, type Stretch, type UploadEdit } from './edits.ts';
import type { Files } from './renderer.ts';
import { withheldShelf } from './shelves.ts';

/** What of an upload the table keeps. */
interface Row {
	digest: string;
	shown: number;
}

/**
 * Keeps the table of uploads and their files. A file that only records name which were withdrawn, or are not for the web, is known and
 * not shown. Call when the records have been edited; `bytesOf` gives a file of which nothing changed but who names it.
 */
export function uploading(db: DatabaseSync, files: Files, bytesOf: (url: string) => Uint8Array) {
	const find = db.prepare('select digest, shown from upload where url = ?');
	const put = db.prepare('insert or replace into upload(url, digest, bytes, shown) values(?, ?, ?, ?)');
	const turn = db.prepare('update upload set shown = ? where url = ?');
	const drop = db.prepare('delete from upload where url = ?');
	const named = db.prepare('select 1 from shelf where name = ? and n > 0');

	const rowOf = (url: string) => find.get(url) as Row | undefined;
	const isShown = (url: string) => Number(named.get(url) !== undefined || named.get(withheldShelf(url)) === undefined);
	return {
		/** A file came, changed or went. */
		apply({ url, next }: UploadEdit): Stretch[] {
			const was = rowOf(url);
			const shown = isShown(url);
			if (was?.digest === next?.digest && (!next || was?.shown === shown)) return [];
			if (next) put.run(url, next.digest, next.bytes.length, shown);
			else drop.run(url);
			if (next && shown) files.put(url, next.bytes);
			else if (was?.shown) files.remove(url);
			return [all('upload', url)];
		},
		/** Other records name it than before. */
		renamed(url: string): Stretch[] {
			const was = rowOf(url);
			const shown = isShown(url);
			if (!was || was.shown === shown) return [];
			turn.run(shown, url);
			if (shown) files.put(url, bytesOf(url));
			else files.remove(url);
			return [all('upload', url)];
		},
	};
}

/** The upload a touched shelf is about, or null. */
export const uploadOf = ({ kind, name }: Stretch): string | null => (kind === 'ids' && /^~?\//.test(name) ? name.replace(/^~/, '') : null);
