import type { DatabaseSync } from 'node:sqlite';
import { breathing } from './breath.ts';
import { type Edit, editing, type Stretch, type UploadEdit } from './edits.ts';
import { remembering } from './memory.ts';
import { type Found, nameAll } from './naming.ts';
import { isSource, paging } from './pages.ts';
import { passaging } from './passages.ts';
import { answering } from './questions.ts';
import type { Files, Renderer } from './renderer.ts';
import { removePage, renderPages } from './rendering.ts';
import { LAST_STAGE, stages, within } from './stages.ts';
import { Store } from './store.ts';
import { telling } from './tellings.ts';
import { uploading, uploadOf } from './uploads.ts';

/** What one publication is made from. Everything but the records' changes is the same for a full build and for an edit. */
export interface Publication {
	edits: Iterable<Edit>;
	uploads?: Iterable<UploadEdit>;
	/** A published file as it is now, of which no edit need tell. */
	bytesOf: (url: string) => Uint8Array;
	/** The day, or how the settings decide it. */
	today: string | ((settings: Record<string, unknown> | null) => string);
	pageSize: number;
	/** Which URLs exist; the engine's `sources.ts`, unless a test has its own. */
	look: (store: Store, source: string) => Found;
	renderer: Renderer;
	files: Files;
	/** Called now and then while pages are rendered. */
	progress?: (done: number, total: number) => void;
	/** Called at each named step; the kill test dies here. */
	step?: (name: string) => void;
}

/** What a publication did. */
export interface Outcome {
	today: string;
	/** Records and uploads that changed. */
	edited: number;
	/** Questions with a new answer. */
	changed: number;
	rendered: number;
	written: number;
	removed: number;
	/** Some of the URLs written, for the log. */
	urls: string[];
}

/**
 * Brings the tables and the files up to the records: edits → stretches they touched → questions with new answers → sources →
 * pages, stage after stage. Runs inside the caller's transaction, which the caller commits and makes visible, or rolls back.
 */
export async function publish(db: DatabaseSync, publication: Publication): Promise<Outcome> {
	const { pageSize, renderer, step = () => {} } = publication;
	const pages = paging(db);
	const facts = factsOf(db);
	const outcome: Outcome = { today: '', edited: 0, changed: 0, rendered: 0, written: 0, removed: 0, urls: [] };

	const stretches = await applyEdits(db, publication, outcome);
	step('edited');

	const today = (outcome.today = dayOf(db, publication.today));
	const before = facts.get('today');
	if (before && before !== today) stretches.push(clockMoved(before, today));
	facts.set('today', today);

	const memory = remembering(db, answering(db, today));
	const stale = new Set<number>();
	const invalidate = (touched: Stretch[]) => {
		for (const question of memory.changedBy(touched)) {
			outcome.changed++;
			for (const page of memory.readers(question)) stale.add(page);
		}
	};
	invalidate(stretches);
	if (facts.get('code') !== renderer.code) for (const page of pages.all()) stale.add(page);
	facts.set('code', renderer.code);
	step('asked');

	const urlOf = (no: number) => pages.find(no)!.url;
	const staleSources = [...stale].filter((no) => isSource(urlOf(no)));
	const { fresh, gone } = nameAll(pages, staleSources, (no, source) => {
		const store = new Store(within(0, memory.ask), pageSize);
		const found = publication.look(store, source);
		pages.keep(no, null, null, memory.reads(no, pages.find(no)!.reads, store.asked));
		return found;
	});
	for (const no of staleSources) stale.delete(no);
	for (const no of fresh) stale.add(no);

	const passages = passaging(db);
	const tellings = telling(db);
	const rendering = { pages, memory, passages, tellings, stale, outcome, ...publication };
	for (const no of gone) removePage(no, rendering);
	step('named');

	for (const stage of stages) {
		if (stage === LAST_STAGE) {
			step('rendered');
			invalidate(passages.touched());
		}
		await renderPages(stage, rendering);
		invalidate(tellings.touched());
	}
	memory.sweep();
	step('searchable');
	return outcome;
}

/** Writes the edits into the tables. While nobody has asked anything, nothing can be stale and no stretch is kept. */
async function applyEdits(db: DatabaseSync, { edits, uploads = [], bytesOf, files }: Publication, outcome: Outcome): Promise<Stretch[]> {
	const anyQuestion = db.prepare('select 1 from question limit 1').get() !== undefined;
	const stretches: Stretch[] = [];
	const note = (touched: Stretch[]) => {
		if (touched.length) outcome.edited++;
		if (anyQuestion) stretches.push(...touched);
	};
	const { apply, finish } = editing(db);
	const named = new Set<string>();
	const breathe = breathing();
	for (const each of edits) {
		await breathe();
		const touched = apply(each);
		note(touched);
		for (const stretch of touched) named.add(uploadOf(stretch) ?? '');
	}
	finish();
	const upload = uploading(db, files, bytesOf);
	for (const each of uploads) {
		await breathe();
		note(upload.apply(each));
	}
	for (const url of named) note(upload.renamed(url));
	return stretches;
}

function dayOf(db: DatabaseSync, today: Publication['today']): string {
	if (typeof today === 'string') return today;
	const row = db.prepare("select entry from record where id = 'settings'").get();
	return today(row ? JSON.parse(row.entry as string).data : null);
}

function clockMoved(before: string, today: string): Stretch {
	const [from, to] = [before, today].sort() as [string, string];
	return { kind: 'clock', name: '', from, to };
}

export function factsOf(db: DatabaseSync) {
	const find = db.prepare('select value from fact where name = ?');
	const put = db.prepare('insert or replace into fact(name, value) values(?, ?)');
	return {
		get: (name: string) => find.get(name)?.value as string | undefined,
		set: (name: string, value: string) => void put.run(name, value),
	};
}
