import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { dayInShanghai } from '../basics/days.ts';
import { describe } from '../checks/report.ts';
import { project } from './bundle.ts';
import { ready } from './database.ts';
import { editing } from './edits.ts';
import { answering } from './questions.ts';
import { recordInFolder } from './reading.ts';
import { Refused } from './source.ts';
import { liveStore, PAGE_SIZE, type Store } from './store.ts';
import { uploading } from './uploads.ts';

let db: DatabaseSync | undefined;

/** The store of `astro dev`: `content/` as it is at this moment, with nothing remembered. A bad file is named and left out. */
export function devStore(): Store {
	db ??= new DatabaseSync(':memory:');
	const { refill } = ready(db, 'dev');
	const { edits, uploads, bytesOf } = recordInFolder(join(project, 'content')).changes(db, refill);
	const { apply, finish } = editing(db);
	const upload = uploading(db, { put() {}, remove() {} }, bytesOf);
	try {
		for (const each of edits) apply(each);
		for (const each of uploads) upload.apply(each);
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		console.error(error.slips.map(describe).join('\n\n'));
	}
	finish();
	const settings = db.prepare("select entry from record where id = 'settings'").get();
	const asOf = settings && JSON.parse(settings.entry as string).data.asOf;
	return liveStore(answering(db, asOf ?? dayInShanghai(Date.now())), PAGE_SIZE);
}
