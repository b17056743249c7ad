/** Taking a record down: one person does it at once, and another looks afterwards. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTES, minutes, nameOf, type OpenDesk, openDesk } from './fixture.ts';

type Person = Awaited<ReturnType<OpenDesk['as']>>;
let desk: OpenDesk;
let zhang: Person;
let wang: Person;
let li: Person;
let zhao: Person;
let turn = 0;
/** A published record of its own for each test, as its file. */
let file: string;

beforeAll(async () => {
	desk = await openDesk();
	[zhang, wang, li, zhao] = [await desk.as('zhang'), await desk.as('wang'), await desk.as('li'), await desk.as('zhao')];
});
afterAll(() => desk.end());

beforeEach(async () => {
	const written = minutes(`2026-03-${++turn + 10}-joint`, { title: `第${turn}次联席会议` });
	file = written.file;
	await zhang.save(file, written.raw);
	await li.status(file, 'pending_publish');
	expect((await li.publish(file)).status).toBe(200);
});

const WITHDRAWN = 'withdrawn:\n  on: 2026-04-13\n  why: 里面有不该公开的内容\n';
const withdrawn = (text: string) => text.replace('\n---\n', `\n${WITHDRAWN}---\n`);
const waiting = async (who: Person) =>
	(await who.act('takenDown')).json.waiting.map(({ slug, by }: { slug: string; by: string }) => `${slug} ${by}`);
const slug = () => nameOf(file).slug;
const press = (who: Person, action: string) =>
	desk.ask({
		method: 'POST',
		path: '/admin/taken-down',
		headers: { cookie: who.cookie, 'content-type': 'application/x-www-form-urlencoded' },
		body: String(new URLSearchParams({ action, ...nameOf(file) })),
	});

describe('P4: a draft that only takes down', () => {
	test('is published by its author alone, a clerk too, whatever its step; the audit notes it', async () => {
		expect((await zhang.save(file, withdrawn(desk.text(file)), desk.blob(file))).status).toBe(200);
		expect((await zhang.publish(file)).status).toBe(200);
		expect(desk.text(file)).toContain(WITHDRAWN);
		expect(desk.git('log', '-1', '--format=%an|%s|%(trailers:key=Reviewed-by,valueonly)', 'main').trim()).toBe(
			`张三|撤下“会议纪要”：${slug()}|`,
		);
		expect(desk.audit().at(-1)).toMatchObject({ action: 'publishUnpublishedEntry', account: 'zhang', status: 200, alone: true });
	});

	test('waits then for a second person, through a restart, until a reviewer who is another has looked', async () => {
		await li.save(file, withdrawn(desk.text(file)), desk.blob(file));
		expect((await li.publish(file)).status).toBe(200);
		await desk.again();
		[zhang, wang, li, zhao] = [await desk.as('zhang'), await desk.as('wang'), await desk.as('li'), await desk.as('zhao')];
		for (const who of [zhang, li, zhao]) expect(await waiting(who)).toContain(`${slug()} li`);
		expect(await waiting(await desk.as('bound'))).toEqual([]);
		expect((await wang.act('lookedAt', nameOf(file))).status).toBe(403);
		expect((await li.act('lookedAt', nameOf(file))).json.error).toContain('请另一位审核员来看');
		expect((await zhao.act('lookedAt', nameOf(file))).status).toBe(200);
		expect(desk.audit().at(-1)).toMatchObject({ action: 'lookedAt', account: 'zhao', slug: slug(), commit: desk.git('rev-parse', 'main') });
		expect(await waiting(zhao)).not.toContain(`${slug()} li`);
		expect((await zhao.act('lookedAt', nameOf(file))).status).toBe(404);
	});

	test('is told alone in few words that lead nowhere; of more, a second person publishes', async () => {
		for (const why of ['见 https://example.org', '数字写错了，以后另行公布。'.repeat(10)]) {
			const text = withdrawn(desk.text(file)).replace('里面有不该公开的内容', why);
			const saved = await zhang.save(file, text, desk.blob(file));
			expect(saved.status).toBe(200);
			expect((await zhang.publish(file)).status).toBe(403);
			await zhang.discard(file);
		}
	});

	test('waits for nobody when a second person published it', async () => {
		await zhang.save(file, withdrawn(desk.text(file)), desk.blob(file));
		await li.status(file, 'pending_publish');
		expect((await li.publish(file)).status).toBe(200);
		expect(await waiting(li)).not.toContain(`${slug()} zhang`);
	});

	test('is not another clerk’s to publish', async () => {
		await zhang.save(file, withdrawn(desk.text(file)), desk.blob(file));
		expect((await wang.publish(file)).status).toBe(403);
	});

	test('must say when and why', async () => {
		await zhang.save(file, desk.text(file).replace('\n---\n', '\nwithdrawn:\n  on: 2026-04-13\n---\n'), desk.blob(file));
		const refused = await zhang.publish(file);
		expect([refused.status, refused.json.error]).toEqual([422, expect.stringContaining('“原因”没有写')]);
		expect(await waiting(li)).not.toContain(`${slug()} zhang`);
	});
});

describe('P4: what does anything else as well needs a second person', () => {
	test.for<[string, (text: string) => string]>([
		['a title', (text) => withdrawn(text.replace(/title: .*/, 'title: 另一个标题'))],
		['the text', (text) => withdrawn(text.replace('逐项说过', '没有说过'))],
		['a field more', (text) => withdrawn(text).replace('withdrawn:', 'recorder: 记录员\nwithdrawn:')],
		['no withdrawal at all', (text) => text.replace('逐项说过', '没有说过')],
	])('%s', async ([, edit]) => {
		await zhang.save(file, edit(desk.text(file)), desk.blob(file));
		expect((await zhang.status(file, 'pending_publish')).status).toBe(403);
		expect((await zhang.publish(file)).status).toBe(403);
		await zhang.discard(file);
	});

	test('a new record that is withdrawn from the start', async () => {
		const { file: fresh, raw } = minutes('2026-03-30-joint');
		await zhang.save(fresh, withdrawn(raw));
		expect((await zhang.publish(fresh)).status).toBe(403);
	});

	test('another reason for what is withdrawn already, and putting it back', async () => {
		await zhang.save(file, withdrawn(desk.text(file)), desk.blob(file));
		await zhang.publish(file);
		for (const edit of [(text: string) => text.replace('不该公开的内容', '一处错'), (text: string) => text.replace(WITHDRAWN, '')]) {
			await zhang.save(file, edit(desk.text(file)), desk.blob(file));
			expect((await zhang.publish(file)).status).toBe(403);
			await zhang.discard(file);
		}
	});

	test('the day of publication, which the server writes anyway, stays', async () => {
		await zhang.save(file, withdrawn(desk.text(file)).replace(/publishedOn: .*/, 'publishedOn: 2026-01-01'), desk.blob(file));
		expect((await zhang.publish(file)).status).toBe(200);
		expect(desk.text(file)).toMatch(/^publishedOn: 2026-04-13$/m);
	});
});

describe('P4: the page of what was taken down', () => {
	const page = async (who: Person) => (await who.get('/admin/taken-down')).text;

	test('takes down at the press of a button, and asks another reviewer to look', async () => {
		await zhang.save(file, withdrawn(desk.text(file)), desk.blob(file));
		expect(await page(zhang)).toMatch(new RegExp(`第${turn}次联席会议[\\s\\S]*现在撤下`));
		expect(await page(wang)).not.toContain('现在撤下');
		expect((await press(zhang, 'publishUnpublishedEntry')).status).toBe(303);
		expect(desk.text(file)).toContain(WITHDRAWN);
		expect(await page(zhang)).toMatch(
			new RegExp(`第${turn}次联席会议</b>：张三在.*撤下。原因：里面有不该公开的内容</p><p class="soft">等另一位审核员来看`),
		);
		expect(await page(li)).toMatch(/value="lookedAt"[\s\S]*看过了/);
		expect((await press(wang, 'lookedAt')).text).toContain('只有审核员可以复看');
		expect((await press(li, 'lookedAt')).status).toBe(303);
		expect(await page(li)).not.toContain(`第${turn}次联席会议`);
	});

	test('does nothing else, and nothing for a stranger', async () => {
		expect((await press(zhang, 'deleteUnpublishedEntry')).status).toBe(400);
		expect((await desk.ask({ path: '/admin/taken-down' })).headers.location).toBe('/admin/login');
		expect((await desk.ask({ method: 'POST', path: '/admin/taken-down', body: '' })).status).toBe(401);
		expect(desk.text(MINUTES)).not.toContain('withdrawn');
	});
});
