/** The guide of docs/hosting.md, followed line by line on a bare machine, and what comes of it: read by a browser, written at the desk, lost and restored. */
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskHeaders, deskSays } from '../../cms/server/headers.ts';
import { overTls } from '../../scripts/lib/headers.ts';
import { launch } from '../browser/chromium.ts';
import { logIn } from '../browser/desk-board.ts';
import { minutes, nameOf } from '../cms/server/fixture.ts';
import { fileOf, write } from '../commands/small-content.ts';
import { whole } from '../examples.ts';
import { guide } from './commands.ts';
import { bareMachine, type Machine } from './machine.ts';
import { type Answer, type Asked, ask } from './nginx.ts';
import { unitAt } from './unit.ts';

const { english, chinese } = guide();
const [BOARD, DESK] = ['board.wangxi.example', 'desk.wangxi.example'];

let machine: Machine;
/** What the guide printed, by heading. */
const printed: Record<string, string> = {};

/** Does what stands under a heading of the guide; `between` is called after each line. */
async function follow(heading: string, between: (line: string) => Promise<void> | void = () => {}): Promise<void> {
	for (const line of english.get(heading)!) {
		printed[heading] = (printed[heading] ?? '') + (await machine.follow(line));
		await between(line);
	}
}

/** Somebody pushes the records of a small board too, and the board stays at the day of its first community. */
function pushRecords(): void {
	const folder = machine.place.here('/srv/board/work');
	const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
	const settings = read('settings.json');
	const { publishedOn } = read('communities/wangxi.json');
	write(folder, 'settings.json', JSON.stringify({ ...settings, asOf: publishedOn }));
	for (const { collection } of whole()) {
		const { file, text } = fileOf(collection, { publishedOn });
		write(folder, file, text);
	}
	machine.as('root', `chown -R ${machine.users.board} ${folder}`, '/');
	const { status, said } = machine.as(machine.users.board, 'git add -A && git commit --quiet -m 记录 && git push', folder);
	if (status !== 0) throw new Error(said);
}

const HEADINGS = ['What is needed', 'The program', 'What the board begins with', 'The process', 'nginx', 'Accounts'];

beforeAll(async () => {
	machine = await bareMachine(console.log);
	for (const heading of HEADINGS) await follow(heading);
	await follow('Past the desk, with git');
	pushRecords();
});
afterAll(() => machine?.end());

const { here, ports } = { here: (path: string) => machine.place.here(path), ports: () => machine.place.ports };
const site = (path: string, headers: Record<string, string> = {}) => ask(path, { port: ports().https, name: BOARD, headers });
const desk = (path: string, asked: Partial<Asked> = {}) => ask(path, { port: ports().https, name: DESK, ...asked });
const jsonOf = ({ body }: Answer) => JSON.parse(body.toString());

/** The passwords that were printed when the accounts were made. */
const passwords = () => {
	const [zhangsan = '', lisi = ''] = [...printed.Accounts!.matchAll(/密码（只显示这一次）：(\S+)/g)].map(([, password]) => password!);
	return { zhangsan, lisi };
};
const posted = (path: string, body: object, headers: Record<string, string> = {}) =>
	desk(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const loggedIn = (name: 'zhangsan' | 'lisi', headers: Record<string, string> = {}) =>
	posted('/admin/api/login', { name, password: passwords()[name] }, headers);

/** Somebody at the desk, through nginx. */
async function actingAs(name: 'zhangsan' | 'lisi') {
	const cookie = (await loggedIn(name)).headers['set-cookie']!.split(';')[0]!;
	return {
		cookie,
		act: (action: string, params: object) => posted('/admin/api/v1', { action, params: { branch: 'main', ...params } }, { cookie }),
	};
}

/** What git says in the record, as its owner. */
function record(command: string): string {
	const { status, said } = machine.as(machine.users.board, `git -C ${here('/srv/board/data/record.git')} ${command}`);
	if (status !== 0) throw new Error(said);
	return said;
}

/** Changes a record in the clone of whoever writes with git, and pushes it. */
function push(file: string, change: (text: string) => string): string {
	const clone = here('/srv/board/work');
	const text = readFileSync(join(clone, file), 'utf8');
	const command = `git pull --quiet --rebase && cat > ${file} <<'END'\n${change(text)}\nEND\ngit commit --quiet -am ${file} && git push`;
	const { status, said } = machine.as(machine.users.board, command, clone);
	if (status !== 0) throw new Error(said);
	return said;
}

const MEETING = fileOf('meetings').file;
const PAGE = `/${MEETING.replace(/\.md$/, '')}/`;

describe('R1: after the guide', () => {
	test('a record that was pushed is a page, under the names of the guide', async () => {
		// The file of the guide as it is, named by the public address.
		expect(printed['Past the desk, with git']).toContain('已发布');
		expect(printed['Past the desk, with git']).toContain(`https://${BOARD}/communities/wangxi/`);
		expect((await site('/communities/wangxi/')).body.toString()).toContain('某某小区');
		expect(printed['The process']).toMatch(/账号 jingban，密码 \S+/);
		const { status, body } = await site(PAGE);
		expect(status).toBe(200);
		expect(body.toString()).toContain('某某社区公开栏');
		expect(machine.board().said()).toContain(`编辑台：https://${DESK}/admin/`);
	});

	test('the unit starts what npm start does, and its own address and folders', () => {
		const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
		const { command } = unitAt('deploy/board.service');
		expect(command.slice(1).join(' ')).toContain(`${scripts.start.replace(/^node /, '')} --board /srv/board/data `);
		expect(command.join(' ')).toContain('--desk-origin https://desk.example.org');
	});

	test('nginx reads the site and nothing that is not public, and others read nothing', async () => {
		if (machine.users.board === machine.users.web) return;
		const reads = (user: string, path: string) => machine.as(user, `cat ${here(path)}`, '/').status === 0;
		expect(reads(machine.users.web, '/srv/board/data/site/current/index.html')).toBe(true);
		for (const path of ['/srv/board/data/accounts.json', '/srv/board/data/audit.jsonl']) expect(reads(machine.users.web, path)).toBe(false);
		for (const path of ['/srv/board/data/site/current/index.html', '/srv/board/data/record.git/HEAD'])
			expect(reads('nobody', path)).toBe(false);
	});

	test('what nginx may not read is answered as what is not there', async () => {
		if (machine.users.board === machine.users.web) return;
		const file = here('/srv/board/data/site/current/robots.txt');
		machine.as(machine.users.board, `chmod 000 ${file}`);
		try {
			const [unread, missing] = [await site('/robots.txt'), await site('/nothing')];
			expect([unread.status, unread.body.toString()]).toEqual([404, missing.body.toString()]);
		} finally {
			machine.as(machine.users.board, `chmod 640 ${file}`);
		}
	});

	test('certbot can prove the name again', async () => {
		machine.as(
			'root',
			`mkdir -p ${here('/var/www/html')}/.well-known/acme-challenge && echo yes > ${here('/var/www/html')}/.well-known/acme-challenge/x`,
			'/',
		);
		for (const host of [BOARD, DESK])
			expect((await ask('/.well-known/acme-challenge/x', { port: ports().http, headers: { host: host! } })).body.toString()).toBe('yes\n');
	});
});

describe('R2: a reader’s browser', () => {
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		const pins = [BOARD, DESK].map((name) => {
			const { publicKey } = new X509Certificate(readFileSync(here(`/etc/letsencrypt/live/${name}/fullchain.pem`)));
			return createHash('sha256')
				.update(publicKey.export({ type: 'spki', format: 'der' }))
				.digest('base64');
		});
		const names = [BOARD, DESK].map((name) => `MAP ${name}:443 127.0.0.1:${ports().https}`);
		// Trusted as if an authority had signed them: a browser keeps nothing of a server it does not trust.
		browser = await launch([`--host-resolver-rules=${names.join(', ')}`, `--ignore-certificate-errors-spki-list=${pins.join(',')}`]);
		page = await browser.newPage();
	});
	afterAll(() => browser?.close());

	/** Goes to a page; answers what nginx was asked for meanwhile, as `304 /meetings/`. */
	async function visit(path: string): Promise<string[]> {
		const log = () => readFileSync(here('/var/log/nginx/access.log'), 'utf8');
		const before = log().length;
		await page.goto(`https://${BOARD}${path}`, { waitUntil: 'load' });
		const asked = () =>
			[
				...log()
					.slice(before)
					.matchAll(/"GET (\S+) HTTP\/1\.1" (\d+)/g),
			].map(([, address, status]) => `${status} ${address}`);
		await expect.poll(() => asked().some((line) => line.endsWith(` ${path}`))).toBe(true);
		return asked();
	}
	const hashed = (asked: string[]) => asked.filter((line) => line.includes('/_astro/'));

	test('that has the old page shows the new one at once, and asks for nothing else anew', async () => {
		const first = await visit(PAGE);
		expect(first).toContain(`200 ${PAGE}`);
		expect(hashed(first)).not.toEqual([]);
		const old = await page.title();

		await visit('/about/');
		const again = await visit(PAGE);
		expect(again).toContain(`304 ${PAGE}`);
		expect(hashed(again)).toEqual([]);

		expect(push(MEETING, (text) => text.replace(/^title: .*$/m, 'title: 改过的题目'))).toContain('已发布');
		const then = await visit(PAGE);
		expect(old).not.toContain('改过的题目');
		expect(await page.title()).toContain('改过的题目');
		expect(then).toContain(`200 ${PAGE}`);
		expect(hashed(then)).toEqual([]);
		// What the push did not change is not sent again.
		expect(await visit('/about/')).toContain('304 /about/');
	});

	test('opens the desk over TLS, and its program is kept', async () => {
		const board = { desk: `https://${DESK}`, site: '', passwords: passwords(), git: () => '', end: async () => {} };
		const editor = await logIn(browser, board, 'zhangsan');
		expect(editor.troubles).toEqual([]);
		const cookies = await editor.page.context().cookies();
		expect(cookies.map(({ name }) => name)).toContain('desk');
		for (const cookie of cookies) expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Strict' });
		const [program = ''] = /\/admin\/assets\/[^"]+\.js/.exec((await desk('/admin/index.html')).body.toString()) ?? [];
		expect((await desk(program)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
		await editor.close();
	});
});

describe('R1: the desk behind nginx', () => {
	const NAMES = [...Object.keys({ ...deskHeaders, ...overTls }), 'content-type', 'location', 'retry-after'];
	const told = ({ status, headers }: Answer) => ({ status, ...Object.fromEntries(NAMES.map((name) => [name, headers[name]])) });
	const json = { 'content-type': 'application/json' };

	const CASES: [string, number, Partial<Asked>?][] = [
		['/admin', 301],
		['/admin/', 302],
		['/admin/login', 200],
		['/admin/nothing', 404],
		['/nothing', 404],
		['/admin/api/me', 401],
		['/admin/api/me', 405, { method: 'POST' }],
		['/admin/api/login', 400, { method: 'POST', headers: json, body: '{' }],
		['/admin/api/login', 415, { method: 'POST', body: 'x' }],
		['/admin/login', 403, { headers: { origin: 'https://evil.example' } }],
	];
	test.each(CASES)('%s is answered with %s as without nginx', async (path, status, asked = {}) => {
		const direct = await ask(path, { port: ports().desk, ...asked, headers: { host: DESK!, ...asked.headers } });
		expect(direct.status).toBe(status);
		expect(told(await desk(path, asked))).toEqual(told(direct));
		expect(direct.headers).toMatchObject({ ...deskHeaders, ...overTls });
	});

	test('the bare name leads to the desk', async () => {
		const { status, headers } = await desk('/');
		expect([status, headers.location]).toEqual([302, '/admin/']);
		expect(headers).toMatchObject({ ...deskHeaders, ...overTls });
	});

	test('another name that leads here is not the desk’s', async () => {
		expect((await desk('/admin/login', { headers: { host: 'evil.example' } })).body.toString()).not.toContain('登录');
	});

	test('who logs in has a cookie for TLS alone, and is noted by the address nginx saw', async () => {
		const answer = await loggedIn('zhangsan', { 'x-forwarded-for': '203.0.113.9', origin: `https://${DESK}` });
		expect(answer.status).toBe(200);
		const cookies = answer.headers['set-cookie']!.split(/,(?=desk)/);
		expect(cookies[0]).toMatch(/^desk=/);
		for (const cookie of cookies) expect(cookie).toMatch(/^[\w-]+=\S+; HttpOnly; SameSite=Strict; Path=\/admin; Max-Age=\d+; Secure$/);
		const audit = readFileSync(here('/srv/board/data/audit.jsonl'), 'utf8').trim().split('\n');
		expect(JSON.parse(audit.at(-1)!)).toMatchObject({ action: 'login', account: 'zhangsan', address: '127.0.0.1', status: 200 });
	});

	test('a body too large is refused by the desk, and one far too large by nginx, in the same words', async () => {
		const { cookie } = await actingAs('lisi');
		for (const size of [13, 25]) {
			const answer = await desk('/admin/api/v1', { method: 'POST', headers: { ...json, cookie }, body: Buffer.alloc(size * 2 ** 20, 32) });
			expect([answer.status, jsonOf(answer).error]).toEqual([413, deskSays.large]);
			expect(answer.headers).toMatchObject({ ...deskHeaders, ...overTls });
		}
	});

	test('while the board is updated the site is read as before, and the desk says that it is away', async () => {
		await follow('Updating', async (line) => {
			if (line !== 'systemctl stop board') return;
			expect((await site(PAGE)).status).toBe(200);
			for (const accept of ['*/*', 'text/html,*/*']) {
				const answer = await desk('/admin/api/me', { headers: { accept } });
				expect([answer.status, answer.headers['retry-after']]).toEqual([503, '30']);
				expect(answer.headers).toMatchObject({ ...deskHeaders, ...overTls });
				if (accept === '*/*') expect(jsonOf(answer)).toEqual({ error: deskSays.away });
				else expect(answer.body.toString()).toContain(`<p>${deskSays.away}</p>`);
			}
		});
		expect((await desk('/admin/login')).status).toBe(200);
	});
});

describe('R1: a board that was lost', () => {
	const DRAFT = minutes('2026-04-12-joint', { heldOn: '2026-04-12', title: '还没有公开的会' });
	const UPLOAD = 'uploads/ceshiyuan/2026/2026-04-12-lights.png';
	/** Every published file with a digest of what is in it. */
	const published = () =>
		machine.as(machine.users.board, 'find -L . -type f -exec sha256sum {} + | sort -k 2', here('/srv/board/data/site/current')).said;
	const audit = () => readFileSync(here('/srv/board/data/audit.jsonl'), 'utf8').trim().split('\n');
	const state = () => ({ pages: published(), refs: record('for-each-ref') });
	let before: ReturnType<typeof state>;

	beforeAll(async () => {
		const { act } = await actingAs('lisi');
		const { collection, slug } = nameOf(DRAFT.file);
		const saved = await act('persistEntry', {
			dataFiles: [{ path: DRAFT.file, slug, raw: DRAFT.raw }],
			assets: [],
			options: { collectionName: collection, useWorkflow: true },
		});
		expect([saved.status, saved.body.toString()]).toEqual([200, expect.any(String)]);
		const picture = readFileSync('content/uploads/jinguiyuan/2026/2026-03-05-playground-lights-east-gate.png', 'base64');
		const sent = await act('persistMedia', { asset: { path: UPLOAD, content: picture, encoding: 'base64' }, options: {} });
		expect([sent.status, sent.body.toString()]).toEqual([200, expect.any(String)]);
		before = state();
		await follow('Backing up');
	});

	test('comes back from the copy of the record, the accounts and the audit alone', async () => {
		const told = audit();
		await follow('Restoring');
		expect(state()).toEqual(before);

		const { act, cookie } = await actingAs('lisi');
		const drafts = jsonOf(await act('unpublishedEntries', {}));
		expect(JSON.stringify(drafts)).toContain('2026-04-12-joint');
		expect((await desk(`/admin/${UPLOAD}`, { headers: { cookie } })).status).toBe(200);
		expect(audit().slice(0, told.length)).toEqual(told);
		expect(JSON.parse(audit()[told.length]!)).toMatchObject({ action: 'login', account: 'lisi' });

		// The gate stands again, and lets through what may pass.
		expect(record('config --get-all receive.hideRefs')).toBe('refs/board\nrefs/desk\n');
		expect(record('config receive.fsckObjects')).toBe('true\n');
		for (const hook of ['pre-receive', 'post-receive']) expect(existsSync(here(`/srv/board/data/record.git/hooks/${hook}`))).toBe(true);
		expect(push(MEETING, (text) => text.replace(/^title: .*$/m, 'title: 恢复以后的题目'))).toContain('已发布');
		expect((await site(PAGE)).body.toString()).toContain('恢复以后的题目');
		before = state();
	});

	test('comes back from a mirror of the record alone, with new accounts', async () => {
		const mirror = here('/backup/mirror.git');
		const clone = (from: string, to: string) => machine.as(machine.users.board, `git clone --quiet --mirror ${from} ${to}`);
		expect(clone(here('/srv/board/data/record.git'), mirror)).toEqual({ status: 0, said: '' });
		await machine.follow('systemctl stop board');
		await machine.follow('mv /srv/board/data /srv/board/data.second');
		await machine.follow('install -d -o board -g board -m 0750 /srv/board/data');
		expect(clone(mirror, here('/srv/board/data/record.git'))).toEqual({ status: 0, said: '' });
		expect(await machine.follow('systemctl start board')).toMatch(/新建了两个示例账号[\s\S]*账号 jingban/);
		expect(state()).toEqual(before);
		expect((await loggedIn('lisi')).status).toBe(401);
		expect(record('config --get-all receive.hideRefs')).toBe('refs/board\nrefs/desk\n');
	});
});

test('R1: nginx slows down whoever tries passwords, and says so to the page and to the program', async () => {
	const tries = await Promise.all(Array.from({ length: 40 }, () => posted('/admin/api/login', {})));
	const slow = tries.find(({ status }) => status === 429)!;
	expect(jsonOf(slow)).toEqual({ error: deskSays.slow });
	expect(slow.headers).toMatchObject({ ...deskHeaders, ...overTls, 'retry-after': '10' });
	const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
	const page = await desk('/admin/api/login', { method: 'POST', headers: form, body: 'name=x&password=y' });
	expect([page.status, page.headers.location]).toEqual([303, '/admin/login?why=slow']);
	expect((await desk('/admin/login?why=slow')).body.toString()).toContain('太多了');
});

describe('R1: the guide', () => {
	const isDone = (line: string) => !line.startsWith('#');
	const all = [...english.values()].flat();

	test('says no command that was not followed here', () => {
		expect(all.length).toBeGreaterThan(40);
		for (const line of all) expect(machine.followed).toContain(line);
	});

	test('says the same commands in Chinese, in the same order', () => {
		expect(chinese.filter(isDone)).toEqual(all.filter(isDone));
	});
});
