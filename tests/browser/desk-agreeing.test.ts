/** What a reviewer agrees to, in a real browser: G5, what comes with a draft is shown, and nothing else is published. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainPdf } from '../privacy/files.ts';
import { launch } from './chromium.ts';
import { choose, type DeskBoard, type Editor, logIn, startBoard } from './desk-board.ts';

let browser: Browser;
let board: DeskBoard;
beforeAll(async () => {
	[browser, board] = [await launch(), await startBoard()];
});
afterAll(async () => {
	await browser?.close();
	await board?.end();
});

/** An action of the protocol, in the session of somebody's browser. */
async function act({ page }: Editor, action: string, params: object) {
	const answer = await page.request.post(`${board.desk}/admin/api/v1`, {
		data: { branch: 'main', action, params: { branch: 'main', ...params } },
	});
	expect(answer.status(), await answer.text()).toBe(200);
	return answer.json();
}

/** A picture of the screen, to look at, when it is asked for. */
async function picture(page: Page, name: string): Promise<void> {
	const folder = process.env['DESK_SHOTS'];
	if (folder) await page.screenshot({ path: `${folder}/${name}.png`, style: '.Toastify { display: none }' });
}

describe('G5: a draft with a file', () => {
	const file = 'meetings/jinguiyuan/2026-04-10-joint.md';
	const name = { collection: 'meetings-jinguiyuan', slug: '2026-04-10-joint' };
	const upload = 'uploads/jinguiyuan/2026/baojia.pdf';
	let clerk: Editor;
	let reviewer: Editor;
	beforeAll(async () => {
		[clerk, reviewer] = [await logIn(browser, board, 'jingban'), await logIn(browser, board, 'shenhe')];
	});
	afterAll(() => Promise.all([clerk.close(), reviewer.close()]));

	/** Saves the draft with this text in its PDF, as the clerk who has it open. */
	async function saved(text: string) {
		const raw = `${board.git('show', `main:${file}`)}\n\n附：[报价单](/${upload})\n`;
		const base = board.git('rev-parse', `main:${file}`);
		const draft = board.git('for-each-ref', '--format=%(objectname)', 'refs/heads/cms');
		const at = (path: string) => board.git('rev-parse', `${draft}:${path}`);
		await act(clerk, 'persistEntry', {
			dataFiles: [{ path: file, slug: name.slug, raw }],
			assets: [{ path: upload, content: Buffer.from(plainPdf(text)).toString('base64'), encoding: 'base64' }],
			options: { collectionName: name.collection },
			baseIds: draft ? { [file]: at(file), [upload]: at(upload) } : { [file]: base },
		});
	}

	test('G5: is agreed to after its files were shown, with names and sizes, as just the files that would be published', async () => {
		await saved('the first');
		await act(clerk, 'updateUnpublishedEntryStatus', { ...name, newStatus: 'pending_review' });
		const { page } = reviewer;
		await reviewer.goTo(`/collections/${name.collection}/entries/${name.slug}`);
		await choose(page, /状态：送审/, '待发布');
		const dialog = page.getByRole('dialog', { name: '设为“待发布”以前' });
		const link = dialog.getByRole('link', { name: 'baojia.pdf' });
		await link.waitFor();
		expect(await dialog.innerText()).toMatch(/1个附件[\s\S]*baojia\.pdf\s*1 KB/);
		await picture(page, 'agree-1280');
		const answer = await page.request.get(new URL((await link.getAttribute('href'))!, board.desk).href);
		expect(await answer.text()).toContain('the first');

		await page.keyboard.press('Escape');
		await reviewer.told('没有设为“待发布”');
		expect(board.git('log', '-1', '--format=%B', `refs/heads/cms/${name.collection}/${name.slug}`)).toContain(
			'Desk-Status: pending_review',
		);
	});

	test('G5: swapped while the reviewer has it open is not agreed to, and what changed is said', async () => {
		const { page } = reviewer;
		await saved('the second');
		await choose(page, /状态：送审/, '待发布');
		await page.getByRole('button', { name: '都看过了，设为“待发布”' }).click();
		expect(await reviewer.told('又有改动')).toMatch(/经办（示例）在\d+月\d+日\d+:\d\d换了附件“baojia\.pdf”。请重新打开/);

		await reviewer.goTo('/workflow');
		await page.getByText('送审', { exact: true }).first().waitFor();
		await reviewer.goTo(`/collections/${name.collection}/entries/${name.slug}`);
		await choose(page, /状态：送审/, '待发布');
		await page.getByRole('button', { name: '都看过了，设为“待发布”' }).click();
		await reviewer.told('状态已改');
		await choose(page, /^发布$/, '现在发布');
		await reviewer.told('已发布');
		expect(board.git('show', `main:${upload}`)).toContain('the second');
		expect([...clerk.troubles, ...reviewer.troubles]).toEqual([]);
	});
});
