import type { Match } from './answer.ts';
import { fold } from './fold.ts';
import type { Pagefind, Result } from './pagefind.ts';
import { holdsAll, type Phrase } from './phrases.ts';
import type { SearchRecord } from './records.ts';
import { indexText, readWords, type Word } from './tokens.ts';

/** A shard's name and its records. */
export interface Loaded {
	shard: string;
	records: readonly SearchRecord[];
}

/** What holds the phrases, and the text of each as it was indexed. */
export interface Found {
	matches: Match[];
	wordsOf(record: SearchRecord): Promise<Word[]>;
}

/** The records whose text holds every phrase: exactly those, whatever Pagefind makes of the words. */
export async function seek(pagefind: Pagefind, shards: readonly Loaded[], phrases: readonly Phrase[]): Promise<Found> {
	const results = new Map<SearchRecord, Result>();
	const textOf = async (result: Result) => readWords((await result.data()).content);
	const place = placing(shards);

	const held: Set<SearchRecord>[] = [];
	for (const phrase of phrases) {
		await loadChunks(pagefind, phrase);
		const { results: found } = await pagefind.search(phrase.open ? phrase.keys[0]! : `"${phrase.keys.join(' ')}"`);
		const placed = (await Promise.all(found.map(async (result) => ({ result, at: await place(result) })))).filter(({ at }) => at !== null);
		const wrong = phrase.open ? await shortened(placed, phrase) : new Set<string>();
		const right = placed.filter(({ at }) => !wrong.has(at!.shard));
		for (const { result, at } of right) results.set(at!.record, result);
		held.push(new Set(right.map(({ at }) => at!.record)));
	}
	const records = [...(held[0] ?? [])].filter((record) => held.every((set) => set.has(record)));
	const scores = await scored(pagefind, phrases, place);
	return {
		matches: records.map((record) => ({ record, score: (scores.get(record) ?? 0) + (titleHolds(record, phrases) ? TITLE : 0) })),
		wordsOf: (record) => textOf(results.get(record)!),
	};

	/**
	 * Where no word begins with the one asked for, Pagefind finds the longest word that begins *it*. It does one or the other for a whole
	 * shard, so one text of each tells.
	 */
	async function shortened(placed: Placed[], phrase: Phrase): Promise<Set<string>> {
		const oneEach = new Map(placed.map((one) => [one.at!.shard, one.result]));
		const holds = await Promise.all(
			[...oneEach].map(async ([shard, result]) => ({ shard, holds: holdsAll(await textOf(result), [phrase]) })),
		);
		return new Set(holds.filter((one) => !one.holds).map(({ shard }) => shard));
	}
}

/** The records whose titles hold every phrase, for where Pagefind does not run. */
export const seekTitles = (shards: readonly Loaded[], phrases: readonly Phrase[]): Match[] =>
	shards.flatMap(({ records }) => records.filter((record) => titleHolds(record, phrases)).map((record) => ({ record, score: 0 })));

/** Every record, for a question that names no words. */
export const everything = (shards: readonly Loaded[]): Match[] =>
	shards.flatMap(({ records }) => records.map((record) => ({ record, score: 0 })));

const titleHolds = ({ title }: SearchRecord, phrases: readonly Phrase[]) => holdsAll(readWords(indexText(title, fold)), phrases);

/** More than any score of Pagefind's: what is about the matter stands before what mentions it. */
const TITLE = 1000;

interface Placed {
	result: Result;
	at: { shard: string; record: SearchRecord } | null;
}

/** Which record a result is. Ids are short, so two shards may have the same; then its text says whose it is. */
function placing(shards: readonly Loaded[]) {
	const byId = new Map<string, { shard: string; record: SearchRecord }[]>();
	for (const { shard, records } of shards)
		for (const record of records) byId.set(record.id, [...(byId.get(record.id) ?? []), { shard, record }]);
	return async (result: Result): Promise<Placed['at']> => {
		const candidates = byId.get(result.id) ?? [];
		if (candidates.length <= 1) return candidates[0] ?? null;
		const { url } = await result.data();
		return candidates.find(({ record }) => record.url === url) ?? null;
	};
}

/**
 * Pagefind fetches the chunk of its index that should hold a word, and misses words of several characters at the edge of one when they are
 * asked for together with others, and extensions of a word that lie in the next one. Asked for one by one, they come.
 */
async function loadChunks(pagefind: Pagefind, { keys, open }: Phrase): Promise<void> {
	const long = keys.filter((key) => key.length > 1);
	await Promise.all([...long, ...(open ? keys.map((key) => `${key}\uffff`) : [])].map((key) => pagefind.preload(key)));
}

/** Pagefind gives every phrase the same score; that of the loose words tells the records apart. */
async function scored(
	pagefind: Pagefind,
	phrases: readonly Phrase[],
	place: ReturnType<typeof placing>,
): Promise<Map<SearchRecord, number>> {
	const { results } = await pagefind.search(phrases.flatMap(({ keys }) => keys).join(' '));
	const placed = await Promise.all(results.map(async (result) => ({ at: await place(result), score: result.score })));
	return new Map(placed.flatMap(({ at, score }) => (at ? [[at.record, score] as const] : [])));
}
