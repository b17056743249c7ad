import type { DatabaseSync } from 'node:sqlite';
import { all, type Edit, editing, type Stretch, type UploadEdit } from './edits.ts';
import { remembering } from './memory.ts';
import { type Found, nameAll } from './naming.ts';
import { isSource, type Page, paging } from './pages.ts';
import { answering, digestOf } from './questions.ts';
import type { Files, Rendered, Renderer } from './renderer.ts';
import { Store } from './store.ts';

/** What one publication is made from. Everything but the records' changes is the same for a full build and for an edit. */
export interface Publication {
	edits: Iterable<Edit>;
	uploads?: Iterable<UploadEdit>;
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
 * pages → late pages. Runs inside the caller's transaction, which the caller commits and makes visible, or rolls back.
 */
export async function publish(db: DatabaseSync, publication: Publication): Promise<Outcome> {
	const { pageSize, renderer, files, step = () => {} } = publication;
	const pages = paging(db);
	const facts = factsOf(db);
	const outcome: Outcome = { today: '', edited: 0, changed: 0, rendered: 0, written: 0, removed: 0, urls: [] };

	const stretches = applyEdits(db, publication, outcome);
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
		const store = new Store(early(memory.ask), pageSize);
		const found = publication.look(store, source);
		pages.keep(no, null, null, memory.reads(no, pages.find(no)!.reads, store.asked));
		return found;
	});
	for (const no of staleSources) stale.delete(no);
	for (const no of fresh) stale.add(no);

	const passages = passaging(db);
	for (const no of gone) {
		const page = pages.find(no)!;
		memory.reads(no, page.reads, new Set());
		pages.drop(no);
		stale.delete(no);
		passages.keep(page.url, null);
		if (page.digest) for (const url of filesOf(page)) files.remove(url);
		if (page.digest) outcome.removed++;
	}
	step('named');

	const renderAll = async (late: boolean) => {
		for (const no of [...stale]) {
			const page = pages.find(no)!;
			if (Boolean(renderer.late?.(page.url)) !== late) continue;
			stale.delete(no);
			const store = new Store(late ? memory.ask : early(memory.ask), pageSize);
			const rendered = await renderer.render(page.url, store);
			if (!late && !(rendered instanceof Map)) passages.keep(page.url, renderer.passageOf?.(page.url, textOf(rendered)) ?? null);
			write(page, rendered, memory.reads(no, page.reads, store.asked));
			outcome.rendered++;
			publication.progress?.(outcome.rendered, outcome.rendered + stale.size);
			if (outcome.rendered % 50 === 1) step('rendering');
		}
	};

	const write = (page: Page, rendered: Rendered, reads: Uint8Array) => {
		const named = rendered instanceof Map ? rendered : null;
		const digest = digestOf(rendered instanceof Map ? listing(rendered) : rendered);
		const names = named && JSON.stringify([...named.keys()].sort());
		pages.keep(page.no, digest, names, reads);
		if (page.digest && Buffer.compare(page.digest, digest) === 0) return;
		const now = named
			? new Map([...named].map(([name, body]) => [page.url + name, body]))
			: new Map([[page.url, rendered as string | Uint8Array]]);
		if (page.digest) for (const url of filesOf(page)) if (!now.has(url)) files.remove(url);
		for (const [url, body] of now) files.put(url, body);
		outcome.written++;
		if (outcome.urls.length < 20) outcome.urls.push(page.url);
	};

	await renderAll(false);
	step('rendered');
	invalidate(passages.touched());
	await renderAll(true);
	memory.sweep();
	step('searchable');
	return outcome;
}

/** Writes the edits into the tables. While nobody has asked anything, nothing can be stale and no stretch is kept. */
function applyEdits(db: DatabaseSync, { edits, uploads = [], files }: Publication, outcome: Outcome): Stretch[] {
	const anyQuestion = db.prepare('select 1 from question limit 1').get() !== undefined;
	const stretches: Stretch[] = [];
	const note = (touched: Stretch[]) => {
		if (touched.length) outcome.edited++;
		if (anyQuestion) stretches.push(...touched);
	};
	const { apply, finish } = editing(db);
	for (const each of edits) note(apply(each));
	finish();
	const upload = uploading(db, files);
	for (const each of uploads) note(upload(each));
	return stretches;
}

/** Keeps the table of uploads and their files. */
function uploading(db: DatabaseSync, files: Files): (edit: UploadEdit) => Stretch[] {
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

/** Keeps what the search knows of each page, and which shards that touched in this run. */
function passaging(db: DatabaseSync) {
	const find = db.prepare('select shard, digest from passage where url = ?');
	const put = db.prepare('insert or replace into passage(url, shard, digest, text) values(?, ?, ?, ?)');
	const drop = db.prepare('delete from passage where url = ?');
	const shards = new Set<string>();
	return {
		keep(url: string, found: { shard: string; passage: unknown } | null) {
			const was = find.get(url) as { shard: string; digest: Uint8Array } | undefined;
			const text = found && JSON.stringify(found.passage);
			const digest = text ? digestOf(text) : null;
			if (!was && !found) return;
			if (was && digest && was.shard === found?.shard && Buffer.compare(was.digest, digest) === 0) return;
			if (found) put.run(url, found.shard, digest, text);
			else drop.run(url);
			for (const each of [was, found]) if (each) shards.add(each.shard);
		},
		touched: (): Stretch[] => [...shards].map((shard) => all('passages', shard)),
	};
}

/** What the passages are is known only when every page is made: a page that asks before would see those of the last run. */
const early =
	(ask: ConstructorParameters<typeof Store>[0]): typeof ask =>
	(question) => {
		if (question[0] === 'passages') throw new Error('only a late page may ask for passages');
		return ask(question);
	};

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

const filesOf = (page: Page): string[] => (page.files ? (JSON.parse(page.files) as string[]).map((name) => page.url + name) : [page.url]);

const listing = (files: Map<string, Uint8Array | string>): string =>
	[...files]
		.map(([name, body]) => `${name} ${Buffer.from(digestOf(body)).toString('hex')}`)
		.sort()
		.join('\n');

const textOf = (body: string | Uint8Array): string => (typeof body === 'string' ? body : new TextDecoder().decode(body));
