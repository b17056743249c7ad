/** What a clerk and a reviewer are asked before a draft goes on, in a real browser. */
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
		await reviewer.told('已设为“待发布”，再点“发布”');
		await choose(page, /^发布$/, '现在发布');
		await reviewer.told('已发布');
		expect(board.git('show', `main:${upload}`)).toContain('the second');
		expect([...clerk.troubles, ...reviewer.troubles]).toEqual([]);
	});
});

describe('A room, and what is said of somebody', () => {
	const name = { collection: 'meetings-jinguiyuan', slug: '2026-03-10-joint' };
	const hash = `/collections/${name.collection}/entries/${name.slug}`;
	const ref = `refs/heads/cms/${name.collection}/${name.slug}`;
	const PRIVATE = '低保户刘望成患尿毒症，减免一次。';
	const ROOM = '账本放在3栋1202室。';

	/** The form, when it is filled with the record. */
	async function opened({ page, goTo }: Editor) {
		await goTo('/workflow');
		await goTo(hash);
		const body = page.getByLabel(/^正文(?: \(|$)/).last();
		await expect.poll(() => body.inputValue()).not.toBe('');
		return body;
	}
	async function save(page: Page) {
		const answer = page.waitForResponse((response) => response.request().postData()?.includes('"persistEntry"') === true);
		await page.getByRole('button', { name: '保存', exact: true }).click();
		expect((await answer).status()).toBe(200);
		await expect.poll(() => page.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true);
	}

	test('are asked about once when the draft goes to review, by keys alone, and what was answered is not asked again', async () => {
		const clerk = await logIn(browser, board, 'jingban');
		const { page } = clerk;
		const body = await opened(clerk);
		const text = await body.inputValue();
		await body.fill(`${text}\n\n${ROOM}\n\n${PRIVATE}`);
		await save(page);
		await choose(page, /状态：草稿/, '送审');
		const dialog = page.getByRole('dialog', { name: '这2处可以公开吗？' });
		await dialog.waitFor();
		const [first, second] = [dialog.getByRole('group').nth(0), dialog.getByRole('group').nth(1)];
		expect(await first.innerText()).toMatch(/“正文”\s+.*账本放在3栋1202室。/);
		expect(await second.innerText()).toContain('低保户刘望成患尿毒症');

		await page.keyboard.press('Space');
		expect(await first.getByRole('radio', { name: '可以公开' }).isChecked()).toBe(true);
		await page.keyboard.press('Tab');
		await page.keyboard.press('ArrowDown');
		expect(await first.getByLabel('理由').inputValue()).toBe('办公或公共用房，不是住户');
		await page.keyboard.press('Tab');
		await page.keyboard.press('ArrowDown');
		expect(await second.getByRole('radio', { name: '回去改' }).isChecked()).toBe(true);
		await picture(page, 'hints-1280');
		for (const width of [375, 225]) {
			await page.setViewportSize({ width, height: 720 });
			expect(await dialog.evaluate((each) => each.scrollWidth <= each.clientWidth)).toBe(true);
			await picture(page, `hints-${width}`);
		}
		await page.setViewportSize({ width: 1280, height: 900 });
		await page.keyboard.press('Enter');
		await clerk.told('没有送审：改好以后再来');
		expect(board.git('log', '-1', '--format=%B', ref)).toContain('Desk-Status: draft');

		await body.fill(`${text}\n\n${ROOM}\n\n一户困难家庭减免一次。`);
		await save(page);
		await choose(page, /状态：草稿/, '送审');
		const again = page.getByRole('dialog', { name: '这1处可以公开吗？' });
		await again.getByRole('button', { name: '回答好了，送审' }).click();
		await clerk.told('已送审，等审核员看');
		expect(board.git('log', '-1', '--format=%B', ref)).toMatch(
			/Desk-Status: pending_review[\s\S]*Desk-Answered: .*"why":"办公或公共用房，不是住户","by":"jingban"/,
		);
		expect(clerk.troubles).toEqual([]);
		await clerk.close();
	});

	test('are shown to the reviewer with the answer, and let pass in the record, not on its page', async () => {
		const reviewer = await logIn(browser, board, 'shenhe', 375);
		const { page } = reviewer;
		await opened(reviewer);
		await choose(page, /状态：送审/, '待发布');
		const dialog = page.getByRole('dialog', { name: '设为“待发布”以前' });
		await dialog.waitFor();
		expect(await dialog.innerText()).toMatch(/3栋1202室[\s\S]*可以公开：办公或公共用房，不是住户。\s*经办（示例），\d+月\d+日/);
		await picture(page, 'answers-375');
		await dialog.getByRole('button', { name: '都看过了，设为“待发布”' }).click();
		await reviewer.told('已设为“待发布”，再点“发布”');
		await choose(page, /^发布$/, '现在发布');
		await reviewer.told('已发布');
		const record = board.git('show', `main:meetings/jinguiyuan/${name.slug}.md`);
		expect(record).toMatch(/allowed:\n {2}- text: 3栋1202室\n {4}who: 编辑台（经办）/);
		const url = `${board.site}/meetings/jinguiyuan/${name.slug}/`;
		await expect.poll(async () => (await (await fetch(url)).text()).includes('账本放在')).toBe(true);
		expect(await (await fetch(url)).text()).not.toMatch(/编辑台|办公或公共用房/);
		expect(reviewer.troubles).toEqual([]);
		await reviewer.close();
	});
});
