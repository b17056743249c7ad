/** The whole way of a record: pushed from a clone, refused or published, seen by a reader. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardAt } from '../../scripts/lib/board.ts';
import { reseed } from '../../scripts/lib/seed.ts';
import { example } from '../examples.ts';
import { git } from './editor.ts';
import { fileOf, write, writeSmallContent } from './small-content.ts';

const program = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'start-'));
const content = join(folder, 'content');
const board = boardAt(join(folder, 'board'));
const clone = join(folder, 'clone');
let busy: Server;
let busyPort: number;
let running: Started;

beforeAll(async () => {
	writeSmallContent(content);
	busy = createServer();
	await new Promise<void>((listening) => busy.listen(0, '127.0.0.1', listening));
	busyPort = (busy.address() as { port: number }).port;
	running = await start('--port', String(busyPort));
	git(folder, 'clone', '--quiet', board.record, clone);
});

afterAll(async () => {
	running.process.kill('SIGKILL');
	await running.ended;
	busy.close();
	rmSync(folder, { recursive: true, force: true });
});

interface Started {
	process: ChildProcess;
	url: string;
	said: () => string;
	ended: Promise<number | null>;
}

/** Starts the board, and answers once it serves. */
async function start(...args: string[]): Promise<Started> {
	const child = spawn(process.execPath, [program, '--board', board.folder, '--content', content, '--no-desk', ...args]);
	let said = '';
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
	const url = await new Promise<string>((resolve, reject) => {
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding('utf8').on('data', (part: string) => {
				said += part;
				const [, found] = /^公开栏：(\S+)\/\s/m.exec(said) ?? [];
				if (found) resolve(found);
			});
		void ended.then((code) => reject(new Error(`it ended with ${code}:\n${said}`)));
	});
	return { process: child, url, said: () => said, ended };
}

/** Commits one new minutes file in the clone. */
function writeMinutes(heldOn: string, slug: string): string {
	const { file, text } = fileOf('meetings', { heldOn, publishedOn: '2026-04-13', title: `${slug} 联席会议` }, slug);
	write(clone, file, text);
	git(clone, 'add', '-A');
	git(clone, 'commit', '--quiet', '-m', slug);
	return `/${file.replace(/\.md$/, '')}/`;
}

const status = async (path: string) => (await fetch(running.url + path)).status;
const tag = async (path: string) => (await fetch(running.url + path)).headers.get('etag');

/** Asks until the page is there; answers after how many seconds. */
async function seen(path: string, since: number): Promise<number> {
	await expect.poll(() => status(path), { message: path }).toBe(200);
	return (performance.now() - since) / 1000;
}

test('a busy port is said, and the next free one taken; and which folder the record begins with', () => {
	expect(running.said()).toContain(`最初的内容来自 ${content}。`);
	expect(running.said()).toContain(`端口 ${busyPort} 已被占用`);
	expect(Number(new URL(running.url).port)).toBeGreaterThan(busyPort);
});

test('what is pushed is a page, in the list of its community and of all', async () => {
	const path = writeMinutes('2026-04-10', '2026-04-10-joint');
	expect(await status(path)).toBe(404);
	const since = performance.now();
	const pushed = spawn('git', ['push', '--quiet', 'origin', 'main'], { cwd: clone, stdio: ['ignore', 'ignore', 'pipe'] });
	let said = '';
	pushed.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
	const ended = new Promise((resolve) => pushed.once('close', resolve));
	const seconds = await seen(path, since);
	expect(await ended).toBe(0);
	console.log(`from the push to the page: ${seconds.toFixed(2)} s`);
	expect(said).toContain('已发布');
	expect(said).toContain(running.url + path);
	// What did not come by the desk is in its audit file all the same.
	const audit = readFileSync(join(board.folder, 'audit.jsonl'), 'utf8').trim().split('\n');
	expect(JSON.parse(audit.at(-1)!)).toMatchObject({ action: 'push', commit: git(clone, 'rev-parse', 'HEAD').said.trim() });
	for (const list of ['/meetings/', '/meetings/ceshiyuan/']) expect(await (await fetch(running.url + list)).text()).toContain(path);
});

test('P1: a street and a city with a slash in them are lists of their own, and the links lead there', async () => {
	const place = { ...example('communities').data.place, street: '河东街道/清风镇' };
	const records = [
		fileOf('communities', { name: '别处（示例）', place, publishedOn: '2026-04-13' }, 'biechu'),
		fileOf('statistics', { city: '延边州/延吉市' }),
	];
	for (const { file, text } of records) write(clone, file, text);
	git(clone, 'add', '-A');
	git(clone, 'commit', '--quiet', '-m', '两个地名');
	expect(git(clone, 'push', 'origin', 'main').said).toContain('已发布');
	const text = async (path: string) => (await fetch(running.url + path)).text();
	const lists = [
		['/communities/', '河东街道/清风镇', 'communities/biechu', 'street'],
		['/statistics/branches/', '延边州/延吉市', 'statistics/branches', 'city'],
	] as const;
	for (const [page, value, id, facet] of lists) {
		const [, link = ''] = new RegExp(`<a href="([^"]+)"[^>]*>${value}`).exec(await text(page)) ?? [];
		expect(decodeURIComponent(link)).toBe(`/${id.split('/')[0]}/${facet}/${value.replace('/', '~2f')}/`);
		const list = await text(link);
		expect(list).toContain(value);
		expect(list).toContain(`href="/${id}/"`);
	}
	// The first page of a community of which nothing is published yet.
	const links = [...(await text('/communities/biechu/')).matchAll(/href="(\/[^"#?]*)/g)].map(([, href]) => href!);
	expect(links.some((href) => decodeURIComponent(href).includes('清风镇'))).toBe(true);
	const statuses = await Promise.all([...new Set(links)].map(async (href) => `${await status(href)} ${href}`));
	expect(statuses.filter((each) => !each.startsWith('200'))).toEqual([]);
});

test('a bad record is refused with file and field named, and nothing changes', async () => {
	const before = [await tag('/'), await tag('/meetings/'), await tag('/sitemap.xml')];
	const path = writeMinutes('2026-02-30', '2026-02-28-joint');
	const { fine, said } = git(clone, 'push', 'origin', 'main');
	expect(fine).toBe(false);
	expect(said).toMatch(/meetings\/ceshiyuan\/2026-02-28-joint\.md.*heldOn/);
	expect(await status(path)).toBe(404);
	expect([await tag('/'), await tag('/meetings/'), await tag('/sitemap.xml')]).toEqual(before);
	git(clone, 'reset', '--quiet', '--hard', 'origin/main');
});

test('what reaches main without a push is published too', async () => {
	const { file, text } = fileOf('meetings', { heldOn: '2026-04-11', publishedOn: '2026-04-12' }, '2026-04-11-joint');
	write(content, file, text);
	reseed(board.record, content, Date.now());
	await seen('/meetings/ceshiyuan/2026-04-11-joint/', performance.now());
	expect(await status('/meetings/ceshiyuan/2026-04-10-joint/')).toBe(404);
});

test('a second start on the same board says where the first one is', async () => {
	await expect(start()).rejects.toThrow(new RegExp(`ended with 2:\n这块公开栏已经在运行：${running.url}`));
});

test('Ctrl-C leaves the record and the site whole, and the next start goes on from there', async () => {
	running.process.kill('SIGINT');
	expect(await running.ended).toBe(0);
	expect(existsSync(join(board.folder, 'running.json'))).toBe(false);
	expect(git(board.record, 'fsck', '--strict').fine).toBe(true);
	expect(existsSync(join(board.site, 'current/index.html'))).toBe(true);

	git(clone, 'pull', '--quiet', 'origin', 'main');
	const path = writeMinutes('2026-04-12', '2026-04-12-joint');
	expect(git(clone, 'push', 'origin', 'main').said).toContain('下次 npm start 时发布');
	write(content, 'statistics/branches.json', `${fileOf('statistics').text}\n`);
	running = await start('--port', '0');
	await seen(path, performance.now());
	expect(running.said()).toContain(`${content} 在放进记录之后改过，公开栏显示的是记录。要换成 ${content} 现在的内容，就加上 --reseed`);
});
