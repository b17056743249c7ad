import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { listingOf } from '../../src/domain/listing.ts';
import { publicPart } from '../../src/domain/public-part.ts';
import { ensureBundle } from '../../src/publish/bundle.ts';
import { recordFiles } from '../../src/publish/files.ts';
import { astroRenderer } from '../../src/publish/render.ts';
import { projectSearch, withSearch } from '../../src/publish/search.ts';
import type { Listed } from '../../src/publish/shelves.ts';
import { sourcesOf } from '../../src/publish/sources.ts';
import { collectionNames, type Entry } from '../../src/schema/index.ts';
import { readAll } from '../../src/schema/reader.ts';
import { holdsOver, type Step } from '../publish/fixture/equivalence.ts';

/** A small board of real records of every collection: the sample's two smaller communities and a little of the rest, as far as nothing they name is missing. */
const { entries, settings } = readAll(recordFiles('content'));
const chosen = entries.filter(
	({ collection, community, slug }) =>
		community === 'wangxi' || community === 'qingfengli' || ['communities', 'rulepacks'].includes(collection) || slug.startsWith('urumqi-'),
);
const board = closed(chosen);

/** Only records of which every record they name is there too. */
function closed(some: Entry[]): Entry[] {
	const ids = new Set(some.map(({ id }) => id));
	const whole = some.filter((entry) => listingOf(entry).refs.every((ref) => ids.has(ref)));
	return whole.length === some.length ? some : closed(whole);
}

const named = new Set(board.flatMap((entry) => [...listingOf(entry).refs]));
const free = board.filter(({ id, community }) => community && !named.has(id)).map(({ id }) => id);

type Records = Map<string, Entry>;
type Change = (records: Records) => void;

/** One record becomes what `edited` makes of it. */
const change = (ids: string[], edited: (entry: Entry, turn: number) => Entry) =>
	fc.record({ id: fc.constantFrom(...ids), turn: fc.integer({ min: 1, max: 3 }) }).map(
		({ id, turn }): Change =>
			(records) => {
				const entry = records.get(id);
				if (entry) records.set(id, edited(entry, turn));
			},
	);

const withData = (entry: Entry, data: object): Entry => ({ ...entry, data: { ...entry.data, ...data } }) as Entry;
const all = board.map(({ id }) => id);

/** Records of a collection on the board. */
const of = (collection: Entry['collection']) => board.filter((entry) => entry.collection === collection).map(({ id }) => id);

const changes = fc.oneof(
	// What other pages compute from: who owes what by when, since when, what was paid for which matter, what a vote came to.
	change(of('rulepacks'), (entry, turn) =>
		entry.collection === 'rulepacks'
			? withData(entry, { duties: entry.data.duties.map((duty) => ({ ...duty, within: turn * 10 })) })
			: entry,
	),
	change(of('communities'), (entry, turn) => withData(entry, { dutiesSince: `2025-0${turn + 5}-01` })),
	change(of('ledgers'), (entry, turn) =>
		entry.collection === 'ledgers'
			? withData(entry, { entries: entry.data.entries.map((line, i) => (i % 3 < turn ? { ...line, matter: undefined } : line)) })
			: entry,
	),
	change(of('meetings'), (entry, turn) =>
		entry.collection === 'meetings'
			? withData(entry, {
					calledOn: `2025-0${turn}-03`,
					agenda: entry.data.agenda.map((item) => ({ ...item, outcome: turn > 1 ? 'passed' : 'rejected' })),
				})
			: entry,
	),
	change(all, (entry, turn) => withData(entry, { [nameOf(entry)]: `第${turn}次改的名称` })),
	change(all, (entry, turn) => ({ ...entry, body: `${entry.body}\n\n补记${turn}。\n` })),
	change(all, (entry, turn) => withData(entry, { publishedOn: `2026-0${turn}-15` })),
	change(all, (entry, turn) =>
		withData(entry, { corrections: [{ on: `2026-0${turn}-20`, field: '标题', before: '甲', after: '乙', why: '抄错了。' }] }),
	),
	change(free, (entry) => withData(entry, { withdrawn: { on: '2026-03-01', why: '重复公开。' } })),
	fc.constantFrom(...free).map(
		(id): Change =>
			(records) =>
				void records.delete(id),
	),
	fc.constantFrom(...free).map(
		(id): Change =>
			(records) =>
				void records.set(id, board.find((entry) => entry.id === id)!),
	),
	fc.record({ id: fc.constantFrom(...free), community: fc.constantFrom('wangxi', 'qingfengli') }).map(
		({ id, community }): Change =>
			(records) => {
				const entry = records.get(id);
				if (!entry) return;
				const slug = `${entry.slug}-2`;
				const moved = `${entry.collection}/${community}/${slug}`;
				records.delete(id);
				records.set(moved, { ...entry, id: moved, community, slug, file: `${moved}.md` } as Entry);
			},
	),
);

const nameOf = ({ data }: Entry) => ('title' in data ? 'title' : 'name');

const series: fc.Arbitrary<Step[]> = fc
	.array(
		fc.record({
			batch: fc.array(changes, { minLength: 1, maxLength: 4 }),
			today: fc.constantFrom('2026-04-01', '2026-04-13', '2026-05-20'),
		}),
		{ minLength: 2, maxLength: 3 },
	)
	.map((steps) => {
		let records: Records = new Map(board.map((entry) => [entry.id, entry]));
		const start: Step = { world: worldOf(records), today: '2026-04-13' };
		const edited = steps.map(({ batch, today }): Step => {
			records = new Map(records);
			for (const change of batch) change(records);
			return { world: worldOf(records), today };
		});
		return [start, ...edited];
	});

function worldOf(records: Records): Step['world'] {
	const listed = [...records].map(([id, entry]): [string, Listed] => [id, publicPart(entry)]);
	const own: Listed = { entry: { id: 'settings', collection: 'settings', data: settings!, body: '' }, listing: null };
	return { records: new Map([...listed, ['settings', own]]), uploads: new Map() };
}

const search = await projectSearch();
afterAll(() => search.close());

/** What broke, without the whole board of every step, which nobody can read. */
function briefly({ failed, errorInstance, seed, counterexamplePath }: fc.RunDetails<[Step[]]>): void {
	if (failed) throw new Error(`seed ${seed}, path ${counterexamplePath}`, { cause: errorInstance });
}

test('The board of this test has records of every collection', () => {
	expect(new Set(board.map(({ collection }) => collection)).size).toBe(collectionNames.length);
});

test('After any series of edits the real site, search included, is what a full build gives, byte for byte.', async () => {
	const pages = { look: sourcesOf({ search: true }), renderer: withSearch(astroRenderer(await ensureBundle()), search) };
	const counts = { rendered: 0, full: 0 };
	await fc.assert(
		fc.asyncProperty(series, async (steps) => {
			const { rendered, full } = await holdsOver(steps, pages);
			counts.rendered += rendered;
			counts.full += full;
		}),
		{ numRuns: 4, seed: 20260413, endOnFailure: true, reporter: briefly },
	);
	expect(counts.rendered, 'an edit renders fewer pages than a full build').toBeLessThan(counts.full);
});
