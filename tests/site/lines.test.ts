import { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { listingOf } from '../../src/domain/listing.ts';
import { ensureBundle } from '../../src/publish/bundle.ts';
import { ready } from '../../src/publish/database.ts';
import { editing } from '../../src/publish/edits.ts';
import { recordFiles } from '../../src/publish/files.ts';
import { answering } from '../../src/publish/questions.ts';
import { astroRenderer } from '../../src/publish/render.ts';
import type { Renderer } from '../../src/publish/renderer.ts';
import type { Listed } from '../../src/publish/shelves.ts';
import { liveStore, PAGE_SIZE, type Store } from '../../src/publish/store.ts';
import { collections, type Entry } from '../../src/schema/index.ts';
import { readAll } from '../../src/schema/reader.ts';
import { visitFields } from '../../src/schema/walk.ts';

/** What is written behind a line end, with stars that are none of a mark. */
const SECOND = '换行以后李*四、王**和赵**各3*4*5';

/** So many records are tried for each field: not every use of one is shown. */
const USES = 4;

const { entries, settings } = readAll(recordFiles('content'));

interface Use {
	path: PropertyKey[];
	/** `meetings.agenda.decision` */
	name: string;
	text: string;
}

/** The fields of several lines that are written in a record. */
function textsIn({ collection, data }: Entry): Use[] {
	const found: Use[] = [];
	visitFields(collections[collection].schema as z.ZodType, data, (value, { widget }, path) => {
		if (widget === 'text' && typeof value === 'string')
			found.push({ path, name: [collection, ...path.filter((step) => typeof step === 'string')].join('.'), text: value });
	});
	return found;
}

/** For each field of several lines the first records that use it, each with a second line in all such fields. */
const fields = new Map<string, (Use & { id: string })[]>();
for (const entry of entries.filter(({ data }) => data.audience === 'web'))
	for (const use of textsIn(entry)) {
		const uses = fields.get(use.name) ?? [];
		if (uses.length < USES) fields.set(use.name, [...uses, { ...use, id: entry.id }]);
	}
const chosen = new Set([...fields.values()].flatMap((uses) => uses.map(({ id }) => id)));
const board = entries.map((entry) => (chosen.has(entry.id) ? withSecondLines(entry) : entry));

function withSecondLines(entry: Entry): Entry {
	const data = structuredClone(entry.data) as Record<PropertyKey, unknown>;
	for (const { path } of textsIn(entry)) {
		const last = path.at(-1)!;
		const holder = path.slice(0, -1).reduce<Record<PropertyKey, unknown>>((at, step) => at[step] as Record<PropertyKey, unknown>, data);
		holder[last] = `${holder[last]}\n${SECOND}`;
	}
	return { ...entry, data } as Entry;
}

let renderer: Renderer;
let store: () => Store;
beforeAll(async () => {
	renderer = astroRenderer(await ensureBundle());
	const db = new DatabaseSync(':memory:');
	ready(db, 'lines');
	const { apply, finish } = editing(db);
	const listed: Listed[] = [
		{ entry: { id: 'settings', collection: 'settings', data: settings!, body: '' }, listing: null },
		...board.map((entry): Listed => ({ entry, listing: listingOf(entry) })),
	];
	for (const next of listed) apply({ id: next.entry.id, next, digest: next.entry.id });
	finish();
	store = () => liveStore(answering(db, settings!.asOf!), PAGE_SIZE);
});

/** What is seen of a page, its line ends as such; what only keeps a figure on one line is taken out. */
async function mainOf(url: string): Promise<string> {
	const page = Buffer.from((await renderer.render(url, store())) as Uint8Array).toString();
	return page
		.slice(page.indexOf('<main'), page.indexOf('</main>'))
		.replace(/<span class="nw">([^<]*)<\/span>/g, '$1')
		.replace(/\s*\n\s*/g, ' ')
		.replace(/<br>\s*/g, '\n');
}

const urls = [
	...board.filter(({ id }) => chosen.has(id)).map(({ id }) => `/${id}/`),
	...['jinguiyuan', 'wangxi', 'qingfengli'].flatMap((name) => [`/communities/${name}/`, `/duties/${name}/`, `/findings/${name}/`]),
];

test('The lines of every field of several lines stay lines, and its stars stay stars, wherever it is shown', async () => {
	const shown = new Set<string>();
	for (const url of urls) {
		const page = await mainOf(url);
		expect(page.match(/.{0,60}(?<!\n)换行以后/g), url).toBeNull();
		for (const [name, uses] of fields) if (uses.some(({ text }) => page.includes(`${text.slice(-6)}\n${SECOND}`))) shown.add(name);
	}
	// A reply is shown as long as there is something to reply to.
	expect([...fields.keys()].filter((name) => !shown.has(name) && !name.endsWith('.replies.text'))).toEqual([]);
});
