/** G5: what is published is what was seen, file by file. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fileOf } from '../../commands/small-content.ts';
import { plainPdf } from '../../privacy/files.ts';
import { minutes, nameOf, type OpenDesk, openDesk } from './fixture.ts';

type Person = Awaited<ReturnType<OpenDesk['as']>>;
let desk: OpenDesk;
let zhang: Person;
let wang: Person;
let li: Person;
let zhao: Person;
let turn = 0;
/** Minutes of their own for each test, sent to review, with the PDF they name. */
let file: string;
let raw: string;
let path: string;

const asset = (at: string, text: string) => ({ path: at, content: Buffer.from(plainPdf(text)).toString('base64'), encoding: 'base64' });
const tip = () => `cms/${nameOf(file).collection}/${nameOf(file).slug}`;
const agree = (who: Person, seen: object | undefined) =>
	who.act('updateUnpublishedEntryStatus', { ...nameOf(file), newStatus: 'pending_publish', seen });
const publish = (who: Person, seen: object | undefined) => who.act('publishUnpublishedEntry', { ...nameOf(file), seen });

/** Another PDF in place of the draft's, by somebody who has the draft open; the text is `raw`. */
async function swap(who: Person, text: string, at = path) {
	const bases = await who.opened(file);
	const answer = await who.save(file, raw, bases![file]!, [asset(at, text)], bases);
	expect(answer.status, answer.text).toBe(200);
	return answer;
}

beforeAll(async () => {
	desk = await openDesk();
	[zhang, wang, li, zhao] = [await desk.as('zhang'), await desk.as('wang'), await desk.as('li'), await desk.as('zhao')];
});
afterAll(() => desk.end());

beforeEach(async () => {
	const day = `2026-02-${String(++turn).padStart(2, '0')}`;
	path = `uploads/ceshiyuan/2026/${turn}.pdf`;
	({ file, raw } = minutes(`${day}-joint`, { heldOn: day, sources: [{ title: '签到表', file: `/${path}` }] }));
	expect((await zhang.save(file, raw, null, [asset(path, 'the first')])).status).toBe(200);
	expect((await zhang.status(file, 'pending_review')).status).toBe(200);
});

describe('G5: a draft with a file', () => {
	test('G5: swapped after the reviewer looked is not agreed to, and who did it when is said', async () => {
		const seen = await li.opened(file);
		await swap(zhang, 'the second');
		const refused = await agree(li, seen);
		expect([refused.status, refused.json.error]).toEqual([
			409,
			expect.stringMatching(
				new RegExp(`^您看过以后，这份草稿又有改动：张三在\\d+月\\d+日\\d+:\\d\\d换了附件“${turn}\\.pdf”。请重新打开，看过再定。$`),
			),
		]);
		expect((await agree(li, await li.opened(file))).status).toBe(200);
	});

	test('G5: swapped after it was agreed to goes back to review, and is not published as what was seen', async () => {
		const seen = await li.opened(file);
		expect((await agree(li, seen)).status).toBe(200);
		await swap(zhang, 'the second');
		expect((await li.draft(file)).json.status).toBe('pending_review');
		expect((await publish(li, seen)).status).toBe(409);
		expect((await publish(li, await li.opened(file))).status).toBe(409);
		expect(() => desk.blob(path)).toThrow();
	});

	test.for<[string, (seen: Record<string, string>) => object | undefined]>([
		['nothing', () => undefined],
		['an empty list', () => ({})],
		['the text and no file', (seen) => ({ [file]: seen[file]! })],
		['the file and no text', (seen) => ({ [path]: seen[path]! })],
		['another id for the file', (seen) => ({ ...seen, [path]: seen[file]! })],
		['a file more than there is', (seen) => ({ ...seen, 'uploads/ceshiyuan/2026/x.pdf': seen[path]! })],
	])('G5: of which a client says to have seen %s passes neither step', async ([, told]) => {
		const seen = (await li.opened(file))!;
		expect((await agree(li, told(seen))).status).toBe(409);
		expect((await agree(li, seen)).status).toBe(200);
		const refused = await publish(li, told(seen));
		expect(refused.status).toBe(409);
		expect(refused.json.error).toMatch(/打开/);
		expect((await publish(li, seen)).status).toBe(200);
	});

	test('G5: to which one is added, or from which one is taken by hand, is told so', async () => {
		const seen = await li.opened(file);
		const more = `uploads/ceshiyuan/2026/${turn}-more.pdf`;
		raw = raw.replace('逐项说过。', `逐项说过。[另一份](/${more})`);
		await swap(wang, 'one more', more);
		expect((await agree(li, seen)).json.error).toMatch(new RegExp(`王五在.*加了附件“${turn}-more\\.pdf”`));
		const both = await li.opened(file);
		const index = desk.git('ls-tree', '-r', tip()).replace(new RegExp(`^.*${turn}-more\\.pdf\n?`, 'm'), '');
		const tree = desk.treeOf(index);
		const message = desk.git('log', '-1', '--format=%B', tip());
		const commit = desk.write(['-c', 'user.name=管理员', '-c', 'user.email=a@x', 'commit-tree', tree, '-p', tip(), '-F', '-'], message);
		desk.git('update-ref', `refs/heads/${tip()}`, commit);
		expect((await agree(li, both)).json.error).toMatch(/管理员在.*拿掉了附件/);
	});

	test('G5: moved by hand after it was agreed to is not published, though it says 待发布 and was looked at', async () => {
		await agree(li, await li.opened(file));
		const message = desk.git('log', '-1', '--format=%B', tip());
		const tree = desk.treeOf(
			desk.git('ls-tree', '-r', tip()).replace(/(\w{40})(?=\t.*\.pdf)/, desk.write(['hash-object', '-w', '--stdin'], 'x')),
		);
		const commit = desk.write(['-c', 'user.name=x', '-c', 'user.email=a@x', 'commit-tree', tree, '-p', tip(), '-F', '-'], message);
		desk.git('update-ref', `refs/heads/${tip()}`, commit);
		const refused = await publish(li, await li.opened(file));
		expect([refused.status, refused.json.error]).toEqual([409, expect.stringContaining('设为“待发布”以后，这份草稿又变过')]);
	});

	test('G5: is published as it was seen, and the file opened by its id is just that file', async () => {
		const seen = (await li.opened(file))!;
		expect((await li.draft(file)).json.diffs).toContainEqual(
			expect.objectContaining({ path, id: seen[path], size: plainPdf('the first').length }),
		);
		expect((await li.get(`/admin/${path}?id=${seen[path]}`)).status).toBe(200);
		await swap(zhang, 'the second');
		expect((await li.get(`/admin/${path}?id=${seen[path]}`)).status).toBe(404);
		const now = await li.opened(file);
		await agree(li, now);
		expect((await publish(zhao, now)).status).toBe(200);
		expect(desk.blob(path)).toBe(now![path]);
	});
});

describe('G5: what waits in the media library under the same name', () => {
	test('G5: is not what comes with the draft: the reviewer is shown the file that would be published', async () => {
		const staged = await zhang.act('persistMedia', { asset: asset(path, 'staged afterwards'), options: {} });
		expect(staged.status).toBe(200);
		const shown = await li.get(`/admin/${path}?of=${file}`);
		expect(shown.text).toContain('the first');
		const seen = await li.opened(file);
		await agree(li, seen);
		await publish(li, seen);
		expect(desk.text(path)).toContain('the first');
		expect((await li.get(`/admin/${path}`)).text).toContain('the first');
	});

	test('G5: is pulled in by a save that names it, and is seen like any other', async () => {
		const late = `uploads/ceshiyuan/2026/${turn}-late.pdf`;
		await zhang.act('persistMedia', { asset: asset(late, 'from the library'), options: {} });
		const seen = await li.opened(file);
		raw = raw.replace(`/${path}`, `/${late}`);
		await zhang.save(file, raw, seen![file]!, [], seen);
		expect((await agree(li, seen)).status).toBe(409);
		const now = await li.opened(file);
		expect(Object.keys(now!).sort()).toEqual([file, late].sort());
		await zhang.act('persistMedia', { asset: asset(late, 'changed in the library'), options: {} });
		await agree(li, now);
		expect((await publish(li, now)).status).toBe(200);
		expect(desk.text(late)).toContain('from the library');
	});
});

describe('G5: two at one draft', () => {
	test('G5: a save with an old window neither brings the old file back nor passes the new one off as seen', async () => {
		const seen = (await li.opened(file))!;
		await swap(zhang, 'the second');
		const back = await wang.save(file, raw, seen[file]!, [asset(path, 'the first')], seen);
		expect([back.status, back.json.error]).toEqual([409, expect.stringContaining(`附件“${turn}.pdf”已经是另一份了`)]);
		const same = await li.save(file, raw, seen[file]!);
		expect(same.json.ids).toEqual({ [file]: seen[file] });
	});

	test('G5: two drafts with a file of the same name do not publish each other’s', async () => {
		const other = minutes('2026-03-30-joint', { heldOn: '2026-03-30', sources: [{ title: '表', file: `/${path}` }] });
		await wang.save(other.file, other.raw, null, [asset(path, 'another file')]);
		await li.status(other.file, 'pending_publish');
		expect((await li.publish(other.file)).status).toBe(200);
		const seen = await li.opened(file);
		await agree(li, seen);
		const refused = await publish(li, seen);
		expect([refused.status, refused.json.error]).toEqual([409, expect.stringContaining(`另一个也叫“${turn}.pdf”的附件`)]);
		expect(desk.text(path)).toContain('another file');
	});
});

describe('G5: main that went on in the same record', () => {
	/** Minutes of some lines, so that two may change them far from each other. */
	const lines = (first: string, last: string) => [first, ...Array.from({ length: 12 }, (_, i) => `第${i + 1}行。`), last].join('\n');

	test('G5: is not mixed into what is published unseen: both are put together, and looked at again', async () => {
		await zhang.discard(file);
		const at = `2026-01-${String(turn).padStart(2, '0')}`;
		({ file, raw } = minutes(`${at}-joint`, { heldOn: at }, lines('开头。', '结尾。')));
		await zhang.save(file, raw);
		await li.status(file, 'pending_publish');
		expect((await li.publish(file)).status).toBe(200);

		await zhang.save(file, desk.text(file).replace('开头。', '编辑台改的开头。'), desk.blob(file));
		const seen = await li.opened(file);
		expect((await agree(li, seen)).status).toBe(200);
		desk.push(file, desk.text(file).replace('结尾。', '管理员改的结尾。'));
		const main = desk.git('rev-parse', 'main');
		const refused = await publish(li, seen);
		expect([refused.status, refused.json.error]).toEqual([
			409,
			expect.stringMatching(/草稿开始以后，管理员（\d+月\d+日\d+:\d\d）直接改过.*合在这份草稿里，放回了“送审”/),
		]);
		expect(desk.git('rev-parse', 'main')).toBe(main);

		const { json } = await zhao.draft(file);
		expect(json).toMatchObject({ status: 'pending_review', pullRequestAuthor: '张三' });
		expect((await zhang.status(file, 'pending_publish')).status).toBe(403);
		expect((await agree(zhao, seen)).status).toBe(409);
		await zhao.status(file, 'pending_publish');
		expect((await zhao.publish(file)).status).toBe(200);
		expect(desk.text(file)).toMatch(/编辑台改的开头。[\s\S]*管理员改的结尾。/);
	});

	test('G5: in another record is no reason to look again', async () => {
		const statistic = fileOf('statistics').file;
		const seen = await li.opened(file);
		await agree(li, seen);
		desk.push(statistic, desk.text(statistic).replace(/"title": ".*"/, `"title": "推送的${turn}"`));
		expect((await publish(li, seen)).status).toBe(200);
		expect(desk.text(statistic)).toContain(`推送的${turn}`);
	});
});

test('G5: the settings are published as they were seen too', async () => {
	file = 'settings.json';
	raw = desk.text(file).replace('只为测试。', '测试用。');
	await zhang.save(file, raw, desk.blob(file));
	const seen = await li.opened(file);
	await wang.save(file, raw.replace('测试用。', '偷偷改的。'), seen![file]!);
	expect((await agree(li, seen)).status).toBe(409);
	await li.status(file, 'pending_publish');
	expect((await li.publish(file)).status).toBe(200);
});
