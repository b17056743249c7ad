import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DecapCollection, DecapConfig } from '../../src/derive/decap.ts';
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

const SHOTS = 'docs/editors/images';

/** A picture for the editors' guide, when it is asked for. */
async function picture(page: Page, name: string): Promise<void> {
	if (!process.env['DESK_PICTURES']) return;
	mkdirSync(SHOTS, { recursive: true });
	// Messages go by themselves, but a test is faster than a clerk.
	const png = await page.screenshot({ style: '.Toastify { display: none }' });
	await sharp(png).webp({ quality: 82 }).toFile(`${SHOTS}/${name}.webp`);
}

const field = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}(?: \\(|$)`)).last();
const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true }).click();

/** Saves, and waits until it is saved: the button has nothing to do. */
async function saved(page: Page): Promise<void> {
	const answer = page.waitForResponse((response) => response.request().postData()?.includes('"persistEntry"') === true);
	await save(page);
	const got = await answer;
	expect(got.status(), await got.text()).toBe(200);
	await expect.poll(() => page.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true);
}

/** Throws the draft away, and waits until the form holds the published record again: the desk's app reads it anew once it was told. */
async function discarded(page: Page): Promise<void> {
	const discard = page.getByRole('button', { name: '放弃没有发布的修改' });
	const read = page.waitForResponse((response) => response.request().postData()?.includes('"getEntry"') === true);
	await discard.click();
	await read;
	await discard.waitFor({ state: 'detached' });
	await page.waitForLoadState('networkidle');
}

describe('Minutes, from the login to the resident', () => {
	const TITLE = '4月业委会会议：充电棚的账对过了';
	const PHRASE = '大家把充电棚的凭证从头到尾对了一遍';
	const HASH = '/collections/meetings-jinguiyuan';
	let clerk: Editor;
	beforeAll(async () => {
		const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
		await page.goto(`${board.desk}/admin/login`);
		await picture(page, 'login');
		await page.close();
		clerk = await logIn(browser, board, 'jingban');
	});
	afterAll(() => clerk.close());

	test('a clerk begins with what there is, and a telephone number is refused beside the field', async () => {
		const { page } = clerk;
		await clerk.goTo(HASH);
		await page.getByText('4月联席会议').first().waitFor();
		await picture(page, 'list');
		await page.getByRole('link', { name: '新建会议纪要' }).click();
		await field(page, '标题').fill(TITLE);
		await page.getByLabel('形式').selectOption({ label: '业委会会议' });
		await page.getByLabel('召集').selectOption({ label: '金桂苑（示例）业主委员会' });
		await field(page, '开会日期').fill('2026.4.12');
		await field(page, '地点').fill('物业用房');
		const body = field(page, '正文');
		await body.fill('有事找小王，13812345678。');
		await save(page);
		await page.getByText('里面像是有手机号').first().waitFor();
		await page.getByText('里面像是有手机号').first().scrollIntoViewIfNeeded();
		await picture(page, 'refused');
		expect(board.git('for-each-ref', 'refs/heads/cms')).toBe('');

		await body.fill(`4月12日晚，${PHRASE}。`);
	});

	test('an unfinished draft is kept, in the clerk’s name', async () => {
		const { page } = clerk;
		await saved(page);
		expect(clerk.asked.at(-1)).toMatch(/还有 3 项没有填：\n“状态”还没有填。\n“议题”至少要有1项。\n“来源”至少要有1项。/);
		await page.waitForURL(/entries\/2026-04-12-committee$/);
		expect(board.git('log', '--all', '-1', '--format=%an <%ae>')).toBe('经办（示例） <jingban@board.localhost>');
	});

	test('the draft is finished beside its own page, and sent to review', async () => {
		const { page } = clerk;
		await page.getByLabel('状态').first().selectOption({ label: '已定稿' });
		await page.getByRole('button', { name: '加一项议题' }).click();
		await field(page, '议题').fill('充电棚一季度的账');
		await field(page, '决定').fill('账目无误，在公开栏上贴一个月。');
		await page.getByLabel('结果').first().selectOption({ label: '通过' });
		await page.getByRole('button', { name: '加一项来源' }).click();
		await field(page, '名称').fill('签字原件（示例材料，虚构）');
		const preview = page.frameLocator('#preview-pane');
		await preview.getByRole('heading', { level: 1, name: TITLE.slice(0, 4) }).waitFor();
		expect(await preview.locator('main').innerText()).toContain('充电棚一季度的账');
		await page.getByLabel('标题', { exact: true }).first().scrollIntoViewIfNeeded();
		await picture(page, 'editor');
		await saved(page);
		await choose(page, /状态：草稿/, '送审');
		await clerk.told('已送审，等审核员看');
		await picture(page, 'sent');
	});

	test('the clerk cannot publish it, neither by a button nor without one', async () => {
		const { page } = clerk;
		expect(await page.getByRole('button', { name: /^发布/ }).count()).toBe(0);
		const asked = await page.request.post(`${board.desk}/admin/api/v1`, {
			data: {
				branch: 'main',
				action: 'publishUnpublishedEntry',
				params: { branch: 'main', collection: 'meetings-jinguiyuan', slug: '2026-04-12-committee' },
			},
		});
		expect(asked.status()).toBe(403);
		expect((await asked.json()).error).toContain('只有审核员可以发布');
	});

	test('a reviewer publishes it, and the resident’s page is there', async () => {
		const reviewer = await logIn(browser, board, 'shenhe');
		const { page } = reviewer;
		await reviewer.goTo('/workflow');
		await page.getByText(TITLE).first().waitFor();
		await picture(page, 'review');
		await page.getByText(TITLE).first().click();
		await choose(page, /状态：送审/, '待发布');
		await reviewer.told('已设为“待发布”，再点“发布”');
		await page.getByRole('button', { name: '发布', exact: true }).click();
		await picture(page, 'publish');
		// It goes by itself, maybe before the page is there.
		const told = reviewer.told('已发布');
		const start = performance.now();
		await page.getByRole('menuitem', { name: '现在发布' }).click();
		const url = `${board.site}/meetings/jinguiyuan/2026-04-12-committee/`;
		await expect.poll(async () => (await fetch(url)).status).toBe(200);
		const seconds = (performance.now() - start) / 1000;
		console.log(`from 发布 to the resident's page: ${seconds.toFixed(2)} s`);
		await told;

		const resident = await browser.newPage({ viewport: { width: 390, height: 844 } });
		await resident.goto(url);
		await picture(resident, 'published');
		expect(await resident.locator('main').innerText()).toContain(PHRASE);
		await resident.goto(`${board.site}/search/?q=${encodeURIComponent('充电棚的凭证')}&community=jinguiyuan`);
		await resident.getByText('充电棚的账对过了').first().waitFor();
		expect(board.git('log', '-1', '--format=%an', 'main', '--', 'meetings/jinguiyuan/2026-04-12-committee.md')).toMatch(/经办|审核/);
		expect(board.git('log', '--format=%an', 'main')).toContain('经办（示例）');
		expect(board.git('show', 'main:meetings/jinguiyuan/2026-04-12-committee.md')).toMatch(/^publishedOn: /m);
		expect([...clerk.troubles, ...reviewer.troubles]).toEqual([]);
		await resident.close();
		await reviewer.close();
	});
});

describe('At the desk', () => {
	let reviewer: Editor;
	let config: DecapConfig;
	beforeAll(async () => {
		reviewer = await logIn(browser, board, 'shenhe');
		config = await (await reviewer.page.request.get(`${board.desk}/admin/api/config`)).json();
	});
	afterAll(() => reviewer.close());

	/** One form of each kind: those of the first community, and the whole board's. */
	const kinds = (): DecapCollection[] => [...new Map(config.collections.toReversed().map((c) => [c.desk.collection, c])).values()];

	test('every kind of form opens, in Chinese throughout', async () => {
		const { page } = reviewer;
		const english: string[] = [];
		for (const { name, files, fields, create } of kinds()) {
			await reviewer.goTo(
				files ? `/collections/${name}/entries/${files[0]!.name}` : create ? `/collections/${name}/new` : `/collections/${name}`,
			);
			if (create === false) await page.locator('a[href*="/entries/"]').first().click();
			const first = (fields ?? files![0]!.fields)[0]!;
			await page.getByLabel(first.label).first().waitFor();
			const labels = await page.locator('label').allInnerTexts();
			for (const { label, widget } of fields ?? files![0]!.fields)
				if (widget !== 'hidden')
					expect(
						labels.some((text) => text.startsWith(label)),
						`${name}: ${label}`,
					).toBe(true);
			if (create) english.push(...wordsIn(await page.locator('#nc-root').innerText()).map((word) => `${name}: ${word}`));
		}
		expect(english).toEqual([]);
		expect(reviewer.troubles).toEqual([]);
	});

	test('the lists and the board of drafts are in Chinese throughout', async () => {
		const { page } = reviewer;
		for (const hash of ['/collections/ledgers-jinguiyuan', '/workflow']) {
			await reviewer.goTo(hash);
			await page.waitForLoadState('networkidle');
			expect(wordsIn(await page.locator('#nc-root').innerText())).toEqual([]);
		}
	});

	test('what is changed and changed back stays byte for byte, in every kind of file', async () => {
		const { page } = reviewer;
		for (const collection of kinds()) {
			const { name, files, folder, extension } = collection;
			const fields = collection.fields ?? files![0]!.fields;
			const text = fields.find(({ widget, pattern }) => widget === 'string' && pattern?.[1].startsWith('写一行'))!;
			await reviewer.goTo(files ? `/collections/${name}/entries/${files[0]!.name}` : `/collections/${name}`);
			if (!files) await page.locator('a[href*="/entries/"]').first().click();
			const input = page.getByLabel(text.label).first();
			await input.waitFor();
			const slug = decodeURIComponent(page.url().split('/entries/')[1]!);
			const path = files ? files[0]!.file : `${folder}/${slug}.${extension}`;
			const before = await input.inputValue();
			await input.fill(`${before}改`);
			await saved(page);
			const draft = board.git('for-each-ref', '--format=%(refname)', 'refs/heads/cms').split('\n').at(-1)!;
			expect(board.git('show', `${draft}:${path}`), path).not.toBe(board.git('show', `main:${path}`));
			await input.fill(before);
			await saved(page);
			expect(board.git('rev-parse', `${draft}:${path}`), path).toBe(board.git('rev-parse', `main:${path}`));
			await discarded(page);
			await expect.poll(() => board.git('for-each-ref', 'refs/heads/cms')).toBe('');
		}
	});

	test('a text stays as it was written, through saving and reopening, and its page shows it beside', async () => {
		const { page } = reviewer;
		const text = [
			'## 一、收支',
			'',
			'**改造时间：**4月20日，**地点：**东门',
			'到会：张*三、李*四、王**和赵**',
			'地面60*150元/月、地下200*80元/月，3*4*5',
			'',
			'1. 甲',
			'3. 丙',
			'7. 庚',
			'',
			'+ 120.00元',
			'- 350.00元',
			'',
			'| 项目 | 金额 |',
			'| --- | --- |',
			'| 停车<br>地面 | 1,200.00 |',
			'',
			'意见\t户数',
			'同意\t36',
		].join('\n');
		const hash = '/collections/meetings-jinguiyuan/entries/2026-04-10-joint';
		const path = 'meetings/jinguiyuan/2026-04-10-joint.md';
		const inDraft = () => board.git('show', `${board.git('for-each-ref', '--format=%(refname)', 'refs/heads/cms')}:${path}`);
		const body = field(page, '正文');
		await reviewer.goTo(hash);
		await expect.poll(() => body.inputValue()).not.toBe('');
		await body.fill(text);
		await saved(page);
		expect(inDraft().endsWith(`---\n\n${text}\n`) || inDraft().endsWith(`---\n\n${text}`)).toBe(true);

		const preview = page.frameLocator('#preview-pane');
		await preview.getByText('改造时间：').waitFor();
		expect(await preview.locator('.doc strong').allInnerTexts()).toEqual(['改造时间：', '地点：']);
		const shown = await preview.locator('main').innerText();
		for (const line of ['到会：张*三、李*四、王**和赵**', '地面60*150元/月、地下200*80元/月，3*4*5', '+ 120.00元\n- 350.00元'])
			expect(shown).toContain(line);
		const numbers = await preview.locator('.doc ol > li').evaluateAll((items) => items.map((item) => item.getAttribute('value')));
		expect(numbers).toEqual([null, '3', '7']);
		expect(await preview.locator('.doc tbody tr').allInnerTexts()).toEqual(['停车\n地面\t1,200.00', '同意\t36']);

		await reviewer.goTo('/workflow');
		await reviewer.goTo(hash);
		await expect.poll(() => body.inputValue()).toBe(text);
		const title = page.getByLabel('标题', { exact: true }).first();
		await title.fill(`${await title.inputValue()}改`);
		await saved(page);
		expect(inDraft()).toContain(text);
		await discarded(page);
		await expect.poll(() => board.git('for-each-ref', 'refs/heads/cms')).toBe('');
	});

	test('a ledger whose closing does not add up is refused beside the field, with the sum that was expected', async () => {
		const { page } = reviewer;
		await reviewer.goTo('/collections/ledgers-jinguiyuan/entries/2026-Q1-common-income');
		await expect.poll(() => field(page, '期末结余').inputValue()).toMatch(/^\d+\.\d\d$/);
		// A record is shown at once when a list has read it, and then read again.
		await page.frameLocator('#preview-pane').getByText('期末结余').first().waitFor();
		await page.waitForLoadState('networkidle');
		await field(page, '期末结余').fill('1元');
		await save(page);
		const said = page.getByText(/期末结余写的是1\.00，算出来是/).first();
		await said.waitFor();
		expect(await said.innerText()).toMatch(/期初.+＋收入.+－支出.+对一对明细/s);
		expect(board.git('for-each-ref', 'refs/heads/cms')).toBe('');
	});

	test('a day that does not exist is refused by the server as well', async () => {
		const path = 'meetings/jinguiyuan/2026-02-30-joint.md';
		const dataFiles = [{ path, slug: '2026-02-30-joint', raw: '---\ntitle: 会议\nform: joint\nheldOn: 2026-02-30\n---\n' }];
		const options = { collectionName: 'meetings-jinguiyuan', useWorkflow: true, newEntry: true, commitMessage: '' };
		const answer = await reviewer.page.request.post(`${board.desk}/admin/api/v1`, {
			data: {
				branch: 'main',
				action: 'persistEntry',
				params: { branch: 'main', dataFiles, assets: [], options, baseIds: { [path]: null } },
			},
		});
		expect(answer.status()).toBe(422);
		expect((await answer.json()).error).toMatch(/“开会日期”.*2026-02-30.*没有这一天/s);
	});

	test('a session that has ended asks for the password over the text, and the text is saved', async () => {
		const { page } = reviewer;
		await reviewer.goTo('/collections/notices-jinguiyuan');
		await page.locator('a[href*="/entries/"]').first().click();
		await field(page, '致').fill('金桂苑全体业主和住户');
		await page.context().clearCookies();
		// The preview is the first to notice.
		const dialog = page.getByRole('dialog', { name: '登录已过期' });
		await dialog.getByLabel('账号').fill('shenhe');
		await dialog.getByLabel('密码').fill(board.passwords['shenhe']!);
		await dialog.getByRole('button', { name: '登录' }).click();
		await saved(page);
		expect(board.git('show', board.git('for-each-ref', '--format=%(objectname)', 'refs/heads/cms'), '--format=')).toContain(
			'+addressee: 金桂苑全体业主和住户',
		);
	});
});

describe('On a phone', () => {
	test('the login, the list and the form fit the screen', async () => {
		const clerk = await logIn(browser, board, 'jingban', 390);
		const { page } = clerk;
		const wide: string[] = [];
		const look = async (what: string) => {
			const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
			if (content! > screen!) wide.push(`${what} is ${content} px wide`);
		};
		await clerk.goTo('/collections/notices-jinguiyuan');
		await page.getByRole('link', { name: /^新建/ }).first().waitFor();
		await look('the list');
		await clerk.goTo('/collections/notices-jinguiyuan/new');
		await page.getByLabel('标题').first().waitFor();
		await look('the form');
		await page.context().clearCookies();
		await page.goto(`${board.desk}/admin/login`);
		await look('the login');
		await clerk.close();
		expect(wide).toEqual([]);
	});
});

/** The words of a text that a clerk would have to know English for. */
const wordsIn = (text: string): string[] =>
	[...new Set(text.replace(/localhost:\d+|https?:\/\/\S+/g, '').match(/[A-Za-z][a-z]{2,}/g) ?? [])].filter(
		(word) => !['Word', 'Excel'].includes(word),
	);
