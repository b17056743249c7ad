import {
	closeSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readlinkSync,
	rmSync,
	statSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildSite, NotOurs, type Order, publishSite, Refused } from '../../src/publish/index.ts';
import { orderOf } from './fixture/publisher.ts';
import { siteAt } from './fixture/site.ts';

let root: string;
let out: string;
let plain: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'gongkailan-release-'));
	out = join(root, 'out');
	plain = join(root, 'plain');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const shown = () => siteAt(join(out, 'current'));
const published = (n: number, more: Partial<Order> = {}) => publishSite({ ...orderOf(out, n), ...more });
const built = async (n: number, more: Partial<Order> = {}) => {
	await buildSite({ ...orderOf(plain, n), ...more });
	return siteAt(plain);
};

/** A source with a file that cannot be published, after some that can. */
const refusingSource = (): Order['source'] => ({
	changes(db, refill) {
		const { edits, ...other } = orderOf(out, 2).source.changes(db, refill);
		function* andRefuse() {
			yield* edits;
			throw new Refused([{ check: 'shape', kind: 'slip', file: 'meetings/c1/a.md', field: 'heldOn', problem: '', fix: '' }]);
		}
		return { edits: andRefuse(), ...other };
	},
});

describe('A published site', () => {
	test('is the plain build of the same records, one state after another.', async () => {
		for (const n of [0, 1, 2, 7]) {
			await published(n);
			expect(shown()).toEqual(await built(n));
		}
	});

	test('R2: dates what it changes after what was there, by a second at least.', async () => {
		const dated = () => new Map([...shown()].map(([name, text]) => [name, { text, at: statSync(join(out, 'current', name)).mtimeMs }]));
		await published(0);
		let changed = 0;
		for (const n of [1, 2, 1, 2]) {
			const before = dated();
			await published(n);
			for (const [name, { text, at }] of dated()) {
				const was = before.get(name);
				if (was === undefined || was.text === text) continue;
				expect(Math.floor(at / 1000), name).toBeGreaterThan(Math.floor(was.at / 1000));
				changed++;
			}
		}
		expect(changed).toBeGreaterThan(10);
	});

	test('changes by one rename, and folders nobody can be reading any more go away.', async () => {
		for (let n = 0; n < 8; n++) await published(n);
		expect(readlinkSync(join(out, 'current'))).toMatch(/^d\/8\/\d+$/);
		expect(readdirSync(join(out, 'd')).length).toBeLessThan(8);
		expect(existsSync(join(out, 'd/9'))).toBe(false);
	});

	test('is left alone when nothing changed.', async () => {
		await published(3);
		const before = readlinkSync(join(out, 'current'));
		expect(await published(3)).toMatchObject({ edited: 0, rendered: 0, written: 0 });
		expect(readlinkSync(join(out, 'current'))).toBe(before);
	});

	test('stays as it was while a file has a slip.', async () => {
		await published(1);
		const before = shown();
		await expect(published(2, { source: refusingSource() })).rejects.toThrow(Refused);
		expect(shown()).toEqual(before);
		await published(2);
		expect(shown()).toEqual(await built(2));
	});

	test('stays as it was when a page cannot be rendered.', async () => {
		await published(1);
		const before = shown();
		const renderer = { code: 'broken', render: () => Promise.reject(new Error('a page fails')) };
		await expect(published(2, { renderer })).rejects.toThrow('a page fails');
		expect(shown()).toEqual(before);
	});

	test('is rendered again by a new bundle, and filled again when lists hold another number.', async () => {
		await published(1);
		const { renderer } = orderOf(out, 1);
		const again = await published(1, { renderer: { ...renderer, code: 'new' } });
		expect(again).toMatchObject({ edited: 0, written: 0 });
		expect(again.rendered).toBeGreaterThan(20);
		await published(1, { pageSize: 3 });
		expect(shown()).toEqual(await built(1, { pageSize: 3 }));
	});

	test('survives the loss of its store.', async () => {
		await published(1);
		writeFileSync(join(out, 'store.sqlite'), 'no database at all, but some text that is longer than its header would be '.repeat(20));
		await published(2);
		expect(shown()).toEqual(await built(2));
		rmSync(join(out, 'store.sqlite'));
		await published(4);
		expect(shown()).toEqual(await built(4));
	});

	test('R7: is made again where its pages are gone and its store is not.', async () => {
		await published(1);
		rmSync(join(out, 'd'), { recursive: true });
		await published(1);
		expect(shown()).toEqual(await built(1));
		await published(2);
		expect(shown()).toEqual(await built(2));
	});

	test('stays as it was when its store is damaged in the middle, and the next run begins anew.', async () => {
		await published(1);
		const before = shown();
		const file = openSync(join(out, 'store.sqlite'), 'r+');
		writeSync(file, Buffer.alloc(200_000, 7), 0, 200_000, 8192);
		closeSync(file);
		await expect(published(2)).rejects.toThrow('下次发布会从头重建');
		expect(shown()).toEqual(before);
		await published(2);
		expect(shown()).toEqual(await built(2));
	});

	test('is not touched by a store that remembers an answer wrongly; the next run fills the store anew.', async () => {
		await published(1);
		const before = shown();
		const db = new DatabaseSync(join(out, 'store.sqlite'));
		db.exec("update question set digest = x'00' where ask like '%\"count\"%'");
		db.close();
		await expect(published(1, { renderer: { ...orderOf(out, 1).renderer, code: 'asks all again' } })).rejects.toThrow('下次发布会从头重建');
		expect(shown()).toEqual(before);
		await published(1);
		expect(shown()).toEqual(await built(1));
	});
});

describe('A plain build', () => {
	test('replaces the folder of an earlier build and nothing else.', async () => {
		expect(await built(1)).not.toEqual(await built(2));
		const foreign = join(root, 'letters');
		mkdirSync(foreign);
		writeFileSync(join(foreign, 'letter.txt'), 'keep me');
		await expect(buildSite(orderOf(foreign, 1))).rejects.toThrow(NotOurs);
		expect(readdirSync(foreign)).toEqual(['letter.txt']);
	});

	test('leaves the old folder whole when it fails.', async () => {
		const before = await built(1);
		await expect(buildSite({ ...orderOf(plain, 2), source: refusingSource() })).rejects.toThrow(Refused);
		expect(siteAt(plain)).toEqual(before);
		expect(readdirSync(root)).toEqual(['plain']);
	});
});
