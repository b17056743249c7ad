import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { factsOf } from './publish.ts';
import { tableNames, tables } from './tables.ts';

/** Opens the publisher's store in a folder. A damaged one (a disk that was full, a copy cut short) is thrown away: it can be made again. */
export function openDatabase(folder: string): DatabaseSync {
	try {
		return opened(folder);
	} catch (error) {
		if (!isDamaged(error)) throw error;
		remove(folder);
		return opened(folder);
	}
}

/** SQLite says that the file is no database, or not whole. */
export const isDamaged = (error: unknown): boolean => /not a database|malformed/.test(String(error));

/** Throws a damaged store away, so that the next run begins anew; gives the error to tell. */
export function discard(db: DatabaseSync, folder: string): Error {
	db.close();
	remove(folder);
	return new Error('发布已停止，网站没有改动：发布程序的库文件损坏了，已经删除。下次发布会从头重建。');
}

const FILE = 'store.sqlite';

function remove(folder: string): void {
	for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, FILE + suffix), { force: true });
}

function opened(folder: string): DatabaseSync {
	const db = new DatabaseSync(join(folder, FILE), { timeout: 60_000 });
	db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -65536; pragma temp_store = memory');
	db.prepare('select count(*) from sqlite_schema').get();
	return db;
}

/**
 * Empties the tables unless this engine filled them and what it made `isThere`; says whether everything has to be read and rendered again.
 */
export function ready(db: DatabaseSync, engine: string, isThere = true): { refill: boolean } {
	const known = db.prepare("select 1 from sqlite_schema where name = 'fact'").get() && factsOf(db).get('engine');
	if (known === engine && isThere) return { refill: false };
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
		if (db.isTransaction) db.exec('rollback');
		throw error;
	}
}
