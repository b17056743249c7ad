import { DatabaseSync } from 'node:sqlite';
import { digestOfFiles, project } from '../../src/publish/bundle.ts';
import { type Read, readFile } from '../../src/schema/reader.ts';
import type { FileAt } from './record.ts';

/** What decides how a file is read. */
const READER = ['src/basics', 'src/law', 'src/schema', 'package-lock.json'];

interface Named {
	file: string;
	blob: string;
}

/**
 * Remembers how files were read, since parsing them is most of what a check costs and a push changes few. Only good readings are
 * kept, under the name and the content of the file, and all are forgotten when the reader changes. Without the database, or with a
 * broken one, every file is read.
 */
export function readings(path: string) {
	const store = orNull(() => opened(path));
	const known = new Map<string, string>(orNull(() => store?.all()));
	const fresh: [string, string][] = [];
	const used = new Set<string>();

	return {
		has: (found: Named): boolean => known.has(keyOf(found)),
		read(found: FileAt): Read {
			const key = keyOf(found);
			const text = known.get(key);
			used.add(key);
			if (text && !found.refused) return JSON.parse(text) as Read;
			const read = readFile(found);
			if (read.findings.length === 0 && (read.entry || read.settings)) fresh.push([key, JSON.stringify(read)]);
			return read;
		},
		/** Writes down what was read for the first time and may stay, and forgets what is long out of use. */
		keep(mayStay: (key: string) => boolean = () => true): void {
			// Half may be left over from drafts and former versions before it is worth starting again.
			const isStale = known.size > 2 * used.size + 100;
			const staying = fresh.filter(([key]) => mayStay(key));
			orNull(() => store?.put(staying, isStale));
			orNull(() => store?.close());
		},
	};
}

/** What a reading is kept under. */
export const keyOf = ({ file, blob }: Named): string => `${blob} ${file}`;

/** Nobody is refused because the memory fails. */
function orNull<T>(run: () => T): T | null {
	try {
		return run();
	} catch {
		return null;
	}
}

function opened(path: string) {
	const db = new DatabaseSync(path, { timeout: 5000 });
	db.exec('create table if not exists reading(key text primary key, text text not null, reader text not null) strict, without rowid');
	const reader = digestOfFiles(project, READER);
	return {
		all: (): [string, string][] =>
			db
				.prepare('select key, text from reading where reader = ?')
				.all(reader)
				.map((row) => [row.key as string, row.text as string]),
		put(rows: readonly [string, string][], anew: boolean): void {
			db.exec('begin immediate');
			db.prepare('delete from reading where ? or reader <> ?').run(Number(anew), reader);
			const put = db.prepare('insert or replace into reading values(?, ?, ?)');
			for (const [key, text] of rows) put.run(key, text, reader);
			db.exec('commit');
		},
		close: () => db.close(),
	};
}
