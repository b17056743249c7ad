import { hash } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Finding } from '../schema/finding.ts';
import { isLeftover } from '../schema/leftover.ts';
import type { Edit, UploadEdit } from './edits.ts';
import { fileOfUrl, isUpload, type Read, Refused, type Source, urlOfFile } from './source.ts';

interface Changed {
	file: string;
	stat: string;
	/** A link is never followed: what is published must lie in the folder itself. */
	refused?: 'symlink';
}

/** The record in a folder. Only files whose size, times or inode changed are read again, and only a new content counts as an edit. */
export function folderSource(folder: string, read: Read): Source {
	return {
		changes(db) {
			const table = filesTable(db);
			const { changed, gone } = compare(folder, table);
			return {
				edits: edits(changed.filter(({ file, refused }) => refused || !isUpload(file))),
				uploads: uploads(changed.filter(({ file, refused }) => !refused && isUpload(file))),
				bytesOf: (url) => fs.readFileSync(join(folder, fileOfUrl(url))),
			};

			function* edits(files: Changed[]): Iterable<Edit> {
				for (const [file, id] of gone) {
					table.drop(file);
					if (id) yield { id, next: null, digest: '' };
				}
				const slips: Finding[] = [];
				for (const { file, stat, refused } of files) {
					const bytes = refused ? new Uint8Array() : fs.readFileSync(join(folder, file));
					const digest = hash('sha256', bytes);
					const was = table.find(file);
					if (was?.digest === digest) {
						table.keep(file, stat, digest, was.id);
						continue;
					}
					const found = read({ file, bytes, ...(refused ? { refused } : {}) });
					slips.push(...found.slips);
					const id = found.listed?.entry.id ?? null;
					table.keep(file, stat, digest, id);
					if (was?.id && was.id !== id) yield { id: was.id, next: null, digest: '' };
					if (found.listed) yield { id: id!, next: found.listed, digest };
				}
				if (slips.length) throw new Refused(slips);
			}

			function* uploads(files: Changed[]): Iterable<UploadEdit> {
				for (const [file] of gone) if (isUpload(file)) yield { url: urlOfFile(file), next: null };
				const slips: Finding[] = [];
				for (const { file, stat } of files) {
					const bytes = fs.readFileSync(join(folder, file));
					const digest = hash('sha256', bytes);
					slips.push(...read({ file, bytes }).slips);
					table.keep(file, stat, digest, null);
					yield { url: urlOfFile(file), next: { digest, bytes } };
				}
				if (slips.length) throw new Refused(slips);
			}
		},
	};
}

/** Which files changed since the table was written, and which are gone, with the ids of their records. */
function compare(folder: string, table: FilesTable): { changed: Changed[]; gone: Map<string, string | null> } {
	const known = table.all();
	const changed = filesUnder(folder, '').filter(({ file, stat }) => {
		const was = known.get(file);
		known.delete(file);
		return was?.stat !== stat;
	});
	return { changed, gone: new Map([...known].map(([file, { id }]) => [file, id])) };
}

/** Every file under a folder with what `stat` says of it, by name, without what a system leaves there. */
function filesUnder(root: string, folder: string): Changed[] {
	const entries = fs.readdirSync(join(root, folder), { withFileTypes: true }).filter(({ name }) => !isLeftover(name));
	return entries
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.flatMap((entry) => {
			const file = folder ? `${folder}/${entry.name}` : entry.name;
			if (entry.isDirectory()) return filesUnder(root, file);
			const { size, mtimeMs, ctimeMs, ino } = fs.lstatSync(join(root, file));
			return [{ file, stat: `${size} ${mtimeMs} ${ctimeMs} ${ino}`, ...(entry.isSymbolicLink() ? { refused: 'symlink' as const } : {}) }];
		});
}

type FilesTable = ReturnType<typeof filesTable>;

function filesTable(db: DatabaseSync) {
	const find = db.prepare('select digest, id from source_file where path = ?');
	const every = db.prepare('select path, stat, id from source_file');
	const put = db.prepare('insert or replace into source_file(path, stat, digest, id) values(?, ?, ?, ?)');
	const remove = db.prepare('delete from source_file where path = ?');
	return {
		find: (path: string) => find.get(path) as { digest: string; id: string | null } | undefined,
		all: () => new Map(every.all().map((row) => [row.path as string, { stat: row.stat as string, id: row.id as string | null }])),
		keep: (path: string, stat: string, digest: string, id: string | null) => void put.run(path, stat, digest, id),
		drop: (path: string) => void remove.run(path),
	};
}
