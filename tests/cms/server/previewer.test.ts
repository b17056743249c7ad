/** Previews are made in a thread of their own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../../../cms/server/refusal.ts';
import { previewer } from '../../../scripts/lib/previewer.ts';
import { publishSite, recordInFolder } from '../../../src/publish/index.ts';
import { astroRenderer } from '../../../src/publish/render.ts';
import { writeSmallContent } from '../../commands/small-content.ts';
import { MINUTES, minutes } from './fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'previewer-'));
const pages = { folder: join(folder, 'pages'), code: 'small' };
const parts = { store: join(folder, 'site/store.sqlite'), pages, today: '2026-04-13' };
const file = MINUTES;
const titled = (title: string) => minutes('2026-03-10-joint', { title }).raw;

beforeAll(async () => {
	writeSmallContent(join(folder, 'content'));
	mkdirSync(join(pages.folder, 'server'), { recursive: true });
	// A page that says its title, and one that never ends.
	writeFileSync(
		join(pages.folder, 'server/entry.mjs'),
		`export async function render(url, { store }) {
			const { title } = store.get(new URL(url).pathname.slice(1, -1), ['title']) ?? {};
			while (title === '没有尽头');
			return new Response('<main><h1>' + title + '</h1></main>');
		}`,
	);
	const look = () => ({ urls: [], sources: [] });
	const source = recordInFolder(join(folder, 'content'));
	await publishSite({ source, out: join(folder, 'site'), today: '2026-04-13', search: false, renderer: astroRenderer(pages), look });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('G7: a draft is shown by a thread of its own, and what is wrong with it is told as ever', async () => {
	const previews = previewer(parts);
	expect((await previews.preview(file, titled('四月联席会'))).html).toContain('<h1>四月联席会</h1>');
	const refused = previews.preview(file, '---\ntitle: [[[\n---\n');
	await expect(refused).rejects.toBeInstanceOf(Refusal);
	await expect(refused).rejects.toMatchObject({ status: 422, message: expect.stringContaining('还不能预览') });
	previews.close();
});

test('G7: a draft whose page never ends holds nobody up, is refused, and the next is shown', async () => {
	const previews = previewer(parts, { cpu: 500 });
	const order: string[] = [];
	const endless = previews.preview(file, titled('没有尽头')).catch((error) => {
		order.push('refused');
		return error;
	});
	for (let i = 0; i < 5; i++) {
		await turn();
		order.push('went on');
	}
	expect(await endless).toMatchObject({ status: 422, message: expect.stringContaining('预览不出来') });
	expect(order).toEqual([...Array(5).fill('went on'), 'refused']);
	expect((await previews.preview(file, titled('四月联席会'))).html).toContain('四月联席会');
	previews.close();
});
