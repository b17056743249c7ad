import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { putAssets } from './assets.ts';
import { type Bundle, digestOfFiles, ensureBundle, project } from './bundle.ts';
import { discard, distrust, isDamaged, openDatabase, ready, transaction } from './database.ts';
import { causeOn, type Disk, expectSymlinks } from './disk.ts';
import { openFolder } from './folder.ts';
import { Forgotten } from './memory.ts';
import { type Outcome, type Publication, publish } from './publish.ts';
import { astroRenderer } from './render.ts';
import type { Files, Renderer } from './renderer.ts';
import { projectSearch, type Search, withSearch } from './search.ts';
import type { Source } from './source.ts';
import { sourcesOf } from './sources.ts';
import { PAGE_SIZE } from './store.ts';
import { openTree, show, type Tree } from './tree.ts';

export { expectSymlinks, UnfitDisk } from './disk.ts';
export { NotOurs } from './folder.ts';
export { recordInFolder, recordInGit } from './reading.ts';
export { Refused } from './source.ts';

/** The steps of a publication in their order, as `step` is told of them. */
export const steps = [
	'opened',
	'edited',
	'asked',
	'named',
	'rendering',
	'rendered',
	'searchable',
	'prepared',
	'committed',
	'shown',
] as const;

/** What to publish, where, and as of which day. */
export interface Order {
	source: Source;
	/** The folder that holds the site (`buildSite`), or the releases with the site under `current` (`publishSite`). */
	out: string;
	today: Publication['today'];
	pageSize?: number;
	/** How pages are searched; false leaves the shards out. Default: the project's search. */
	search?: Search | false;
	/** Default: the project's own pages. */
	renderer?: Renderer;
	/** Which URLs there are; default: the project's own. */
	look?: Publication['look'];
	/** How files are linked; default: as the disk does it. */
	disk?: Disk;
	log?: (line: string) => void;
	progress?: Publication['progress'];
	step?: (name: (typeof steps)[number]) => void;
}

/**
 * Publishes what changed since the last time into `out`, where readers see one whole state under `current` at any moment. Throws
 * `Refused` if the source has slips, `UnfitDisk` where there can be no such site; then, and whenever it fails or dies, the site stays as it was.
 */
export async function publishSite(order: Order): Promise<Outcome> {
	const { out, disk, step = () => {} } = order;
	expectSymlinks(out, disk);
	const { assets, close, ...publication } = await prepare(order);
	let db: DatabaseSync | undefined;
	try {
		const opened = (db = openDatabase(out));
		const outcome = await filled(opened);
		step('committed');
		await transaction(opened, () => show(out, opened));
		step('shown');
		return outcome;
	} catch (error) {
		if (db && error instanceof Forgotten) distrust(db);
		if (db && isDamaged(error)) throw discard(db, out);
		throw causeOn(out, error);
	} finally {
		if (db?.isOpen) db.close();
		await close();
	}

	/** All of the publication but its showing, in one transaction. What it had put on the disk goes when it fails. */
	async function filled(db: DatabaseSync): Promise<Outcome> {
		let tree: Tree | undefined;
		try {
			return await transaction(db, async () => {
				tree = openTree(out, db, disk);
				const { refill } = ready(db, publication.engine, tree.isThere());
				if (refill) tree.startOver();
				step('opened');
				if (assets) putAssets(db, assets, tree, refill ? { shown: join(out, 'current') } : null);
				const outcome = await publish(db, { ...publication, ...order.source.changes(db, refill), files: tree });
				tree.prepare();
				step('prepared');
				return outcome;
			});
		} catch (error) {
			try {
				tree?.abandon();
			} catch {
				// Then the next run sweeps it away.
			}
			throw error;
		}
	}
}

/** Builds the whole site as a plain folder, by the same function from nothing. Throws `Refused`, or `NotOurs` if the folder holds other things. */
export async function buildSite(order: Order): Promise<Outcome> {
	const { assets, close, ...publication } = await prepare(order);
	const folder = openFolder(order.out);
	try {
		const db = openDatabase(folder.scratch);
		// Nobody will ever read this store again, so it need not survive anything.
		db.exec('pragma journal_mode = off; pragma synchronous = off');
		const outcome = await transaction(db, () => fill(db, folder));
		db.close();
		folder.finish();
		return outcome;
	} catch (error) {
		folder.abandon();
		throw error;
	} finally {
		await close();
	}

	function fill(db: DatabaseSync, files: Files): Promise<Outcome> {
		ready(db, publication.engine);
		if (assets) putAssets(db, assets, files, null);
		return publish(db, { ...publication, ...order.source.changes(db, true), files });
	}
}

/** Fills in what an order leaves open, and gives the digest under which a store may be used again. */
async function prepare({ today, pageSize = PAGE_SIZE, search, renderer, look, log, progress, step }: Order) {
	const bundle: Bundle | null = renderer ? null : await ensureBundle({ log });
	const pages = renderer ?? astroRenderer(bundle!);
	const searching = search === undefined ? await projectSearch() : search;
	return {
		today,
		pageSize,
		renderer: searching ? withSearch(pages, searching) : pages,
		look: look ?? sourcesOf({ search: Boolean(searching) }),
		progress,
		step: step as ((name: string) => void) | undefined,
		close: async () => {
			if (searching) await searching.close();
		},
		assets: bundle && join(bundle.folder, 'client'),
		engine: `${engineDigest()} ${pageSize} ${Boolean(searching)}`,
	};
}

/** What decides how records are kept and asked for: if any of it changes, the store is filled anew. */
const engineDigest = () =>
	digestOfFiles(project, [
		...['basics', 'law', 'schema', 'domain', 'search', 'publish'].map((folder) => `src/${folder}`),
		'package-lock.json',
	]);
