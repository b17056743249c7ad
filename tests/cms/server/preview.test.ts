/** A draft is shown by the board's own page, among what is published. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { preview } from '../../../cms/server/preview.ts';
import { Refusal } from '../../../cms/server/refusal.ts';
import { publishSite, recordInFolder } from '../../../src/publish/index.ts';
import type { Store } from '../../../src/publish/store.ts';
import { writeSmallContent } from '../../commands/small-content.ts';
import { MINUTES, minutes } from './fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'preview-'));
/** A page that says what it was told. */
const renderer = {
	code: 'small',
	render: async (url: string, store: Store) => {
		const id = url.slice(1, -1);
		const { title, publishedOn } = store.get<'meetings', 'title' | 'publishedOn'>(id, ['title', 'publishedOn'])!;
		const cards = store.list<'meetings'>('meetings', { order: '-', limit: 5 });
		return `<body><main id="m"><h1>${title}</h1><p>${publishedOn}</p><p>${cards.map((card) => card.title)}</p><img src="/uploads/a/2026/a.jpg"></main></body>`;
	},
};
const shown = preview({ store: join(folder, 'site/store.sqlite'), renderer, today: (settings) => settings?.asOf ?? '2000-01-01' });

beforeAll(async () => {
	mkdirSync(join(folder, 'content'));
	writeSmallContent(join(folder, 'content'));
	const look = () => ({ urls: [], sources: [] });
	await publishSite({
		source: recordInFolder(join(folder, 'content')),
		out: join(folder, 'site'),
		today: '2026-04-13',
		search: false,
		renderer,
		look,
	});
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a new record is shown as published today, with its pictures from the desk', async () => {
	const { file, raw } = minutes('2026-04-20-joint', { title: '还没有公开的会' });
	const { html } = await shown(file, raw);
	expect(html).toContain('<h1>还没有公开的会</h1><p>2026-04-13</p>');
	expect(html).toContain('src="/admin/uploads/a/2026/a.jpg?of=meetings%2Fceshiyuan%2F2026-04-20-joint.md"');
	expect(html).not.toContain('<main');
});

test('a published record is shown with what is written now, in lists too', async () => {
	const { raw } = minutes('2026-03-10-joint', { title: '改过的标题', publishedOn: '2026-03-12' });
	expect((await shown(MINUTES, raw)).html).toContain('<h1>改过的标题</h1><p>2026-03-12</p><p>改过的标题</p>');
	const { raw: other } = minutes('2026-04-21-joint');
	expect((await shown('meetings/ceshiyuan/2026-04-21-joint.md', other)).html).not.toContain('改过的标题');
});

test('what is no record yet says what is missing, in the words of the form', async () => {
	const { file, raw } = minutes('2026-04-22-joint', { place: undefined });
	const refused = await shown(file, raw).catch((error: unknown) => error);
	expect(refused).toBeInstanceOf(Refusal);
	expect(refused).toMatchObject({
		status: 422,
		message: expect.stringContaining('“地点”'),
		findings: [{ field: 'place', label: '“地点”' }],
	});
});

test('nothing but records has a page', async () => {
	await expect(shown('settings.json', '{}')).rejects.toMatchObject({ status: 404 });
	await expect(shown('../x.md', '')).rejects.toMatchObject({ status: 403 });
});
