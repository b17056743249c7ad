import { hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/**
 * A question about the records, as a page asks it and as the store remembers it (one line of JSON):
 *
 * - `get`: a record by id, or only some fields of its data; nothing of one that was withdrawn but what its stub says;
 * - `stub`: what stays of a record that was withdrawn;
 * - `list`: a stretch of a shelf, as cards; `ids` and `count`: a whole shelf;
 * - `family`: the values of a family of shelves with their counts; `values`: the values alone; `facets`: the facets of a scope;
 * - `passed`: whether a day has come; `today`: the day itself;
 * - `upload`: a published file's size; `passages`: what the search knows of one shard;
 * - `told`: what pages of an earlier stage told of a topic.
 */
export type Ask =
	| ['get', id: string, fields?: string[]]
	| ['stub', id: string]
	| ['list', shelf: string, options: ListOptions]
	| ['ids' | 'count', shelf: string]
	| ['family' | 'values', family: string]
	| ['facets', scope: string]
	| ['passed', day: string]
	| ['today']
	| ['upload', url: string]
	| ['passages', shard: string]
	| ['told', topic: string];

/** Ascending or descending; from an offset (numbered pages) or after a key (neighbours, what is still open); at most `limit` cards. */
export interface ListOptions {
	order?: '+' | '-';
	offset?: number;
	after?: string;
	limit: number;
}

/** What an answer depends on: a topic, and of its keys the interval from `low` to `high`. An edit elsewhere cannot change it. */
export interface Reach {
	topic: number;
	low: string;
	high: string;
}

export interface Answer extends Reach {
	answer: unknown;
	digest: Uint8Array;
	/** About how many characters the answer is long, for whoever keeps it. */
	size: number;
}

/** Keys are days and ids, plain ASCII: nothing sorts before the empty text or after the tilde. */
export const FIRST = '';
export const LAST = '~';

/** A topic by kind and name, as a number, because it is kept once for each remembered question. A collision only asks once too often. */
export const topicOf = (kind: string, name: string): number => number48(`${kind} ${name}`);

/** 48 bits of a text, by two multiplying hashes (FNV-1a and one with another prime): not against anyone's will, but quick and well spread. */
export function number48(text: string): number {
	let high = 0x811c9dc5;
	let low = 0x9e3779b1;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		high = Math.imul(high ^ code, 0x01000193);
		low = Math.imul(low ^ code, 0x85ebca77);
		low ^= low >>> 15;
	}
	return ((high ^ (high >>> 16)) & 0xffffff) * 0x1000000 + ((low ^ (low >>> 13)) & 0xffffff);
}

export const digestOf = (text: string | Uint8Array): Uint8Array => hash('sha256', text, 'buffer').subarray(0, 12);

/** Answers questions from the tables. `today` is the day of this run; the clock is a topic like any other. */
export function answering(db: DatabaseSync, today: string): (ask: Ask) => Answer {
	const entryOf = db.prepare('select entry from record where id = ?');
	const shelfOf = db.prepare('select no, n from shelf where name = ?');
	const members = db.prepare('select name, n from shelf where family = ? order by name');
	const families = db.prepare('select distinct family from shelf where family >= ? and family < ? order by family');
	const keys = db.prepare('select key from place where shelf = ? order by key');
	const ascending = db.prepare(
		'select key, card from place join record on no = record where shelf = ? and key > ? order by key limit ? offset ?',
	);
	const descending = db.prepare(
		'select key, card from place join record on no = record where shelf = ? and key < ? order by key desc limit ? offset ?',
	);
	const uploadOf = db.prepare('select bytes from upload where url = ? and shown = 1');
	const passagesOf = db.prepare('select digest, text from passage where shard = ? order by url');
	const tellingsOf = db.prepare('select url, text from telling where topic = ? order by url');

	const numberOf = (shelf: string) => (shelfOf.get(shelf)?.no as number | undefined) ?? -1;

	const get = (id: string, fields?: string[]): Answer => {
		const text = entryOf.get(id)?.entry as string | undefined;
		const entry = text ? JSON.parse(text) : null;
		if (!entry || (entry.withdrawn && !fields?.every((field) => field in entry.data))) return answered(null, whole('get', id));
		if (!fields) return { answer: entry, digest: digestOf(text!), size: text!.length, ...whole('get', id) };
		return answered(Object.fromEntries(fields.map((field) => [field, entry.data[field] ?? null])), whole('get', id));
	};

	const stub = (id: string) => {
		const entry = JSON.parse((entryOf.get(id)?.entry as string | undefined) ?? 'null');
		return entry?.withdrawn ? entry : null;
	};

	const family = (name: string) =>
		members.all(name).map((row) => ({
			value: decodeURIComponent((row.name as string).slice(name.length)),
			n: row.n as number,
		}));

	const facets = (scope: string) =>
		// '$' is the character after '#': the families of the scope's facets lie between the two.
		families.all(`${scope}#`, `${scope}$`).map((row) => (row.family as string).slice(scope.length + 1, -1));

	const list = (shelf: string, { order = '+', offset = 0, after, limit }: ListOptions): Answer => {
		const [start, end] = order === '+' ? [FIRST, LAST] : [LAST, FIRST];
		const rows = (order === '+' ? ascending : descending).all(numberOf(shelf), after ?? start, limit, offset);
		const keyAt = (i: number) => rows.at(i)?.key as string | undefined;
		// A list that is not full would grow at its end; one with an offset shifts with whatever comes before it, which is a topic of its own.
		const near = offset ? (keyAt(0) ?? end) : (after ?? start);
		const far = rows.length === limit ? keyAt(-1)! : end;
		const [low, high] = order === '+' ? [near, far] : [far, near];
		const cards = `[${rows.map((row) => row.card).join()}]`;
		const topic = topicOf(offset ? `list${order}` : 'list', shelf);
		return { answer: JSON.parse(cards), digest: digestOf(cards), size: cards.length, topic, low, high };
	};

	const passages = (shard: string): Answer => {
		const rows = passagesOf.all(shard);
		const digest = digestOf(Buffer.concat(rows.map((row) => row.digest as Uint8Array)));
		const texts = `[${rows.map((row) => row.text).join()}]`;
		return { answer: JSON.parse(texts), digest, size: texts.length, ...whole('passages', shard) };
	};

	const told = (topic: string) => tellingsOf.all(topic).map(({ url, text }) => ({ url, facts: JSON.parse(text as string) }));

	return (ask) => {
		switch (ask[0]) {
			case 'get':
				return get(ask[1], ask[2]);
			case 'stub':
				return answered(stub(ask[1]), whole('get', ask[1]));
			case 'list':
				return list(ask[1], ask[2]);
			case 'ids':
				return answered(
					keys.all(numberOf(ask[1])).map((row) => idOf(row.key as string)),
					whole('ids', ask[1]),
				);
			case 'count':
				return answered((shelfOf.get(ask[1])?.n as number | undefined) ?? 0, whole('count', ask[1]));
			case 'family':
				return answered(family(ask[1]), whole('family', ask[1]));
			case 'values':
				return answered(
					family(ask[1]).map(({ value }) => value),
					whole('values', ask[1]),
				);
			case 'facets':
				return answered(facets(ask[1]), whole('facets', ask[1]));
			case 'passed':
				return answered(today >= ask[1], { topic: topicOf('clock', ''), low: ask[1], high: ask[1] });
			case 'today':
				return answered(today, whole('clock', ''));
			case 'upload':
				return answered(uploadOf.get(ask[1]) ?? null, whole('upload', ask[1]));
			case 'passages':
				return passages(ask[1]);
			case 'told':
				return answered(told(ask[1]), whole('told', ask[1]));
		}
	};
}

const whole = (kind: string, name: string): Reach => ({ topic: topicOf(kind, name), low: FIRST, high: LAST });

function answered(answer: unknown, reach: Reach): Answer {
	const text = JSON.stringify(answer);
	return { answer, digest: digestOf(text), size: text.length, ...reach };
}

const idOf = (key: string) => key.slice(key.indexOf(' ') + 1);
