/** `npm start` with its desk: where it listens, and for whom. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardAt } from '../../scripts/lib/board.ts';
import { git } from './editor.ts';
import { fileOf, write, writeSmallContent } from './small-content.ts';

const program = (name: string) => fileURLToPath(new URL(`../../scripts/${name}.ts`, import.meta.url));
const project = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'start-desk-'));
const [board, content] = [join(folder, 'board'), join(folder, 'content')];
let busy: Server;
let busyPort: number;
let running: Started;
/** What the first start said. */
let first: string;

interface Started {
	process: ChildProcess;
	/** The desk's address, without the slash. */
	desk: string;
	said: string;
}

async function start(...args: string[]): Promise<Started> {
	const child = spawn(process.execPath, [program('start'), '--board', board, '--content', content, '--port', '0', ...args]);
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (said += part));
	while (!/^编辑台：[^\n]*\n/m.test(said)) {
		if (child.exitCode !== null) throw new Error(said);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return { process: child, desk: /^编辑台：(\S+)\/admin\//m.exec(said)![1]!, said };
}

async function stop({ process: child }: Started, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
	const ended = new Promise((resolve) => child.once('close', resolve));
	child.kill(signal);
	await ended;
}

const shownIn = (said: string) => [...said.matchAll(/账号 (\w+)，密码 (\S+)/g)].map(([, name, password]) => [name!, password!] as const);
const shownAccounts = () => shownIn(running.said);

const account = (...args: string[]) => {
	const { status, stdout, stderr } = spawnSync(process.execPath, [program('account'), ...args, '--board', board], { encoding: 'utf8' });
	return { status, said: stdout + stderr };
};

const post = (path: string, body: object, cookie = '') =>
	fetch(`${running.desk}/admin/api/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', cookie },
		body: JSON.stringify(body),
	});
const login = async (name: string, password: string) => (await post('login', { name, password })).status;
/** The id git gives a text. */
const idOf = (text: string): string =>
	createHash('sha1')
		.update(`blob ${Buffer.byteLength(text)}\0${text}`)
		.digest('hex');
/** An action of the protocol in somebody's name; answers the status. */
async function acting(name: string, password: string) {
	const cookie = (await post('login', { name, password })).headers.get('set-cookie')!.split(';')[0]!;
	return async (action: string, params: object) => (await post('v1', { action, params }, cookie)).status;
}

beforeAll(async () => {
	writeSmallContent(content);
	busy = createServer();
	await new Promise<void>((listening) => busy.listen(0, '127.0.0.1', listening));
	busyPort = (busy.address() as { port: number }).port;
	running = await start('--host', '--desk-port', String(busyPort));
	first = running.said;
});

afterAll(async () => {
	await stop(running);
	busy.close();
	rmSync(folder, { recursive: true, force: true });
});

test('the desk takes the next free port, and only this machine reaches it though the site is open to others', async () => {
	const port = Number(new URL(running.desk).port);
	expect(port).toBeGreaterThan(busyPort);
	expect((await fetch(`${running.desk}/admin/login`)).status).toBe(200);
	const site = /^公开栏：http:\/\/localhost:(\d+)/m.exec(running.said)![1];
	const others = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
	for (const { address, internal, family } of others) {
		if (internal || family !== 'IPv4') continue;
		expect((await fetch(`http://${address}:${site}/`)).status).toBe(200);
		await expect(fetch(`http://${address}:${port}/admin/login`)).rejects.toThrow();
	}
});

test('the public site has no desk and sets no cookie', async () => {
	const site = /^公开栏：(\S+)\/（/m.exec(running.said)![1];
	for (const path of ['/admin/', '/admin/api/me', '/admin/login']) expect((await fetch(site + path)).status).toBe(404);
	expect((await fetch(`${site}/`)).headers.get('set-cookie')).toBeNull();
});

test('what one of the two writes and the other publishes is on the board at once', async () => {
	const [clerk, reviewer] = await Promise.all(shownAccounts().map(([name, password]) => acting(name, password)));
	const { file, text } = fileOf('meetings', { heldOn: '2026-04-10', publishedOn: undefined }, '2026-04-10-joint');
	const name = { collection: 'meetings-ceshiyuan', slug: '2026-04-10-joint' };
	const options = { collectionName: name.collection };
	expect(await clerk!('persistEntry', { dataFiles: [{ path: file, slug: name.slug, raw: text }], assets: [], options })).toBe(200);
	const seen = { [file]: idOf(text) };
	expect(await reviewer!('updateUnpublishedEntryStatus', { ...name, newStatus: 'pending_publish', seen })).toBe(200);
	const since = performance.now();
	expect(await reviewer!('publishUnpublishedEntry', { ...name, seen })).toBe(200);
	const page = `${/^公开栏：(\S+)\/（/m.exec(running.said)![1]}/${file.replace('.md', '')}/`;
	await expect.poll(async () => (await fetch(page)).status).toBe(200);
	console.log(`from 发布 to the page: ${((performance.now() - since) / 1000).toFixed(2)} s`);
});

test('two sample accounts are made and shown once, and never again', async () => {
	const shown = shownAccounts();
	expect(shown.map(([name]) => name)).toEqual(['jingban', 'shenhe']);
	for (const [name, password] of shown) expect(await login(name, password)).toBe(200);

	// A draft sent to review, and the power goes.
	const { file, text } = fileOf('meetings', { heldOn: '2026-04-11', publishedOn: undefined }, '2026-04-11-joint');
	const name = { collection: 'meetings-ceshiyuan', slug: '2026-04-11-joint' };
	const clerk = await acting(...shown[0]!);
	const dataFiles = [{ path: file, slug: name.slug, raw: text }];
	expect(await clerk('persistEntry', { dataFiles, assets: [], options: { collectionName: name.collection } })).toBe(200);
	expect(await clerk('updateUnpublishedEntryStatus', { ...name, newStatus: 'pending_review' })).toBe(200);
	await stop(running, 'SIGKILL');

	running = await start('--desk-port', '0');
	expect(running.said).not.toMatch(/密码|账号/);
	const again = await acting(...shown[0]!);
	expect(await again('unpublishedEntry', name)).toBe(200);
	for (const [account, password] of shown) expect(await login(account, password)).toBe(200);
});

/** An answer of the desk as the proxy asks for it, under its public name. */
function behindProxy(port: number, path: string, { cookie = '', body }: { cookie?: string; body?: object } = {}) {
	const headers = { host: 'desk.wangxi.example', cookie, ...(body ? { 'content-type': 'application/json' } : {}) };
	return new Promise<{ cookie: string; text: string }>((resolve, reject) => {
		const asked = request({ port, path, method: body ? 'POST' : 'GET', headers }, async (answer) =>
			resolve({ cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '', text: await textOf(answer) }),
		);
		asked.once('error', reject).end(body && JSON.stringify(body));
	});
}

test('R1: behind a proxy the desk and a push name the board by the address of its settings', async () => {
	await stop(running);
	const [[name, password] = ['', '']] = shownIn(first);
	running = await start('--desk-origin', 'https://desk.wangxi.example', '--desk-port', '0');
	const [, port] = /^编辑台：https:\/\/desk\.wangxi\.example\/admin\/（由代理转到本机 (\d+) 端口）$/m.exec(running.said)!;
	const { cookie } = await behindProxy(Number(port), '/admin/api/login', { body: { name, password } });
	const { site_url, display_url } = JSON.parse((await behindProxy(Number(port), '/admin/api/config', { cookie })).text);
	expect([site_url, display_url]).toEqual(['https://board.example', 'https://board.example']);

	const clone = join(folder, 'clone');
	git(folder, 'clone', '--quiet', boardAt(board).record, clone);
	const { file, text } = fileOf('meetings', { heldOn: '2026-04-09', publishedOn: '2026-04-13' }, '2026-04-09-joint');
	write(clone, file, text);
	const settings = readFileSync(join(clone, 'settings.json'), 'utf8');
	write(clone, 'settings.json', settings.replace('https://board.example', 'https://board.wangxi.example'));
	git(clone, 'add', '-A');
	git(clone, 'commit', '--quiet', '-m', '纪要');
	const { said } = git(clone, 'push', 'origin', 'main');
	expect(said).toContain(`https://board.wangxi.example/${file.replace('.md', '')}/`);
	expect(said).not.toContain('localhost');

	await stop(running);
	running = await start('--desk-port', '0');
});

test('R6: the line printed for another account makes it in this board', async () => {
	const printed = /另建账号：(npm run account -- .*)/.exec(first)![1]!;
	const line = printed.replace('账号', 'sunqi').replace('姓名', '孙七');
	const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: project, encoding: 'utf8' });
	expect(status, stderr).toBe(0);
	const [, password = ''] = /密码（只显示这一次）：(\S+)/.exec(stdout) ?? [];
	expect(await login('sunqi', password)).toBe(200);
});

test('G6: an account whose password somebody guessed at is unlocked by a command, and counts at once', async () => {
	const [, password = ''] = /密码（只显示这一次）：(\S+)/.exec(account('add', 'zhaoliu', '--role', 'clerk', '--name', '赵六').said) ?? [];
	for (let i = 0; i < 8; i++) await login('zhaoliu', 'wrong');
	expect(await login('zhaoliu', password)).toBe(429);
	expect(account('unlock', 'zhaoliu')).toEqual({ status: 0, said: '“zhaoliu”现在起15分钟内可以登录，试错也不用等。\n' });
	expect(await login('zhaoliu', password)).toBe(200);
	expect(account('unlock', 'nobody').status).toBe(2);
});

test('an account is added, changed and removed by a command, and counts at once', async () => {
	const added = account('add', 'wangwu', '--role', 'clerk', '--name', '王五', '--community', 'ceshiyuan');
	const [, password = ''] = /密码（只显示这一次）：(\S+)/.exec(added.said) ?? [];
	expect([added.status, await login('wangwu', password)]).toEqual([0, 200]);
	expect(account('list').said).toContain('wangwu\t王五\twangwu@board.localhost\t经办\t只编辑 ceshiyuan');
	const changed = account('password', 'wangwu');
	const [, next = ''] = /密码（只显示这一次）：(\S+)/.exec(changed.said) ?? [];
	expect([await login('wangwu', password), await login('wangwu', next)]).toEqual([401, 200]);
	expect(account('remove', 'wangwu').status).toBe(0);
	expect(await login('wangwu', next)).toBe(401);
	for (const wrong of [['add', 'zhang'], ['add', 'Zhang', '--role', 'clerk', '--name', '张'], ['remove', 'nobody'], ['remove'], []])
		expect(account(...wrong).status, wrong.join(' ')).toBe(2);
});
