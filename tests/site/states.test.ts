import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fen, yuan } from '../../src/basics/money.ts';
import { publicPart } from '../../src/domain/public-part.ts';
import { ensureBundle } from '../../src/publish/bundle.ts';
import { recordFiles } from '../../src/publish/files.ts';
import { publish } from '../../src/publish/publish.ts';
import { astroRenderer } from '../../src/publish/render.ts';
import { projectSearch, withSearch } from '../../src/publish/search.ts';
import type { Listed } from '../../src/publish/shelves.ts';
import { sourcesOf } from '../../src/publish/sources.ts';
import type { Entry } from '../../src/schema/index.ts';
import { readAll } from '../../src/schema/reader.ts';
import { example } from '../examples.ts';
import { MemoryFiles, openMemory } from '../publish/fixture/equivalence.ts';
import { changesBetween, emptyWorld } from '../publish/fixture/records.ts';

const { entries, settings } = readAll(recordFiles('content'));
const withdrawn = { on: '2026-04-10', why: '重复公开。' };
const FILE = '/uploads/jinguiyuan/2026/annex.pdf';

/** Of each collection with communities, the record of 金桂苑 that says the most; each with a file of its own beside it. */
const own = entries.filter(({ community, data }) => community === 'jinguiyuan' && data.audience === 'web' && !data.withdrawn);
const taken = [...Map.groupBy(own, ({ collection }) => collection).values()].map(
	(some) => some.sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0]!,
);
const fileOf = (entry: Entry) => FILE.replace('annex', `annex-${entry.collection}`);
/** An amount that nothing else comes to. */
const AMOUNT = '98765.43';
const annexed = (entry: Entry): Entry => {
	const sources = [...entry.data.sources, { title: '附件', file: fileOf(entry) }];
	const entries = entry.collection === 'ledgers' && entry.data.entries.map((line, i) => (i === 0 ? { ...line, amount: AMOUNT } : line));
	return { ...entry, data: { ...entry.data, sources, ...(entries ? { entries } : {}) } } as Entry;
};

/** A notice that is published a week before it is posted. */
const AHEAD = 'notices/jinguiyuan/2026-04-20-bench';
const ahead = example(
	'notices',
	{
		title: '关于增设长椅的公示',
		issuer: 'bodies/jinguiyuan/owners-committee',
		postedOn: '2026-04-20',
		period: { days: 7, unit: 'calendar', closesOn: '2026-04-27' },
		channels: [{ kind: '意见箱', detail: '2栋大堂，每天18:00开箱' }],
		publishedOn: '2026-04-13',
	},
	{ community: 'jinguiyuan', slug: '2026-04-20-bench', body: '拟在东门增设两张长椅。' },
);

/** The board with those records standing, or withdrawn. */
function worldOf(state: 'standing' | 'withdrawn') {
	const board = [...entries, ahead as Entry].map((entry) => {
		if (!taken.includes(entry)) return entry;
		const whole = annexed(entry);
		return state === 'standing' ? whole : ({ ...whole, data: { ...whole.data, withdrawn } } as Entry);
	});
	const own: Listed = { entry: { id: 'settings', collection: 'settings', data: settings!, body: '' }, listing: null };
	return {
		records: new Map<string, Listed>([...board.map((entry): [string, Listed] => [entry.id, publicPart(entry)]), ['settings', own]]),
		uploads: new Map(taken.map((entry) => [fileOf(entry), `the file of ${entry.id}`])),
	};
}

/** What only these records say: every text that stands in no other record, and the amount, as a page would write it. */
const said = (() => {
	const rest = JSON.stringify([settings, ...entries.filter((entry) => !taken.includes(entry))]);
	const leaves = (value: unknown): string[] =>
		typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(leaves) : [];
	return taken.map((entry) => {
		const { title } = publicPart(entry).listing.card;
		const texts = [...leaves(annexed(entry).data), ...entry.body.split(/[\n。|]/)].map((text) => text.trim());
		const written = texts.map((text) => (text === AMOUNT ? yuan(fen(text)) : text));
		/** Without signs that a page writes otherwise, and without days and other amounts, to which anything may come. */
		const plain = (text: string) => text.length > 7 && !/[*_[\]<>&"'\n/-]|^\d{4}年[\d月日]*$|^\d+\.\d\d$/.test(text);
		return { entry, texts: [...new Set(written)].filter((text) => plain(text) && !rest.includes(text) && !title.includes(text)) };
	});
})();

const search = await projectSearch();
afterAll(() => search.close());

/** Every file as text, by its name, and what the search knows of each page. */
const readable = new Map<string, string>();
const before = new Map<string, string>();
const opened = new Map<string, string>();
let files: MemoryFiles;

beforeAll(async () => {
	const pages = { look: sourcesOf({ search: true }), renderer: withSearch(astroRenderer(await ensureBundle()), search) };
	const db = openMemory();
	files = new MemoryFiles();
	const common = { today: '2026-04-13', pageSize: 30, ...pages, files };
	const keep = (into: Map<string, string>) => {
		for (const [name, body] of files.files)
			into.set(
				name,
				Buffer.from(body, 'latin1')
					.toString()
					.replace(/<wbr>|<span class="nw">([^<]*)<\/span>/g, '$1'),
			);
		for (const { url, text } of db.prepare('select url, text from passage').all()) into.set(`passage of ${url}`, String(text));
	};
	await publish(db, { ...changesBetween(emptyWorld(), worldOf('standing')), ...common });
	keep(before);
	await publish(db, { ...changesBetween(worldOf('standing'), worldOf('withdrawn')), ...common });
	keep(readable);
	// Nothing but the day changes.
	await publish(db, { ...changesBetween(worldOf('withdrawn'), worldOf('withdrawn')), ...common, today: '2026-04-20' });
	keep(opened);
});

const filesWith = (some: Map<string, string>, text: string) => [...some].filter(([, body]) => body.includes(text)).map(([name]) => name);

describe('P3: a notice posted a week ahead', () => {
	const seen = (some: Map<string, string>) => ({
		page: some.get(`${AHEAD}/index.html`)!,
		boards: ['index.html', 'communities/jinguiyuan/index.html'].map((file) =>
			(some.get(file)!.match(/<article class="sheet[\s\S]*?<\/article>/g) ?? []).join(''),
		),
		row: some
			.get('notices/jinguiyuan/index.html')!
			.split('<li>')
			.find((row) => row.includes(AHEAD))!,
	});

	test('stands with its day, hangs on no board and cannot be objected to', () => {
		const { page, boards, row } = seen(before);
		expect(page).toMatch(/将于<time datetime="2026-04-20">4月20日<\/time>张贴/);
		expect(page).not.toMatch(/可以提意见<|还有\d+天|data-closes|没有收到意见/);
		expect(boards.filter((board) => board.includes(AHEAD))).toEqual([]);
		expect(row).toContain('将于');
		expect(row).not.toMatch(/公示中|截止/);
	});

	test('opens by itself on its day', () => {
		const { page, boards, row } = seen(opened);
		expect(page).toContain('公示中，可以提意见');
		expect(page).not.toContain('将于');
		expect(page, 'P9: the hour that comes earlier stands beside the last day').toContain('意见箱到18:00');
		expect(boards.filter((board) => board.includes(AHEAD))).toHaveLength(2);
		expect(row).toMatch(/公示中.*24:00截止（意见箱到18:00）/s);
	});
});

describe('P11: a calendar file', () => {
	test('holds an event, and wherever one is offered it is there', () => {
		const calendars = [...before].filter(([name]) => name.endsWith('.ics'));
		expect(calendars.length).toBeGreaterThan(10);
		expect(calendars.filter(([, text]) => !text.includes('BEGIN:VEVENT')).map(([name]) => name)).toEqual([]);
		const offered = [...before.values()].flatMap((body) => [...body.matchAll(/href="\/([^"]*\.ics)"/g)].map(([, file]) => file!));
		expect([...new Set(offered)].filter((file) => !before.has(file))).toEqual([]);
	});
	test('P12: names no length that nobody said', () => {
		const lines = [...before].filter(([name]) => name.endsWith('.ics')).flatMap(([, text]) => text.split('\r\n'));
		expect(lines.filter((line) => line.startsWith('DURATION'))).toEqual([]);
		expect(before.get('schedules/jinguiyuan/free-care.ics')).toMatch(/DTSTART[^\r]*T160000\r\nDTEND[^\r]*T180000/);
	});
});

describe('P4: what was withdrawn', () => {
	test.each(said.map(({ entry, texts }) => [entry.id, entry, texts] as const))('is nowhere in what is published: %s', (_, entry, texts) => {
		const shown = texts.filter((text) => filesWith(before, text).length > 0);
		expect(shown.length, 'there was something to lose').toBeGreaterThan(3);
		expect(shown.flatMap((text) => filesWith(readable, text).map((file) => `${file}: ${text}`))).toEqual([]);
		expect(before.has(fileOf(entry).slice(1)), 'its file was there').toBe(true);
		expect([...readable.keys()].filter((name) => name.includes(`annex-${entry.collection}`))).toEqual([]);
		expect(filesWith(readable, `annex-${entry.collection}`)).toEqual([]);
	});

	test.each(taken.map((entry) => [entry.id, entry] as const))('keeps its page, with the day and the reason: %s', (id, entry) => {
		const page = readable.get(`${id}/index.html`) ?? '';
		const { title } = publicPart(entry).listing.card;
		for (const part of [title, '2026年4月10日', '撤回', withdrawn.why]) expect(page.replaceAll('<wbr>', '')).toContain(part);
		expect(page).toContain('name="robots" content="noindex"');
		expect(readable.has(`passage of /${id}/`), 'the search does not know it').toBe(false);
		expect(
			filesWith(readable, `/${id}/`).filter((file) => /\.(csv|xml|ics|json)$/.test(file)),
			'no table, feed, sitemap or calendar names it',
		).toEqual([]);
		expect([...readable.keys()].filter((name) => name.startsWith(`${id}/`)).sort()).toEqual([`${id}/index.html`]);
	});

	test('has no row in a list but among what was withdrawn', () => {
		const [notice] = taken.filter(({ collection }) => collection === 'notices');
		const list = readable.get('notices/jinguiyuan/index.html')!;
		const [standing, gone] = list.split('撤回的');
		expect([standing!.includes(`/${notice!.id}/`), gone!.includes(`/${notice!.id}/`)]).toEqual([false, true]);
		expect(readable.get('communities/jinguiyuan/index.html')).toContain('已撤回');
	});
});
