import { join } from 'node:path';
import { folderSource } from '../src/publish/content.ts';
import { gitSource } from '../src/publish/git.ts';
import { buildSite, publishSite } from '../src/publish/index.ts';
import type { Publication } from '../src/publish/publish.ts';
import { readRecord } from '../src/publish/reading.ts';
import { astroRenderer } from '../src/publish/render.ts';
import type { Read } from '../src/publish/source.ts';
import { shardUrl } from '../src/publish/sources.ts';

/** Builds or publishes minutes by the project's own reader and publisher, with the bare pages beside this file. */
export async function publication(whole: boolean, record: string, out: string, search: boolean) {
	const { edited, rendered, written } = await (whole ? buildSite : publishSite)({
		source: record.endsWith('.git') ? gitSource({ repository: record }, read) : folderSource(record, read),
		out,
		today: '2026-04-13',
		renderer: astroRenderer({ folder: join(import.meta.dirname, 'build'), code: 'bench' }),
		look: lookWith(search),
		...(search ? {} : { search: false }),
	});
	return { edited, rendered, written };
}

/** `_index.md` is Hugo's. */
const read: Read = (found) => (found.file.endsWith('/_index.md') ? { listed: null, slips: [] } : readRecord(found));

const lookWith =
	(search: boolean): Publication['look'] =>
	(store, source) => {
		const [, community] = source.split(':');
		if (!community) return { urls: ['/', '/meetings/'], sources: store.values('meetings@').map((id) => `community:${id}`) };
		const records = store.ids(`meetings@${community}`).map((id) => `/${id}/`);
		return { urls: [`/meetings/${community}/`, ...records, ...(search ? [shardUrl(community)] : [])], sources: [] };
	};
