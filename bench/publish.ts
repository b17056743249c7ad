/** One publication of the invented minutes in a process of its own, to be measured: `publish.ts build|publish RECORD OUT [search]`. */
import { join } from 'node:path';
import { folderSource } from '../src/publish/content.ts';
import { gitSource } from '../src/publish/git.ts';
import { buildSite, type Order, publishSite } from '../src/publish/index.ts';
import type { Publication } from '../src/publish/publish.ts';
import { readRecord } from '../src/publish/reading.ts';
import { astroRenderer } from '../src/publish/render.ts';
import { shardUrl } from '../src/publish/sources.ts';

const [how, record = '', out = '', ...more] = process.argv.slice(2);
const search = more.includes('search');

/** `_index.md` is Hugo's. */
const read: typeof readRecord = (found) => (found.file.endsWith('/_index.md') ? { listed: null, slips: [] } : readRecord(found));

const look: Publication['look'] = (store, source) => {
	const [, community] = source.split(':');
	if (community)
		return {
			urls: [
				`/meetings/${community}/`,
				...store.ids(`meetings@${community}`).map((id) => `/${id}/`),
				...(search ? [shardUrl(community)] : []),
			],
			sources: [],
		};
	return { urls: ['/', '/meetings/'], sources: store.values('meetings@').map((id) => `community:${id}`) };
};

const order: Order = {
	source: record.endsWith('.git') ? gitSource({ repository: record }, read) : folderSource(record, read),
	out,
	today: '2026-04-13',
	renderer: astroRenderer({ folder: join(import.meta.dirname, 'build'), code: 'bench' }),
	look,
	...(search ? {} : { search: false }),
};
const { edited, rendered, written } = await (how === 'build' ? buildSite : publishSite)(order);
console.log(JSON.stringify({ edited, rendered, written }));
