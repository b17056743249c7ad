import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { putAssets } from '../../src/publish/assets.ts';
import { MemoryFiles } from './fixture/equivalence.ts';

let root: string;
let db: DatabaseSync;
let site: MemoryFiles;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'gongkailan-assets-'));
	db = new DatabaseSync(':memory:');
	site = new MemoryFiles();
});
afterEach(() => {
	db.close();
	rmSync(root, { recursive: true, force: true });
});

/** A bundle with these files goes into the site; gives the names of what is there then. */
function release(files: Record<string, string>, startOver: { shown: string } | null = null): string[] {
	const client = mkdtempSync(join(root, 'client-'));
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(client, name)), { recursive: true });
		writeFileSync(join(client, name), text);
	}
	putAssets(db, client, site, startOver);
	return [...site.files.keys()].sort();
}

test('A stylesheet stays for two bundles after the one that had it; a file of public/ goes with its bundle.', () => {
	expect(release({ '_astro/a.css': 'a', 'favicon.svg': '1' })).toEqual(['_astro/a.css', 'favicon.svg']);
	expect(release({ '_astro/b.css': 'b' })).toEqual(['_astro/a.css', '_astro/b.css']);
	expect(release({ '_astro/b.css': 'b' }), 'the same bundle again is none more').toEqual(['_astro/a.css', '_astro/b.css']);
	expect(release({ '_astro/c.css': 'c' })).toEqual(['_astro/a.css', '_astro/b.css', '_astro/c.css']);
	expect(release({ '_astro/d.css': 'd' })).toEqual(['_astro/b.css', '_astro/c.css', '_astro/d.css']);
});

test('A changed file of public/ replaces the old one.', () => {
	release({ 'schemas/notice.json': '1' });
	release({ 'schemas/notice.json': '2' });
	expect(site.files.get('schemas/notice.json')).toBe('2');
});

test('When the site starts over, the stylesheets of the last bundles are taken along.', () => {
	const shown = join(root, 'shown');
	mkdirSync(join(shown, '_astro'), { recursive: true });
	writeFileSync(join(shown, '_astro/a.css'), 'a');
	release({ '_astro/a.css': 'a', '_astro/lost.css': 'l' });
	site = new MemoryFiles();
	expect(release({ '_astro/b.css': 'b' }, { shown })).toEqual(['_astro/a.css', '_astro/b.css']);
});
