import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { factsOf } from './publish.ts';
import { tableNames, tables } from './tables.ts';

/** Opens the publisher's store. A file that is no database (a disk that was full, a copy cut short) is thrown away: it can be made again. */
export function openDatabase(file: string): DatabaseSync {
	try {
		return opened(file);
	} catch (error) {
		if (!/not a database|malformed/.test(String(error))) throw error;
		for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
		return opened(file);
	}
}

function opened(file: string): DatabaseSync {
	const db = new DatabaseSync(file, { timeout: 60_000 });
	db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -65536; pragma temp_store = memory');
	db.prepare('select count(*) from sqlite_schema').get();
	return db;
}

/** Empties the tables unless this engine filled them; says whether everything has to be read and rendered again. */
export function ready(db: DatabaseSync, engine: string): { refill: boolean } {
	const known = db.prepare("select 1 from sqlite_schema where name = 'fact'").get() && factsOf(db).get('engine');
	if (known === engine) return { refill: false };
	for (const name of tableNames) db.exec(`drop table if exists ${name}`);
	db.exec(tables);
	factsOf(db).set('engine', engine);
	return { refill: true };
}

/** Makes the next run refill the tables. */
export const distrust = (db: DatabaseSync): void => db.exec("delete from fact where name = 'engine'");

/** Runs in one transaction, which only one process at a time can hold: all of it happens or nothing. */
export async function transaction<T>(db: DatabaseSync, run: () => Promise<T> | T): Promise<T> {
	db.exec('begin immediate');
	try {
		const result = await run();
		db.exec('commit');
		return result;
	} catch (error) {
		db.exec('rollback');
		throw error;
	}
}
