/** What only a person can judge is asked once, when a draft goes to review, and its answer is kept. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Hint } from '../../../cms/protocol.ts';
import { xlsx } from '../../privacy/files.ts';
import { minutes, nameOf, type OpenDesk, openDesk } from './fixture.ts';

type Person = Awaited<ReturnType<OpenDesk['as']>>;
let desk: OpenDesk;
let now = Date.parse('2026-04-13T09:00:00+08:00');
let zhang: Person;
let wang: Person;
let li: Person;
let turn = 0;
/** Minutes of their own for each test. */
let file: string;
let raw: string;

const ROOM = '业委会在3栋1202室办公。';
const WHY = '业委会用房，不是住户';
const tip = () => `cms/${nameOf(file).collection}/${nameOf(file).slug}`;
const step = async (who: Person, newStatus: string, answers?: object[]) =>
	who.act('updateUnpublishedEntryStatus', { ...nameOf(file), newStatus, seen: await who.opened(file), answers });
const publish = async (who: Person, answers?: object[]) =>
	who.act('publishUnpublishedEntry', { ...nameOf(file), seen: await who.opened(file), answers });
const answersTo = (hints: readonly Hint[], why = WHY) => hints.map(({ id }) => ({ id, why }));
const write = (over: object, body: string) => {
	const day = `2026-02-${String(turn).padStart(2, '0')}`;
	({ file, raw } = minutes(`${day}-joint`, { heldOn: day, ...over }, body));
};

beforeAll(async () => {
	desk = await openDesk({ now: () => now });
	[zhang, wang, li] = [await desk.as('zhang'), await desk.as('wang'), await desk.as('li')];
});
afterAll(() => desk.end());
beforeEach(() => {
	turn++;
	now += 60_000;
});

describe('A draft with a room, a list or what is said of somebody', () => {
	test('is kept, which one with a number is not; and is asked about in one list when it goes to review', async () => {
		write({ place: '3栋1202室' }, `${ROOM}低保户刘望成患尿毒症，减免一次。\n\n| 房号 | 面积 |\n|---|---|\n| 略 | 89.50 |`);
		expect((await zhang.save(file, raw)).status).toBe(200);
		const base = desk.blob(file, tip());
		expect((await zhang.save(file, raw.replace('办公', '办公，电话13812345678'), base)).status).toBe(422);
		const asked = await step(zhang, 'pending_review');
		expect(asked.status).toBe(422);
		expect(asked.json.hints).toEqual([
			{
				id: expect.stringMatching(/^[0-9a-f]{16}$/),
				text: '3栋1202室',
				around: ['', ''],
				places: ['“地点”', '“正文”'],
				problem: '里面像是有住户的房号：“3栋…”。',
			},
			expect.objectContaining({
				text: '低保户刘望成患尿毒症，减免一次',
				places: ['“正文”'],
				around: ['业委会在3栋1202室办公。', expect.stringMatching(/^。/)],
			}),
			expect.objectContaining({ text: '房号 | 面积' }),
		]);
		expect(asked.json.error).toMatch(/^有 3 处可能写到了某一户或某个人，先要有人说可不可以公开：\n“地点”、“正文”：里面像是有住户的房号/);
		expect((await li.draft(file)).json.status).toBe('draft');
	});

	test('goes on when every one was answered, and is not asked again unless its text changes', async () => {
		write({}, ROOM);
		await zhang.save(file, raw);
		const { hints } = (await step(zhang, 'pending_review')).json;
		expect((await step(zhang, 'pending_review', answersTo(hints))).status).toBe(200);
		await step(zhang, 'draft');
		expect((await step(zhang, 'pending_review')).status).toBe(200);

		const changed = raw.replace('办公。', '办公，另有3栋1203室。');
		const seen = await zhang.opened(file);
		const again = await zhang.save(file, changed, seen![file]!);
		expect([again.status, again.json.hints.map(({ text }: Hint) => text)]).toEqual([422, ['3栋1203室']]);
		expect(desk.blob(file, tip())).toBe(seen![file]);
		const saved = await zhang.act('persistEntry', {
			dataFiles: [{ path: file, slug: nameOf(file).slug, raw: changed }],
			assets: [],
			options: { collectionName: nameOf(file).collection },
			baseIds: seen,
			answers: answersTo(again.json.hints, '也是业委会用房'),
		});
		expect(saved.status).toBe(200);
		expect((await step(li, 'pending_publish')).status).toBe(200);
		expect((await publish(li)).status).toBe(200);
	});

	test('shows its reviewer what was answered, by whom and why', async () => {
		write({}, ROOM);
		await zhang.save(file, raw);
		const { hints } = (await step(zhang, 'pending_review')).json;
		await step(zhang, 'pending_review', answersTo(hints));
		expect((await li.draft(file)).json.answered).toEqual([{ ...hints[0], why: WHY, person: '张三', at: new Date(now).toISOString() }]);
		expect((await li.act('unpublishedEntry', { id: `${nameOf(file).collection}/${nameOf(file).slug}` })).json.answered).toEqual([]);
	});

	test('reaches no later step unanswered, whoever sends it there', async () => {
		write({}, ROOM);
		await zhang.save(file, raw);
		const before = desk.refs();
		for (const [who, to] of [
			[zhang, 'pending_review'],
			[li, 'pending_review'],
			[li, 'pending_publish'],
		] as const) {
			expect((await step(who, to)).status).toBe(422);
			expect((await step(who, to, [{ id: '0'.repeat(16), why: WHY }])).status).toBe(422);
		}
		expect(desk.refs()).toBe(before);
		const { hints } = (await step(li, 'pending_publish')).json;
		expect((await step(li, 'pending_publish', answersTo(hints))).status).toBe(200);
		expect((await publish(li)).status).toBe(200);
	});

	test.for([
		['none', '  ', /没有写/],
		['a long one', '业'.repeat(61), /超过60个字/],
		['one of two lines', '业委会\n用房', /不能这样写/],
		['one that names a room', '就是3栋1202室', /又写了像是个人的内容/],
		['one with a number', '电话13812345678', /又写了像是个人的内容/],
	] as const)('needs a reason: not %s', async ([, why, words]) => {
		write({}, ROOM);
		await zhang.save(file, raw);
		const { hints } = (await step(zhang, 'pending_review')).json;
		const refused = await step(zhang, 'pending_review', answersTo(hints, why));
		expect([refused.status, refused.json.error]).toEqual([422, expect.stringMatching(words)]);
		expect(JSON.stringify(desk.audit().at(-1))).not.toContain('1202');
	});

	test('that is not finished is asked as well', async () => {
		write({ place: '3栋1202室', agenda: [] }, '大家到场。');
		await zhang.save(file, raw);
		const asked = await step(zhang, 'pending_review');
		expect(asked.json.hints).toEqual([expect.objectContaining({ text: '3栋1202室', places: ['“地点”'] })]);
	});
});

describe('An answer', () => {
	test('becomes a line of 放行 when the record is published, so that every later check agrees', async () => {
		write({}, ROOM);
		await zhang.save(file, raw);
		const { hints } = (await step(zhang, 'pending_review')).json;
		await step(zhang, 'pending_review', answersTo(hints));
		expect(desk.text(file, tip())).toBe(raw);
		await step(li, 'pending_publish');
		expect((await publish(li)).status).toBe(200);
		const text = desk.text(file);
		expect(text).toMatch(
			/allowed:\n {2}- text: 3栋1202室\n {4}who: 编辑台（经办）\n {4}why: 业委会用房，不是住户\n {4}until: 2027-04-13\n/,
		);
		expect(text).not.toContain('张三');
		// The next edit keeps it, and when the words go it does no harm.
		await wang.save(file, text.replace(ROOM, '业委会在3栋办公。'), desk.blob(file));
		await step(wang, 'pending_review');
		await step(li, 'pending_publish');
		expect((await publish(li)).status).toBe(200);
	});

	test('stands in the audit with the account, the place and the reason, and not the words', async () => {
		write({}, ROOM);
		await zhang.save(file, raw);
		const { hints } = (await step(zhang, 'pending_review')).json;
		await step(zhang, 'pending_review', answersTo(hints));
		const line = desk.audit().at(-1);
		expect(line).toMatchObject({ account: 'zhang', to: 'pending_review', answers: [{ id: hints[0].id, where: '“正文”', why: WHY }] });
		expect(JSON.stringify(desk.audit())).not.toContain('1202');
		expect(desk.git('log', '--format=%B', tip())).not.toContain('1202');
	});
});

describe('A file that comes with a draft', () => {
	const book = (name: string) => {
		const bytes = xlsx([
			{
				name: '分摊',
				rows: [
					['房号', '业主', '应交'],
					['1', '张某某', 12],
				],
			},
		]);
		return { path: name, content: Buffer.from(bytes).toString('base64'), encoding: 'base64' };
	};

	test('is asked about with its name and the place in it', async () => {
		const path = `uploads/ceshiyuan/2026/biao-${turn}.xlsx`;
		write({ sources: [{ title: '分摊表', file: `/${path}` }] }, '大家到场。');
		expect((await zhang.save(file, raw, null, [book(path)])).status).toBe(200);
		const asked = await step(zhang, 'pending_review');
		expect(asked.json.hints).toEqual([
			expect.objectContaining({ around: null, places: [expect.stringMatching(new RegExp(`^附件“biao-${turn}\\.xlsx”工作表“分摊”`))] }),
		]);
		expect((await step(zhang, 'pending_review', answersTo(asked.json.hints, '虚构的示例'))).status).toBe(200);
		await step(li, 'pending_publish');
		const published = await publish(li);
		expect(published.status, published.text).toBe(200);
		expect(desk.text(file)).toContain('why: 虚构的示例');
	});
});

describe('What is taken down by one person', () => {
	async function posted() {
		write({}, ROOM);
		await zhang.save(file, raw);
		const { hints } = (await step(zhang, 'pending_review')).json;
		await step(zhang, 'pending_review', answersTo(hints));
		await step(li, 'pending_publish');
		expect((await publish(li)).status).toBe(200);
		return desk.text(file);
	}
	const withdrawn = (text: string, why: string) => text.replace('\n---\n', `\nwithdrawn:\n  on: 2026-04-13\n  why: ${why}\n---\n`);

	test('is taken down though what was let pass has run out', async () => {
		const text = (await posted()).replace('until: 2027-04-13', 'until: 2026-04-01');
		desk.push(file, text);
		await zhang.save(file, withdrawn(text, '登错了小区'), desk.blob(file));
		expect((await zhang.publish(file)).status).toBe(200);
	});

	test('is asked about its reason alone', async () => {
		const text = await posted();
		await zhang.save(file, withdrawn(text, '写了9栋303室的事'), desk.blob(file));
		const refused = await zhang.publish(file);
		expect([refused.status, refused.json.hints.map(({ text: words, places }: Hint) => [words, places])]).toEqual([
			422,
			[['9栋303室', ['“撤回”的“原因”']]],
		]);
		await zhang.discard(file);
	});
});
