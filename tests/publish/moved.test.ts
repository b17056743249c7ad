import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { publicPart } from '../../src/domain/public-part.ts';
import { ready } from '../../src/publish/database.ts';
import { editing } from '../../src/publish/edits.ts';
import { answering } from '../../src/publish/questions.ts';
import { formerShelf } from '../../src/publish/shelves.ts';
import { sourcesOf } from '../../src/publish/sources.ts';
import { liveStore } from '../../src/publish/store.ts';
import type { Entry } from '../../src/schema/index.ts';
import { example } from '../examples.ts';

const OLD = 'documents/ceshiyuan/old-rules';

/** A store whose records change as they are given: by id, null when a record is gone. */
function board() {
	const db = new DatabaseSync(':memory:');
	ready(db, 'test');
	const store = liveStore(answering(db, '2026-04-13'), 30);
	const urlsOf = sourcesOf({ search: false });
	return {
		store,
		urls: () => urlsOf(store, 'collection:documents').urls,
		/** Gives what the change touched, as `kind name`. */
		put(id: string, entry: Entry | null) {
			const { apply, finish } = editing(db);
			const next = entry && publicPart(entry);
			const touched = apply({ id, next, digest: JSON.stringify(entry?.data) });
			finish();
			return touched.map(({ kind, name }) => `${kind} ${name}`);
		},
	};
}

test('A renamed record keeps its former address, which names where it stands now', () => {
	const { store, urls, put } = board();
	const renamed = example('documents', { formerly: [OLD] });
	put(renamed.id, renamed);
	expect(urls()).toContain(`/${OLD}/`);
	expect(store.list(formerShelf(OLD), { limit: 1 }).map(({ id }) => id)).toEqual([renamed.id]);
});

test('A former address goes when the record no longer claims it, or is gone', () => {
	const { urls, put } = board();
	const renamed = example('documents', { formerly: [OLD] });
	for (const next of [example('documents'), null]) {
		put(renamed.id, renamed);
		put(renamed.id, next);
		expect(urls()).not.toContain(`/${OLD}/`);
	}
});

test('A record may have had several addresses, in another community and in none', () => {
	const { urls, put } = board();
	const renamed = example('documents', { formerly: ['documents/elsewhere/rules', 'documents/rules'] });
	put(renamed.id, renamed);
	expect(urls()).toEqual(expect.arrayContaining(['/documents/elsewhere/rules/', '/documents/rules/']));
});

test('A record that was never renamed touches no former address', () => {
	const { put } = board();
	const plain = example('documents');
	expect(put(plain.id, plain).filter((touched) => touched.includes('<'))).toEqual([]);
});
