/** Coming in, being recognised, going out. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPassword, wrongWith } from '../../../cms/server/accounts.ts';
import { type OpenDesk, openDesk, passwordOf, people } from './fixture.ts';

let desk: OpenDesk;
let now = Date.parse('2026-04-13T09:00:00+08:00');
const HOUR = 3600_000;

beforeAll(async () => {
	desk = await openDesk({ now: () => now });
});
afterAll(() => desk.end());

const login = (name: string, password: string, headers: Record<string, string> = {}) =>
	desk.ask({
		method: 'POST',
		path: '/admin/api/login',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify({ name, password }),
	});
const form = (name: string, password: string) =>
	desk.ask({
		method: 'POST',
		path: '/admin/api/login',
		headers: { 'content-type': 'application/x-www-form-urlencoded', origin: `http://localhost:${desk.port}` },
		body: new URLSearchParams({ name, password }).toString(),
	});
const me = (cookie: string) => desk.ask({ path: '/admin/api/me', headers: { cookie } });
const cookieIn = (headers: object) => String((headers as Record<string, unknown>)['set-cookie']).split(';')[0]!;

describe('A login', () => {
	test('gives a cookie no script can read and no other site can use', async () => {
		const { status, headers, json } = await login('zhang', passwordOf('zhang'));
		expect([status, json.name]).toEqual([200, '张三']);
		expect(headers['set-cookie']![0]).toMatch(/^desk=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/admin; Max-Age=43200$/);
		expect((await me(cookieIn(headers))).json).toEqual({ login: 'zhang', name: '张三', email: 'zhang@desk.example', role: 'clerk' });
	});

	test('by the form on the page leads to the desk, or back with the reason', async () => {
		const { status, headers } = await form('li', passwordOf('li'));
		expect([status, headers.location]).toEqual([303, '/admin/']);
		const wrong = await form('li', 'no');
		expect([wrong.status, wrong.headers.location, wrong.headers['set-cookie']]).toEqual([303, '/admin/login?why=wrong', undefined]);
		expect((await desk.ask({ path: '/admin/login?why=wrong' })).text).toContain('<p role="alert">账号或密码不对。</p>');
		expect((await desk.ask({ path: '/admin/login?why=<script>' })).text).not.toContain('alert');
	});

	test('says the same of a wrong name and of a wrong password', async () => {
		expect((await login('nobody', 'x')).json).toEqual((await login('wang', 'x')).json);
	});

	test('many guesses at once are not more guesses', async () => {
		const statuses = (await Promise.all(Array.from({ length: 8 }, () => login('bound', 'wrong')))).map(({ status }) => status);
		expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(3);
		expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(5);
		now += HOUR;
	});
});

describe('A session', () => {
	test('ends when its owner goes, for that browser alone', async () => {
		const [one, two] = [
			cookieIn((await login('zhang', passwordOf('zhang'))).headers),
			cookieIn((await login('zhang', passwordOf('zhang'))).headers),
		];
		const out = await desk.ask({
			method: 'POST',
			path: '/admin/api/logout',
			headers: { cookie: one, 'content-type': 'application/json' },
			body: '{}',
		});
		expect(out.status).toBe(204);
		expect(String(out.headers['set-cookie'])).toMatch(/^desk=; .*Max-Age=0/);
		expect([(await me(one)).status, (await me(two)).status]).toEqual([401, 200]);
	});

	test('ends after hours without a request, and after a day of work in any case', async () => {
		const idle = cookieIn((await login('zhang', passwordOf('zhang'))).headers);
		const busy = cookieIn((await login('zhang', passwordOf('zhang'))).headers);
		for (let i = 0; i < 6; i++) {
			now += HOUR;
			expect((await me(busy)).status).toBe(200);
		}
		expect((await me(idle)).status).toBe(401);
		for (let i = 0; i < 6; i++) {
			now += HOUR;
			await me(busy);
		}
		now += HOUR;
		expect((await me(busy)).status).toBe(401);
	});

	test('ends when the account has another password, another role counts at once, and a removed account is out', async () => {
		const cookie = cookieIn((await login('wang', passwordOf('wang'))).headers);
		await desk.accounts.put(people.wang, 'another password');
		expect((await me(cookie)).status).toBe(401);
		const again = cookieIn((await login('wang', 'another password')).headers);
		desk.accounts.remove('wang');
		expect((await me(again)).status).toBe(401);
	});

	test('does not outlive the process', async () => {
		const cookie = cookieIn((await login('zhang', passwordOf('zhang'))).headers);
		await desk.again();
		expect((await me(cookie)).status).toBe(401);
	});
});

describe('The accounts', () => {
	test('R6: while they cannot be read nobody is let in, the reason is said, and whoever was logged in goes on afterwards', async () => {
		const cookie = cookieIn((await login('li', passwordOf('li'))).headers);
		const file = join(desk.folder, 'accounts.json');
		const whole = readFileSync(file);
		writeFileSync(file, whole.subarray(0, 100));
		const sentence = '编辑台现在认不出账号，谁也登录不了。请告诉管理员：在服务器上运行 npm run account -- list，会说出原因和办法。';
		for (const answer of [await login('li', passwordOf('li')), await me(cookie)]) {
			expect(answer.status).toBe(503);
			expect(answer.json.error).toContain(sentence);
			expect(answer.json.error).not.toContain(desk.folder);
		}
		const sent = await form('li', passwordOf('li'));
		expect([sent.status, sent.headers.location]).toEqual([303, '/admin/login?why=lost']);
		expect((await desk.ask({ path: '/admin/login?why=lost' })).text).toContain(sentence);

		writeFileSync(file, whole);
		expect((await me(cookie)).status).toBe(200);
		expect((await login('li', passwordOf('li'))).status).toBe(200);
	});

	test('are kept where only their owner reads, without the passwords', () => {
		expect(statSync(join(desk.folder, 'accounts.json')).mode & 0o777).toBe(0o600);
		expect(statSync(join(desk.folder, 'audit.jsonl')).mode & 0o777).toBe(0o600);
	});

	test('have passwords nobody can guess', () => {
		const many = Array.from({ length: 200 }, newPassword);
		expect(new Set(many).size).toBe(200);
		for (const one of many) expect(one).toMatch(/^[a-z2-9]{4}(?:-[a-z2-9]{4}){3}$/);
	});

	test.for([
		[{ name: 'Zhang' }, /小写英文字母/],
		[{ name: '../x' }, /小写英文字母/],
		[{ person: '张三 <x@y>' }, /尖括号/],
		[{ person: '  ' }, /姓名不能为空/],
		[{ email: 'a@b\nc' }, /邮箱/],
		[{ role: 'admin' as never }, /没有“admin”这个角色。用 --role clerk（经办）或 --role reviewer（审核）写出来/],
		[{ communities: ['../x'] }, /小区编号/],
	] as const)('cannot be %j', ([over, words]) => {
		expect(wrongWith({ ...people.zhang, ...over })).toMatch(words);
	});
});

test('the desk is entered by the login, and has a page for it before it is built', async () => {
	const { status, headers } = await desk.ask({ path: '/admin/' });
	expect([status, headers.location]).toEqual([302, '/admin/login']);
	expect((await desk.ask({ path: '/admin' })).headers.location).toBe('/admin/');
	expect((await desk.ask({ path: '/admin/login' })).text).toContain('action="/admin/api/login"');
});
