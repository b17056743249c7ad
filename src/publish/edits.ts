import type { DatabaseSync } from 'node:sqlite';
import { FIRST, LAST } from './questions.ts';
import { facetOf, familyOf, type Listed, shelvesOf } from './shelves.ts';

/** A record is now `next` (null: it is gone). Two edits with the same digest are the same record. */
export interface Edit {
	id: string;
	next: Listed | null;
	digest: string;
}

/** A published file of `content/uploads`; null bytes: it is gone. */
export interface UploadEdit {
	url: string;
	next: { digest: string; bytes: Uint8Array } | null;
}

/** A stretch of a topic that an edit touched: questions whose reach meets it may have a new answer. */
export interface Stretch {
	kind: string;
	name: string;
	from: string;
	to: string;
}

/** The whole of a topic. */
export const all = (kind: string, name: string): Stretch => ({ kind, name, from: FIRST, to: LAST });

/** Applies edits to the tables; each gives the stretches it touched, none if nothing changed. `finish` after the last. */
export function editing(db: DatabaseSync): { apply(edit: Edit): Stretch[]; finish(): void } {
	const find = db.prepare('select no, digest, card, listing, entry from record where id = ?');
	const insert = db.prepare('insert into record(id, digest, card, listing, entry) values(?, ?, ?, ?, ?) returning no');
	const update = db.prepare('update record set digest = ?, card = ?, listing = ?, entry = ? where no = ?');
	const remove = db.prepare('delete from record where no = ?');
	const shelves = shelving(db);

	const before = (id: string) => {
		const row = find.get(id);
		if (!row) return null;
		const { no, digest, card, listing, entry } = row as Record<string, string> & { no: never };
		const listed: Listed = { entry: JSON.parse(entry!), listing: listing ? JSON.parse(listing) : null };
		return { no: no as number, digest, card, places: shelvesOf(listed) };
	};

	const apply = ({ id, next, digest }: Edit): Stretch[] => {
		const was = before(id);
		if (was?.digest === digest && next) return [];
		if (!was && !next) return [];

		const card = JSON.stringify(next?.listing?.card ?? null);
		const columns = [
			digest,
			card,
			next?.listing ? JSON.stringify({ ...next.listing, card: null }) : null,
			JSON.stringify(next?.entry),
		] as const;
		if (was && next) update.run(...columns, was.no);
		if (was && !next) remove.run(was.no);
		const no = was?.no ?? (insert.get(id, ...columns)!.no as number);

		const from = was?.places ?? new Map<string, string>();
		const to = next ? shelvesOf(next) : new Map<string, string>();
		const touched = [all('get', id)];
		for (const [shelf, key] of from) {
			const now = to.get(shelf);
			if (now === undefined) touched.push(...shelves.leave(shelf, key, no));
			else if (now !== key) touched.push(...shelves.move(shelf, key, now, no));
			else if (was?.card !== card) touched.push(...atKey(shelf, key));
		}
		for (const [shelf, key] of to) if (!from.has(shelf)) touched.push(...shelves.join(shelf, key, no));
		return touched;
	};
	return { apply, finish: shelves.finish };
}

/** Puts records on shelves, takes them off and moves them along, and says what of each shelf that touches. Counts are written by `finish`. */
function shelving(db: DatabaseSync) {
	const find = db.prepare('select no, n from shelf where name = ?');
	const insert = db.prepare('insert into shelf(name, family, n) values(?, ?, 0) returning no, n');
	const count = db.prepare('update shelf set n = ? where no = ?');
	const forget = db.prepare('delete from shelf where no = ?');
	const put = db.prepare('insert into place(shelf, key, record) values(?, ?, ?)');
	const take = db.prepare('delete from place where shelf = ? and key = ? and record = ?');

	const known = new Map<string, { no: number; n: number }>();
	const at = (name: string) => {
		const found = known.get(name) ?? ((find.get(name) ?? insert.get(name, familyOf(name))) as { no: number; n: number });
		known.set(name, found);
		return found;
	};

	return {
		join(name: string, key: string, record: number): Stretch[] {
			const shelf = at(name);
			shelf.n++;
			put.run(shelf.no, key, record);
			return [...counted(name, shelf.n === 1), ...fromKeyOn(name, key)];
		},
		leave(name: string, key: string, record: number): Stretch[] {
			const shelf = at(name);
			shelf.n--;
			take.run(shelf.no, key, record);
			return [...counted(name, shelf.n === 0), ...fromKeyOn(name, key)];
		},
		move(name: string, key: string, now: string, record: number): Stretch[] {
			const { no } = at(name);
			take.run(no, key, record);
			put.run(no, now, record);
			const [low, high] = key < now ? [key, now] : [now, key];
			return [all('ids', name), stretch('list', name, key), stretch('list', name, now), ...offsetLists(name, low, high)];
		},
		finish() {
			for (const { no, n } of known.values()) n > 0 ? count.run(n, no) : forget.run(no);
		},
	};
}

/** A shelf has one more or one less; `turned` when it is now born or empty, so that its family has other values. */
function counted(shelf: string, turned: boolean): Stretch[] {
	const family = familyOf(shelf);
	const facet = facetOf(family);
	return [
		all('count', shelf),
		all('ids', shelf),
		...(family ? [all('family', family)] : []),
		...(family && turned ? [all('values', family)] : []),
		...(facet && turned ? [all('facets', facet.scope)] : []),
	];
}

/** A place came or went: lists over it change, and in lists with an offset everything that comes after it in their order shifts. */
const fromKeyOn = (shelf: string, key: string): Stretch[] => [
	stretch('list', shelf, key),
	{ kind: 'list+', name: shelf, from: key, to: LAST },
	{ kind: 'list-', name: shelf, from: FIRST, to: key },
];

/** A card changed where it stands: every list over that key. */
const atKey = (shelf: string, key: string): Stretch[] => [stretch('list', shelf, key), ...offsetLists(shelf, key, key)];

/** Between the two keys everything shifts, in lists with an offset of either order. */
const offsetLists = (shelf: string, low: string, high: string): Stretch[] => [
	{ kind: 'list+', name: shelf, from: low, to: high },
	{ kind: 'list-', name: shelf, from: low, to: high },
];

const stretch = (kind: string, shelf: string, key: string): Stretch => ({ kind, name: shelf, from: key, to: key });
