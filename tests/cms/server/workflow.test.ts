/** The way of a record at the desk: written by one, read by another, published. */
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileOf } from '../../commands/small-content.ts';
import { MINUTES, minutes, nameOf, type OpenDesk, openDesk } from './fixture.ts';

type Person = Awaited<ReturnType<OpenDesk['as']>>;
let desk: OpenDesk;
let zhang: Person;
let wang: Person;
let li: Person;
let zhao: Person;

beforeAll(async () => {
	desk = await openDesk();
	[zhang, wang, li, zhao] = [await desk.as('zhang'), await desk.as('wang'), await desk.as('li'), await desk.as('zhao')];
});
afterAll(() => desk.end());

/** Writes new minutes as a clerk and brings them to the last step. */
async function ready(slug: string, over: object = {}): Promise<string> {
	const { file, raw } = minutes(slug, over);
	expect((await zhang.save(file, raw)).status).toBe(200);
	expect((await zhang.status(file, 'pending_review')).status).toBe(200);
	expect((await li.status(file, 'pending_publish')).status).toBe(200);
	return file;
}

describe('A draft', () => {
	const { file, raw } = minutes('2026-04-01-joint');

	test('is a commit in the name of its author and not on main', async () => {
		const main = desk.git('rev-parse', 'main');
		const saved = await zhang.save(file, raw);
		expect(saved.status).toBe(200);
		expect(desk.git('rev-parse', 'main')).toBe(main);
		const ref = 'cms/meetings-ceshiyuan/2026-04-01-joint';
		expect(desk.text(file, ref)).toBe(raw);
		expect(saved.json.ids[file]).toBe(desk.blob(file, ref));
		expect(desk.git('log', '-1', '--format=%an <%ae>|%cn|%s', ref)).toBe(
			'张三 <zhang@desk.example>|公开栏|新建“会议纪要”：2026-04-01-joint',
		);
	});

	test('is listed and read with its status, its author and its id', async () => {
		expect((await li.act('unpublishedEntries')).json).toEqual(['meetings-ceshiyuan/2026-04-01-joint']);
		const { json } = await li.draft(file);
		expect(json).toMatchObject({ ...nameOf(file), status: 'draft', pullRequestAuthor: '张三' });
		expect(json.diffs).toEqual([{ id: expect.any(String), path: file, newFile: true, binary: false, size: Buffer.byteLength(raw) }]);
		expect((await li.act('unpublishedEntry', { id: 'meetings-ceshiyuan/2026-04-01-joint' })).json).toEqual(json);
		expect((await li.act('unpublishedEntryDataFile', { ...nameOf(file), path: file, id: 'x' })).json).toEqual({
			data: raw,
			id: json.diffs[0].id,
		});
	});

	test('that somebody else changed meanwhile is not overwritten, and who and when is said', async () => {
		const base = desk.blob(file, 'cms/meetings-ceshiyuan/2026-04-01-joint');
		expect((await wang.save(file, raw.replace('逐项说过', '逐项议过'), base)).status).toBe(200);
		const stale = await zhang.save(file, raw.replace('逐项说过', '逐项谈过'), base);
		expect(stale.status).toBe(409);
		expect(stale.json.error).toMatch(/^没有保存：王五在\d+月\d+日\d+:\d\d改过这份内容，.*您的文字还在编辑框里/);
		expect(desk.text(file, 'cms/meetings-ceshiyuan/2026-04-01-joint')).toContain('逐项议过');
	});

	test('may not have its steps skipped by who wrote it', async () => {
		const refused = await zhang.status(file, 'pending_publish');
		expect([refused.status, refused.json.error]).toEqual([403, '只有审核员可以发布。请把状态设为“送审”，由审核员来看。']);
		expect((await li.publish(file)).status).toBe(409);
	});

	test('keeps its status and its author when the desk is started anew', async () => {
		await zhang.status(file, 'pending_review');
		await desk.again();
		[zhang, wang, li, zhao] = [await desk.as('zhang'), await desk.as('wang'), await desk.as('li'), await desk.as('zhao')];
		expect((await li.draft(file)).json).toMatchObject({ status: 'pending_review', pullRequestAuthor: '王五' });
	});

	test('goes back to review when its text is changed after a reviewer agreed', async () => {
		await li.status(file, 'pending_publish');
		const base = desk.blob(file, 'cms/meetings-ceshiyuan/2026-04-01-joint');
		await zhang.save(file, raw.replace('逐项说过', '又改一次'), base);
		expect((await li.draft(file)).json).toMatchObject({ status: 'pending_review', pullRequestAuthor: '张三' });
	});

	test('that is thrown away is nowhere at the desk and still in the repository', async () => {
		const tip = desk.git('rev-parse', 'cms/meetings-ceshiyuan/2026-04-01-joint');
		expect((await zhang.discard(file)).status).toBe(200);
		expect((await li.draft(file)).status).toBe(404);
		expect(desk.refs()).toMatch(new RegExp(`refs/desk/discarded/meetings-ceshiyuan/2026-04-01-joint/\\S+ ${tip}`));
	});

	test('may lack what is not known yet', async () => {
		const half = minutes('2026-04-02-joint', { place: undefined, agenda: [], chair: '' });
		expect((await zhang.save(half.file, half.raw)).status).toBe(200);
		await zhang.discard(half.file);
	});

	test.for([
		['a mobile number', { place: '联系 13812345678' }, /“地点”：里面像是有手机号：“138…78”/],
		['a day that does not exist', { heldOn: '2026-02-30' }, /“开会日期”写的是“2026-02-30”，没有这一天/],
		['an amount of money of the wrong kind', { parties: [{ name: '业委会', due: '五', present: 4 }] }, /“到会”第1项的“应到”：/],
		['G9: a sign nobody sees', { place: '活动\u200B室' }, /“地点”的第3个字（“活动”后面）是零宽空格 U\+200B。/],
		['a field there is not', { plac: '活动室' }, /没有叫“plac”的字段/],
	] as const)('with %s is refused in the words of the form', async ([, over, words]) => {
		const { file: bad, raw: text } = minutes('2026-04-03-joint', over);
		const before = desk.refs();
		const refused = await zhang.save(bad, text);
		expect(refused.status).toBe(422);
		expect(refused.json.error).toMatch(words);
		expect(refused.json.findings[0]).toMatchObject({ file: bad, kind: 'slip' });
		expect(desk.refs()).toBe(before);
	});

	test('of which nothing is changed is not begun', async () => {
		expect((await zhang.save(MINUTES, desk.text(MINUTES), desk.blob(MINUTES))).status).toBe(422);
	});
});

describe('A publication', () => {
	test('carries the name of who wrote and of who read it, and the day', async () => {
		const file = await ready('2026-04-05-joint');
		const published = await li.publish(file);
		expect([published.status, published.json.message]).toEqual([200, 'ok']);
		expect(desk.git('log', '-1', '--format=%an|%cn|%s|%(trailers:key=Reviewed-by,valueonly)', 'main').trim()).toBe(
			'张三|公开栏|发布“会议纪要”：2026-04-05-joint|李四 <li@desk.example>',
		);
		expect(desk.text(file)).toContain('publishedOn: 2026-04-13\n');
		expect(desk.refs()).not.toContain('refs/heads/cms/meetings-ceshiyuan/2026-04-05-joint');
		expect(desk.checked.at(-1)).toBe(desk.git('rev-parse', 'main'));
		expect(published.json.commit).toBe(desk.checked.at(-1));
	});

	test('of a record that stands on the board keeps the day it first came there', async () => {
		const text = desk
			.text(MINUTES)
			.replace('逐项说过', '逐项说清')
			.replace(/^publishedOn: .*\n/m, '');
		await zhang.save(MINUTES, text, desk.blob(MINUTES));
		await zhang.status(MINUTES, 'pending_review');
		await li.status(MINUTES, 'pending_publish');
		expect((await li.publish(MINUTES)).status).toBe(200);
		expect(desk.text(MINUTES)).toContain('publishedOn: 2026-03-12\n');
	});

	test('P2: carries the day of the server whatever the client sends: on what is new, and on what stands on the board', async () => {
		const copied = await ready('2026-03-20-joint', { publishedOn: '2026-03-12', heldOn: '2026-03-20' });
		expect((await li.publish(copied)).status).toBe(200);
		expect(desk.text(copied)).toContain('publishedOn: 2026-04-13\n');
		for (const sent of ['2026-01-01', '2026-04-13']) {
			const text = desk
				.text(MINUTES)
				.replace(/逐项说./, `逐项说${sent.at(-1)}`)
				.replace(/^publishedOn: .*$/m, `publishedOn: ${sent}`);
			await zhang.save(MINUTES, text, desk.blob(MINUTES));
			await li.status(MINUTES, 'pending_publish');
			expect((await li.publish(MINUTES)).status).toBe(200);
			expect(desk.text(MINUTES)).toMatch(/^publishedOn: 2026-03-12$/m);
		}
	});

	test('P5: cannot take an old name from a record that leads on from it', async () => {
		const file = await ready('2026-03-21-joint', { formerly: ['meetings/ceshiyuan/was-here'] });
		expect((await li.publish(file)).status).toBe(200);
		await zhang.save(file, desk.text(file).replace(/^formerly:\n.*\n/m, ''), desk.blob(file));
		await li.status(file, 'pending_publish');
		const refused = await li.publish(file);
		expect([refused.status, refused.json.error]).toEqual([422, expect.stringContaining('旧编号少了')]);
		await zhang.discard(file);
	});

	test("is no clerk's, and not of who wrote it, whatever their role", async () => {
		const file = await ready('2026-04-06-joint');
		expect((await wang.publish(file)).status).toBe(403);
		const base = desk.blob(file, 'cms/meetings-ceshiyuan/2026-04-06-joint');
		await li.save(file, desk.text(file, 'cms/meetings-ceshiyuan/2026-04-06-joint').replace('逐项', '一项一项'), base);
		const own = await li.status(file, 'pending_publish');
		expect([own.status, own.json.error]).toEqual([403, '不能发布自己写的内容（最后一次修改是您保存的）。请另一位审核员来看。']);
		expect((await zhao.status(file, 'pending_publish')).status).toBe(200);
		expect((await li.publish(file)).status).toBe(403);
		expect((await zhao.publish(file)).status).toBe(200);
		expect(desk.git('log', '-1', '--format=%an', 'main')).toBe('李四');
	});

	test('of something that names a wrong record is refused in titles, not in ids', async () => {
		const file = await ready('2026-03-19-joint', { bodies: ['communities/ceshiyuan', 'bodies/ceshiyuan/nothing'] });
		const { error } = (await li.publish(file)).json;
		expect(error).toContain('引用了“测试苑（示例）”，那是“小区”');
		expect(error).toContain('引用了一条“组织”，没有这条记录');
		expect(error).not.toMatch(/communities|bodies|\.md/);
	});

	test('of something incomplete is refused with the label of what is missing', async () => {
		const file = await ready('2026-04-07-joint', { place: undefined, agenda: [] });
		const before = desk.refs();
		const refused = await li.publish(file);
		expect(refused.status).toBe(422);
		expect(refused.json.error).toMatchInlineSnapshot(`
			"没有发布，有 2 处要改：
			“地点”没有写。补上：写一行字，不换行。（在哪里开的。）
			“议题”一项也没有。加一项，至少要有一项。（一个议题一条，按议程的顺序。）"
		`);
		expect(desk.refs()).toBe(before);
		await zhang.discard(file);
	});

	test('of a ledger that does not add up is refused', async () => {
		const { file, text } = fileOf(
			'ledgers',
			{ closing: '151.00', publishedOn: undefined, period: '2026-Q2', opening: '150.00' },
			'2026-Q2-commonIncome',
		);
		expect((await zhang.save(file, text)).status).toBe(200);
		await li.status(file, 'pending_publish');
		const refused = await li.publish(file);
		expect([refused.status, refused.json.findings.map(({ label }: { label: string }) => label)]).toEqual([
			422,
			expect.arrayContaining(['“期末结余”']),
		]);
		await zhang.discard(file);
	});

	test('that meets a change pushed to the same lines is refused, and both are kept', async () => {
		const statistic = fileOf('statistics').file;
		const text = desk.text(statistic);
		await zhang.save(statistic, text.replace(/"title": ".*"/, '"title": "编辑台改的"'), desk.blob(statistic));
		await li.status(statistic, 'pending_publish');
		desk.push(statistic, text.replace(/"title": ".*"/, '"title": "管理员改的"'));
		const refused = await li.publish(statistic);
		expect(refused.status).toBe(409);
		expect(refused.json.error).toContain('管理员（');
		expect(desk.text(statistic)).toContain('管理员改的');
		expect((await li.draft(statistic)).json.status).toBe('pending_publish');
	});
});

describe('An upload', () => {
	const path = 'uploads/ceshiyuan/2026/qianming.jpg';
	const seenBy = '监事 2026-04-12';
	let photo: Buffer;
	const asset = (content: Buffer, at = path) => ({ path: at, content: content.toString('base64'), encoding: 'base64' });

	beforeAll(async () => {
		photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#888' } })
			.jpeg()
			.withExif({ IFD0: { Artist: 'a resident', Model: 'a camera' } })
			.toBuffer();
		expect(photo.includes('a camera')).toBe(true);
	});

	test('comes with its draft, without what the camera noted, and is published with it', async () => {
		const { file, raw } = minutes('2026-04-08-joint', { sources: [{ title: '签到表', file: `/${path}`, seenBy }] });
		expect((await zhang.save(file, raw, null, [asset(photo)])).status).toBe(200);
		const { json } = await li.draft(file);
		expect(json.diffs.map((each: { path: string }) => each.path).sort()).toEqual([file, path]);
		const stored = Buffer.from((await li.act('unpublishedEntryMediaFile', { ...nameOf(file), path, id: 'x' })).json.content, 'base64');
		expect((await sharp(stored).metadata()).exif).toBeUndefined();
		expect(stored.includes('a camera')).toBe(false);
		// The desk sends it again with the next save; it is not painted a second time.
		const again = await zhang.save(file, raw.replace('逐项', '逐条'), desk.blob(file, 'cms/meetings-ceshiyuan/2026-04-08-joint'), [
			asset(stored),
		]);
		expect(again.status).toBe(200);
		expect(desk.git('cat-file', '-s', `cms/meetings-ceshiyuan/2026-04-08-joint:${path}`)).toBe(String(stored.length));
		expect((await li.get(`/admin/${path}`)).headers['content-type']).toBe('image/jpeg');
		await li.status(file, 'pending_publish');
		expect((await li.publish(file)).status).toBe(200);
		expect(desk.git('cat-file', '-t', `main:${path}`)).toBe('blob');
		expect((await li.act('getMediaFile', { path })).json).toMatchObject({ path, name: 'qianming.jpg', encoding: 'base64' });
	});

	test('of the media library is not on main until a record that names it is', async () => {
		const free = 'uploads/ceshiyuan/2026/biao.jpg';
		const kept = await zhang.act('persistMedia', { asset: asset(photo, free), options: { commitMessage: 'x' } });
		expect([kept.status, kept.json.path]).toEqual([200, free]);
		expect(
			(await zhang.act('getMedia', { mediaFolder: 'uploads/ceshiyuan/2026' })).json.map((each: { path: string }) => each.path),
		).toContain(free);
		expect(() => desk.git('rev-parse', '--verify', `main:${free}`)).toThrow();
		const { file, raw } = minutes('2026-04-09-joint', { sources: [{ title: '签到表', file: `/${free}`, seenBy }] });
		await zhang.save(file, raw);
		await li.status(file, 'pending_publish');
		expect((await li.publish(file)).status).toBe(200);
		expect(desk.git('cat-file', '-t', `main:${free}`)).toBe('blob');
		expect((await zhang.act('deleteFiles', { paths: [free], options: {} })).status).toBe(403);
	});

	test('of the media library that no record names may be deleted', async () => {
		const free = 'uploads/ceshiyuan/2026/wuyong.jpg';
		await zhang.act('persistMedia', { asset: asset(photo, free), options: {} });
		expect((await zhang.act('deleteFiles', { paths: [free], options: {} })).status).toBe(200);
		const left = (await zhang.act('getMedia', { mediaFolder: 'uploads/ceshiyuan/2026' })).json;
		expect(left.map((each: { path: string }) => each.path)).not.toContain(free);
	});

	test('that is a scan is not published until somebody else has seen it', async () => {
		const scan = 'uploads/ceshiyuan/2026/saomiao.jpg';
		const { file, raw } = minutes('2026-04-11-joint', { sources: [{ title: '签到表', file: `/${scan}` }] });
		expect((await zhang.save(file, raw, null, [asset(photo, scan)])).status).toBe(200);
		await li.status(file, 'pending_publish');
		const refused = await li.publish(file);
		expect([refused.status, refused.json.error]).toEqual([422, expect.stringContaining('机器读不出字')]);
		await zhang.act('deleteUnpublishedEntry', nameOf(file));
	});

	test('that is published cannot become another file', async () => {
		const { file, raw } = minutes('2026-04-10-joint', { sources: [{ title: '签到表', file: `/${path}`, seenBy }] });
		const other = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#f00' } })
			.jpeg()
			.toBuffer();
		expect((await zhang.save(file, raw, null, [asset(other)])).status).toBe(409);
	});

	describe('of a form', () => {
		const at = (name: string) => `uploads/ceshiyuan/2026/${name}`;
		const naming = (slug: string, ...names: string[]) =>
			minutes(slug, { sources: names.map((name) => ({ title: '表', file: `/${at(name)}`, seenBy })) });
		const filesOf = async (file: string) => (await li.draft(file)).json.diffs.map((each: { path: string }) => each.path).sort();
		const html = Buffer.from('<p>no picture</p>');

		test('that its text does not name is not in the draft, and does not hinder it', async () => {
			const { file, raw } = naming('2026-04-26-joint', 'used.jpg');
			const all = [asset(photo, at('unused.jpg')), asset(photo, at('used.jpg')), asset(html, at('refused.jpg')), asset(html, at('a.exe'))];
			const saved = await zhang.save(file, raw, null, all);
			expect([saved.status, saved.json.ids[at('unused.jpg')]]).toEqual([200, null]);
			expect(await filesOf(file)).toEqual([file, at('used.jpg')]);
		});

		test('that was swapped for another leaves the draft, and may come back', async () => {
			const { file, raw } = naming('2026-04-26-joint', 'used.jpg');
			const later = naming('2026-04-26-joint', 'later.jpg').raw;
			const base = (await zhang.opened(file))![file]!;
			const both = [asset(photo, at('used.jpg')), asset(photo, at('later.jpg'))];
			const saved = await zhang.save(file, later, base, both);
			expect([saved.status, saved.json.ids[at('used.jpg')]]).toEqual([200, null]);
			expect(await filesOf(file)).toEqual([file, at('later.jpg')]);
			await zhang.save(file, raw, saved.json.ids[file], both);
			expect(await filesOf(file)).toEqual([file, at('used.jpg')]);
			await li.status(file, 'pending_publish');
			expect((await li.publish(file)).status).toBe(200);
			expect(desk.git('ls-tree', '-r', '--name-only', 'main', '--', 'uploads/').split('\n')).not.toContain(at('later.jpg'));
		});

		test('stays on main when a record no longer names it', async () => {
			const { file, raw } = minutes('2026-04-26-joint');
			expect((await zhang.save(file, raw, desk.blob(file))).status).toBe(200);
			await li.status(file, 'pending_publish');
			expect((await li.publish(file)).status).toBe(200);
			expect(desk.text(file)).not.toContain('used.jpg');
			expect(desk.git('cat-file', '-t', `main:${at('used.jpg')}`)).toBe('blob');
		});

		test('is refused together with every other that is, each by the field it stands in', async () => {
			const { file, raw } = naming('2026-04-27-joint', 'file-mx1.pdf', 'used.jpg', 'file-mx2.jpg');
			const refused = await zhang.save(file, raw, null, [asset(html, at('file-mx1.pdf')), asset(html, at('file-mx2.jpg'))]);
			expect(refused.status).toBe(422);
			expect(refused.json.error.split('\n')).toEqual([
				expect.stringMatching(/^“来源”第1项的“附件”：“file-mx1\.pdf”的名字是 pdf，里面却不是。.*另存为 PDF 再上传。$/),
				expect.stringMatching(/^“来源”第3项的“附件”：“file-mx2\.jpg”的名字是 jpg，里面却不是。.*另存为 jpg 再上传。$/),
			]);
		});

		test('is shown to its reviewer with the field it stands in', async () => {
			const { file, raw } = naming('2026-04-27-joint', 'file-mx3.jpg');
			await zhang.save(file, raw, null, [asset(photo, at('file-mx3.jpg'))]);
			expect((await li.draft(file)).json.diffs).toContainEqual(
				expect.objectContaining({ path: at('file-mx3.jpg'), where: '“来源”第1项的“附件”' }),
			);
			await zhang.discard(file);
		});
	});
});

describe('What the desk tells of itself', () => {
	test('is who is logged in, and only the collections they may change', async () => {
		const bound = await desk.as('bound');
		expect((await bound.get('/admin/api/me')).json).toEqual({
			login: 'bound',
			name: '周七',
			email: 'bound@desk.example',
			role: 'reviewer',
			communities: ['biechu'],
		});
		const folders = (await bound.get('/admin/api/config')).json.collections.map(({ folder }: { folder: string }) => folder);
		expect(folders).toContain('meetings/biechu');
		expect(folders).not.toContain('meetings/ceshiyuan');
		expect(folders).not.toContain('cases');
		expect((await zhang.get('/admin/api/config')).json.collections.map(({ folder }: { folder: string }) => folder)).toContain(
			'meetings/ceshiyuan',
		);
	});

	test('is every published record of a folder, with its id', async () => {
		const { json } = await zhang.act('entriesByFolder', { folder: 'meetings/ceshiyuan', extension: 'md', depth: 1 });
		const found = json.find(({ file }: { file: { path: string } }) => file.path === MINUTES);
		expect(found).toEqual({ data: desk.text(MINUTES), file: { path: MINUTES, id: desk.blob(MINUTES) } });
		expect((await zhang.act('getEntry', { path: MINUTES })).json).toEqual(found);
		expect((await zhang.act('entriesByFiles', { files: [{ path: 'settings.json', label: '设置' }] })).json[0].file).toMatchObject({
			path: 'settings.json',
			label: '设置',
		});
	});

	test('stands in the audit file, without a text', async () => {
		const lines = desk.audit();
		expect(lines).toContainEqual(
			expect.objectContaining({ action: 'publishUnpublishedEntry', account: 'li', status: 200, commit: expect.any(String) }),
		);
		expect(lines).toContainEqual(
			expect.objectContaining({ action: 'persistEntry', account: 'zhang', status: 422, why: expect.any(String) }),
		);
		expect(JSON.stringify(lines)).not.toMatch(/逐项说过|13812345678|the password/);
	});
});

describe('While a draft is read', () => {
	test('a text saved meanwhile is neither agreed to nor published unseen', async () => {
		const { file, raw } = minutes('2026-04-11-joint');
		const first = (await zhang.save(file, raw)).json.ids[file];
		const second = (await zhang.save(file, raw.replace('逐项', '再三'), first)).json.ids[file];
		const agree = (seen: object) => li.act('updateUnpublishedEntryStatus', { ...nameOf(file), newStatus: 'pending_publish', seen });
		const unseen = await agree({ [file]: first });
		expect([unseen.status, unseen.json.error]).toEqual([
			409,
			expect.stringMatching(/^您看过以后，这份草稿又有改动：张三在\d+月\d+日\d+:\d\d改过文字。请重新打开/),
		]);
		expect((await agree({ [file]: second })).status).toBe(200);
		expect((await li.act('publishUnpublishedEntry', { ...nameOf(file), seen: { [file]: first } })).status).toBe(409);
		expect((await li.act('publishUnpublishedEntry', { ...nameOf(file), seen: { [file]: second } })).status).toBe(200);
	});

	test('two who publish at the same moment publish once', async () => {
		const file = await ready('2026-04-12-joint');
		const answers = await Promise.all([li.publish(file), zhao.publish(file)]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
	});

	test('twelve drafts saved at the same moment are all kept', async () => {
		const all = Array.from({ length: 12 }, (_, i) => minutes(`2026-05-${String(i + 1).padStart(2, '0')}-joint`));
		const answers = await Promise.all(all.map(({ file, raw }, i) => (i % 2 ? zhang : wang).save(file, raw)));
		expect(answers.map(({ status }) => status)).toEqual(all.map(() => 200));
		for (const { file, raw } of all) expect(desk.text(file, `cms/${nameOf(file).collection}/${nameOf(file).slug}`)).toBe(raw);
	});
});
