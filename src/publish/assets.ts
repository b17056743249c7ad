import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { filesIn } from './bundle.ts';
import { type Files, fileOf } from './renderer.ts';
import { urlOfFile } from './source.ts';

/** Stylesheets and scripts of so many bundles stay in the site, for pages that lie in a reader's cache. */
const KEPT = 3;

/** Files whose name changes with what is in them. */
const isHashed = (url: string) => url.startsWith('/_astro/');

/**
 * Puts the bundle's own files (stylesheets, scripts, what lies in `public/`) into the site, and takes out those of bundles long gone.
 * `shown` is the folder of the site that shows now: when the site starts over, what is kept of older bundles is taken from there.
 */
export function putAssets(db: DatabaseSync, client: string, files: Files, startOver: { shown: string } | null): void {
	db.exec('create table if not exists asset(url text primary key, digest text not null, bundle integer not null) strict, without rowid');
	const put = db.prepare('insert or replace into asset(url, digest, bundle) values(?, ?, ?)');
	const drop = db.prepare('delete from asset where url = ?');
	const rows = db.prepare('select url, digest, bundle from asset').all() as unknown as { url: string; digest: string; bundle: number }[];
	const had = new Map(rows.map((row) => [row.url, row]));
	const latest = Math.max(0, ...rows.map(({ bundle }) => bundle));

	const now = filesIn(client)
		.sort()
		.map((file) => ({ url: urlOfFile(relative(client, file).split(sep).join('/')), bytes: readFileSync(file) }))
		.map((file) => ({ ...file, digest: hash('sha256', file.bytes) }));
	const urls = new Set(now.map(({ url }) => url));
	const isNew =
		now.some(({ url, digest }) => had.get(url)?.digest !== digest) || rows.some(({ url, bundle }) => bundle === latest && !urls.has(url));
	const bundle = isNew ? latest + 1 : latest;

	for (const { url, bytes, digest } of now) {
		if (startOver || had.get(url)?.digest !== digest) files.put(url, bytes);
		if (had.get(url)?.bundle !== bundle || had.get(url)?.digest !== digest) put.run(url, digest, bundle);
	}
	for (const row of rows.filter(({ url }) => !urls.has(url))) {
		const keep = isHashed(row.url) && row.bundle > bundle - KEPT;
		const bytes = keep && startOver ? readIfThere(join(startOver.shown, ...fileOf(row.url))) : null;
		if (keep && (!startOver || bytes)) {
			if (bytes) files.put(row.url, bytes);
			continue;
		}
		drop.run(row.url);
		if (!startOver) files.remove(row.url);
	}
}

function readIfThere(file: string): Buffer | null {
	try {
		return readFileSync(file);
	} catch {
		return null;
	}
}
