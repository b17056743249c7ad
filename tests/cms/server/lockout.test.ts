/** G6: who guesses passwords is slowed down, and keeps nobody else out. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { attempts } from '../../../cms/server/attempts.ts';
import { devices } from '../../../cms/server/devices.ts';
import { networkOf } from '../../../cms/server/request.ts';
import { turns } from '../../../cms/server/turns.ts';
import { unlocksIn } from '../../../cms/server/unlocks.ts';
import { type OpenDesk, openDesk, passwordOf, people } from './fixture.ts';

const MINUTE = 60_000;
let now = Date.parse('2026-04-13T09:00:00+08:00');
let desk: OpenDesk;
beforeAll(async () => {
	desk = await openDesk({ now: () => now, origin: 'https://desk.example.org' });
});
afterAll(() => desk.end());
// What was guessed in one test is forgotten in the next.
beforeEach(() => {
	now += 3 * 60 * MINUTE;
});

/** A login from an address, through the proxy in front of the desk. */
const login = (name: string, password: string, from: string, cookie = '') =>
	desk.ask({
		method: 'POST',
		path: '/admin/api/login',
		headers: { 'content-type': 'application/json', 'x-forwarded-for': `6.6.6.6, ${from}`, cookie },
		body: JSON.stringify({ name, password }),
	});
const right = (name: string, from: string, cookie = '') => login(name, passwordOf(name), from, cookie);
async function guess(times: number, name: string, from: string): Promise<number[]> {
	const statuses: number[] = [];
	for (let i = 0; i < times; i++) statuses.push((await login(name, 'wrong', from)).status);
	return statuses;
}
/** The cookies of a login, by name, as a browser sends them back. */
const cookiesOf = (headers: { 'set-cookie'?: string[] }) =>
	Object.fromEntries(headers['set-cookie']!.map((each) => [each.split('=')[0]!, each.split(';')[0]!]));

describe('G6: somebody who guesses', () => {
	test('G6: waits after three wrong passwords, is told until when and who can help, and the audit notes it', async () => {
		expect(await guess(5, 'zhang', '10.0.0.1')).toEqual([401, 401, 401, 429, 429]);
		const slowed = await right('zhang', '10.0.0.1');
		expect([slowed.status, slowed.headers['retry-after']]).toEqual([429, '2']);
		expect(slowed.json.error).toMatch(
			/^密码试错得太多了：\d+月\d+日\d+:\d\d以后可以再试（还要等2秒）。忘了密码，请管理员重设；急用，请管理员解锁。$/,
		);
		expect(desk.audit()).toContainEqual(
			expect.objectContaining({ action: 'locked', account: 'zhang', address: '10.0.0.1', why: '要等2秒' }),
		);
	});

	test('G6: waits twice as long each time, never longer than a quarter of an hour, and it ends by itself', () => {
		let at = 0;
		const tries = attempts(() => at);
		const who = { name: 'zhang', network: '10.0.0.1', device: null };
		const waits = Array.from({ length: 14 }, () => {
			at += 15 * MINUTE;
			tries.failed(who);
			return tries.wait(who);
		});
		expect(waits).toEqual([0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
		at += 15 * MINUTE;
		expect(tries.wait(who)).toBe(0);
	});

	test('G6: keeps out neither whom they guess at elsewhere, nor others at the same address', async () => {
		await guess(4, 'zhang', '10.0.0.1');
		expect((await right('zhang', '10.0.0.2')).status).toBe(200);
		for (const name of ['wang', 'li', 'zhao', 'bound', 'root', 'admin']) await guess(4, name, '10.0.0.1');
		expect((await login('wang', 'wrong', '10.0.0.1')).status).toBe(429);
		await guess(20, 'test', '10.0.0.3');
		for (const name of ['wang', 'li']) expect((await right(name, '10.0.0.3')).status).toBe(200);
	});

	test('G6: from many addresses is slowed by the name, but its owner’s first try from a new place is heard', () => {
		const tries = attempts(() => 0);
		const from = (network: string) => ({ name: 'zhang', network, device: null });
		for (let i = 0; i < 60; i++) tries.failed(from(`10.1.0.${i}`));
		expect(tries.wait(from('10.1.0.1'))).toBe(2);
		expect(tries.wait(from('10.2.0.2'))).toBe(0);
		tries.failed(from('10.2.0.2'));
		expect(tries.wait(from('10.2.0.2'))).toBe(4);
		expect(tries.wait({ ...from('10.1.0.1'), device: 'her own' })).toBe(0);
	});

	test('G6: is not told whether there is such a name', async () => {
		const told = async (name: string) => [
			await guess(4, name, '10.0.0.9'),
			(await right(name, '10.0.0.9')).json.error.replaceAll(name, '…'),
		];
		expect(await told('zhang')).toEqual(await told('nobody'));
	});

	test('G6: on the page of the login reads until when', async () => {
		await guess(3, 'zhang', '10.0.0.1');
		const form = await desk.ask({
			method: 'POST',
			path: '/admin/api/login',
			headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': '10.0.0.1' },
			body: 'name=zhang&password=x',
		});
		expect(form.headers.location).toMatch(/^\/admin\/login\?why=slow&until=\d+$/);
		expect((await desk.ask({ path: form.headers.location! })).text).toMatch(
			/<p role="alert">密码试错得太多了，\d+月\d+日\d+:\d\d以后可以再试。.*急用，请管理员解锁。</,
		);
		expect((await desk.ask({ path: '/admin/login?why=slow&until=<script>' })).text).not.toContain('script');
	});
});

describe('G6: somebody known', () => {
	test('G6: with a session stays in while others guess at their name', async () => {
		const { desk: session } = cookiesOf((await right('li', '10.0.0.1')).headers);
		await guess(10, 'li', '10.0.0.1');
		expect((await desk.ask({ path: '/admin/api/me', headers: { cookie: session! } })).status).toBe(200);
	});

	test('G6: on a device that has logged in before comes in though their name, their address and the whole office is locked, after a restart too', async () => {
		const before = await right('zhang', '10.0.0.1');
		const device = cookiesOf(before.headers)['desk-device-zhang']!;
		expect(before.headers['set-cookie']![1]).toMatch(
			/^desk-device-zhang=[\w-]{22}\.\d+\.[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/admin; Max-Age=15552000$/,
		);
		await desk.again();
		for (const name of ['zhang', 'wang', 'li', 'zhao', 'bound', 'root']) await guess(4, name, '10.0.0.1');
		expect((await right('zhang', '10.0.0.1')).status).toBe(429);
		expect((await right('zhang', '10.0.0.1', device)).status).toBe(200);
		// It is the device of one name only.
		expect((await right('wang', '10.0.0.1', device.replace('zhang', 'wang'))).status).toBe(429);
	});

	test('G6: on such a device is slowed after five wrong passwords of their own, and it ends', async () => {
		const device = cookiesOf((await right('zhang', '10.0.0.1')).headers)['desk-device-zhang']!;
		const statuses: number[] = [];
		for (let i = 0; i < 7; i++) statuses.push((await login('zhang', 'wrong', '10.0.0.1', device)).status);
		expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
		expect((await right('zhang', '10.0.0.8')).status).toBe(200);
		now += 3000;
		expect((await right('zhang', '10.0.0.1', device)).status).toBe(200);
	});

	test('G6: a device cookie that is old, forged, of another board or of an old password is a stranger’s', async () => {
		const at = () => now;
		const known = devices(desk.folder, desk.accounts, at);
		const cookie = known.remembered('bound', null);
		expect(known.find('bound', cookie)).toMatch(/^[\w-]{22}$/);
		const [id, since, mac] = cookie.split('.') as [string, string, string];
		for (const bad of [
			undefined,
			'',
			`${id}.${Number(since) + 1}.${mac}`,
			`${'a'.repeat(22)}.${since}.${mac}`,
			`${id}.${since}.${'a'.repeat(43)}`,
		])
			expect(known.find('bound', bad)).toBeNull();
		expect(known.find('zhang', cookie)).toBeNull();
		expect(known.find('nobody', cookie)).toBeNull();
		now += 181 * 24 * 60 * MINUTE;
		expect(known.find('bound', cookie)).toBeNull();
		now -= 181 * 24 * 60 * MINUTE;
		await desk.accounts.put(people.bound, 'another password');
		expect(known.find('bound', cookie)).toBeNull();
		await desk.accounts.put(people.bound, passwordOf('bound'));
		const other = await openDesk();
		expect(devices(other.folder, desk.accounts, at).find('bound', known.remembered('bound', null))).toBeNull();
		await other.end();
		expect(statSync(join(desk.folder, 'device-key')).mode & 0o777).toBe(0o600);
	});
});

describe('G6: an administrator', () => {
	test('G6: unlocks a name for a quarter of an hour, though somebody goes on guessing', async () => {
		await guess(4, 'zhang', '10.0.0.1');
		expect((await right('zhang', '10.0.0.1')).status).toBe(429);
		unlocksIn(desk.folder).unlock('zhang', now);
		await guess(10, 'zhang', '10.0.0.1');
		expect((await right('zhang', '10.0.0.1')).status).toBe(200);
		await guess(10, 'zhang', '10.0.0.1');
		now += 15 * MINUTE;
		expect(await guess(2, 'zhang', '10.0.0.1')).toContain(429);
		expect(statSync(join(desk.folder, 'unlocked.json')).mode & 0o777).toBe(0o600);
	});
});

describe('G6: what a guess costs', () => {
	test('G6: many guesses at once are not more guesses, and are told to wait', async () => {
		const statuses = (await Promise.all(Array.from({ length: 8 }, () => login('wang', 'wrong', '10.0.0.1')))).map(({ status }) => status);
		expect(statuses.sort()).toEqual([401, 401, 401, 429, 429, 429, 429, 429]);
	});

	test('G6: whoever is known waits for one guess at the most, and strangers take turns by their networks', async () => {
		const queue = turns();
		const order: string[] = [];
		let begin: () => void = () => {};
		const begun = new Promise<void>((resolve) => {
			begin = resolve;
		});
		const all: (Promise<unknown> | null)[] = [queue.take({ isKnown: false, by: 'first' }, () => begun)];
		const take = (isKnown: boolean, by: string) => all.push(queue.take({ isKnown, by }, async () => void order.push(by)));
		for (let i = 0; i < 6; i++) take(false, 'attacker');
		take(false, 'home');
		for (let i = 0; i < 2; i++) take(true, 'device');
		begin();
		await Promise.all(all);
		expect(order).toEqual(['device', 'attacker', 'device', 'home', 'attacker', 'attacker', 'attacker', 'attacker', 'attacker']);
	});

	test('G6: no more than twenty of one network wait, and what went wrong stops nobody after it', async () => {
		const queue = turns();
		let begin: () => void = () => {};
		const begun = new Promise<void>((resolve) => {
			begin = resolve;
		});
		const first = queue.take({ isKnown: false, by: 'a' }, () => begun)!;
		const failing = queue.take({ isKnown: false, by: 'a' }, () => Promise.reject(new Error('no')))!;
		const rest = Array.from({ length: 30 }, () => queue.take({ isKnown: false, by: 'a' }, async () => 'done'));
		expect(rest.filter((each) => each === null).length).toBe(11);
		expect(queue.take({ isKnown: true, by: 'a' }, async () => 'known')).not.toBeNull();
		begin();
		await first;
		await expect(failing).rejects.toThrow('no');
		expect(await Promise.all(rest.filter((each) => each !== null))).toHaveLength(19);
	});

	test('G6: a clock set back keeps nobody out for longer than the longest wait', () => {
		let at = 10 * 3600_000;
		const tries = attempts(() => at);
		const who = { name: 'zhang', network: 'n', device: null };
		for (let i = 0; i < 20; i++) tries.failed(who);
		at -= 9 * 3600_000;
		expect(tries.wait(who)).toBe(900);
	});
});

test.for([
	['203.0.113.7', '203.0.113.7'],
	['::ffff:203.0.113.7', '203.0.113.7'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
	['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
	['2001:db8::1', '2001:db8:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['fe80::1%eth0', 'fe80:0:0:0::/64'],
	['unknown', 'unknown'],
] as const)('G6: %s counts as %s', ([address, network]) => {
	expect(networkOf(address)).toBe(network);
});

test('G6: without a proxy in front nobody can say to come from elsewhere', async () => {
	const bare = await openDesk();
	const from = (address: string) =>
		bare.ask({
			method: 'POST',
			path: '/admin/api/login',
			headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
			body: '{"name":"zhang","password":"x"}',
		});
	const statuses = [];
	for (let i = 0; i < 4; i++) statuses.push((await from(`10.0.0.${i}`)).status);
	await bare.end();
	expect(statuses).toEqual([401, 401, 401, 429]);
});
