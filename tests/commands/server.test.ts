import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { close, listen, siteServer } from '../../scripts/lib/server.ts';

let out: string;
let port: number;
let url: string;
const server = () => siteServer({ folder: join(out, 'current'), within: out });
let running: ReturnType<typeof server>;
const page = `<!doctype html><title>会议纪要</title>${'<p>维修资金'.repeat(100)}`;

beforeAll(async () => {
	out = await mkdtemp(join(tmpdir(), 'site-'));
	await mkdir(join(out, 'd/1/meetings/公'), { recursive: true });
	await mkdir(join(out, 'd/1/_astro'));
	await mkdir(join(out, 'd/1/uploads'));
	await mkdir(join(out, 'd/1/.git'));
	await mkdir(join(out, 'd/1/empty'));
	await writeFile(join(out, 'd/1/index.html'), '<!doctype html>first');
	await writeFile(join(out, 'd/1/404.html'), '<!doctype html>没有');
	await writeFile(join(out, 'd/1/meetings/index.html'), page);
	await writeFile(join(out, 'd/1/meetings/公/index.html'), page);
	await writeFile(join(out, 'd/1/_astro/site.abc.css'), 'p{}');
	await writeFile(join(out, 'd/1/uploads/plan.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
	await writeFile(join(out, 'd/1/uploads/plan.png'), 'png');
	await writeFile(join(out, 'd/1/list.csv'), '日期\n');
	await mkdir(join(out, 'd/1/search'));
	await writeFile(join(out, 'd/1/search/worker.js'), 'onmessage = null;');
	await writeFile(join(out, 'd/1/.git/config'), 'secret');
	await writeFile(join(out, '..', `${out.split('/').at(-1)}-secret`), 'secret');
	await symlink(join('..', '..', '..', `${out.split('/').at(-1)}-secret`), join(out, 'd/1/leak.txt'));
	await symlink('/etc', join(out, 'd/1/etc'));
	await symlink('../../d/1/meetings', join(out, 'd/1/again'));
	await symlink('d/1', join(out, 'current'));
	running = server();
	port = await listen(running, 0, '127.0.0.1');
	url = `http://127.0.0.1:${port}`;
});

afterAll(async () => {
	await close(running);
	await rm(`${out}-secret`);
	await rm(out, { recursive: true });
});

const get = (path: string, init?: RequestInit) => fetch(url + path, { redirect: 'manual', ...init });

/** Sends a request line as it stands, which `fetch` would tidy first. */
const raw = (line: string, headers = ''): Promise<string> =>
	new Promise((resolve) => {
		let answer = '';
		const socket = connect(port, '127.0.0.1', () => socket.write(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`));
		socket
			.setEncoding('utf8')
			.on('data', (part) => (answer += part))
			.on('error', () => {})
			.on('close', () => resolve(answer));
	});

describe('what a reader is given', () => {
	test('a page, said to be UTF-8', async () => {
		const answer = await get('/meetings/');
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(await answer.text()).toBe(page);
	});

	test('a page with a Chinese address, and one that is reached through a link inside the site', async () => {
		expect((await get('/meetings/公/')).status).toBe(200);
		expect((await get('/meetings/%E5%85%AC/')).status).toBe(200);
		expect((await get('/again/')).status).toBe(200);
	});

	test('a folder without its slash moves to the one with it, the query kept', async () => {
		const answer = await get('/meetings/%E5%85%AC?a=1');
		expect([answer.status, answer.headers.get('location')]).toEqual([301, '/meetings/%E5%85%AC/?a=1']);
	});

	test('what is not there is the 404 page with status 404', async () => {
		for (const path of ['/nothing/', '/nothing', '/empty/', '/list.csv/']) {
			const answer = await get(path);
			expect([path, answer.status, await answer.text()]).toEqual([path, 404, '<!doctype html>没有']);
		}
	});

	test('HEAD answers the headers of GET and no body', async () => {
		const [head, whole] = [await get('/meetings/', { method: 'HEAD' }), await get('/meetings/')];
		expect(await head.text()).toBe('');
		for (const name of ['etag', 'content-type', 'content-encoding', 'cache-control'])
			expect(head.headers.get(name)).toBe(whole.headers.get(name));
	});

	test('other methods are refused', async () => {
		for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
			const answer = await get('/', { method });
			expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
		}
		expect(await raw('TRACE /')).toMatch(/^HTTP\/1.1 405 /);
	});

	test('what is known by its tag is answered with 304, whatever its packing', async () => {
		const tag = (await get('/meetings/')).headers.get('etag')!;
		for (const given of [tag, tag.replace('W/', ''), `"x", ${tag}`, '*']) {
			expect((await get('/meetings/', { headers: { 'if-none-match': given } })).status).toBe(304);
		}
		expect((await get('/meetings/', { headers: { 'if-none-match': tag, 'accept-encoding': 'identity' } })).status).toBe(304);
		expect((await get('/', { headers: { 'if-none-match': tag } })).status).toBe(200);
	});

	test('packed as the reader likes it', async () => {
		const packing = async (accept: string) => {
			const answer = await raw('GET /meetings/', `Accept-Encoding: ${accept}\r\n`);
			return /content-encoding: (\w+)/i.exec(answer)?.[1] ?? 'identity';
		};
		expect(await packing('gzip, br')).toBe('br');
		expect(await packing('gzip, br;q=0')).toBe('gzip');
		expect(await packing('gzip;q=0, br; q=0.0')).toBe('identity');
		expect(await packing('deflate')).toBe('identity');
		const { default: http } = await import('node:http');
		for (const [name, unpack] of [['br', brotliDecompressSync] as const, ['gzip', gunzipSync] as const]) {
			const body = await new Promise<Buffer>((resolve) => {
				http.get(`${url}/meetings/`, { headers: { 'accept-encoding': name } }, async (answer) =>
					resolve(Buffer.concat(await answer.toArray())),
				);
			});
			expect(unpack(body).toString()).toBe(page);
		}
	});

	test('only a hashed name may be kept without asking again', async () => {
		expect((await get('/_astro/site.abc.css')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
		expect((await get('/list.csv')).headers.get('cache-control')).toBe('no-cache');
		expect((await get('/_astro/gone.css')).headers.get('cache-control')).toBe('no-cache');
	});

	test('an uploaded file that could hold a script is saved, not shown', async () => {
		expect((await get('/uploads/plan.svg')).headers.get('content-disposition')).toBe('attachment');
		expect((await get('/uploads/plan.svg')).headers.get('content-type')).toBe('application/octet-stream');
		expect((await get('/uploads/plan.png')).headers.get('content-disposition')).toBeNull();
	});

	test('R2: an address written in other signs is given the same headers', async () => {
		const headers = async (path: string) => [...(await get(path)).headers].filter(([name]) => name !== 'date');
		for (const [plain, encoded] of [
			['/uploads/plan.svg', '/%75ploads/plan.svg'],
			['/search/worker.js', '/search/work%65r.js'],
			['/_astro/site.abc.css', '/%5Fastro/site.abc.css'],
			['/list.csv', '/list%2Ecsv'],
		] as const)
			expect(await headers(encoded)).toEqual(await headers(plain));
	});

	test('R2: HSTS is said where a proxy says that TLS is before us', async () => {
		const told = async (headers: Record<string, string>) => (await get('/', { headers })).headers.get('strict-transport-security');
		expect(await told({ 'x-forwarded-proto': 'https' })).toBe('max-age=31536000');
		expect(await told({})).toBeNull();
	});

	test('every answer carries the same guard', async () => {
		for (const answer of [
			await get('/'),
			await get('/nothing'),
			await get('/meetings'),
			await get('/%zz'),
			await get('/', { method: 'POST' }),
		]) {
			expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
			expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe|\*/);
			expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
		}
	});

	test('P15: WebAssembly is allowed in the worker of the search and nowhere else, and no other code from words anywhere', async () => {
		const policy = async (path: string) => (await get(path)).headers.get('content-security-policy');
		const ofWorker = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
		expect(await policy('/search/worker.js')).toBe(ofWorker);
		expect(await policy('/search/worker.js?1')).toBe(ofWorker);
		for (const path of ['/search/', '/search/worker.js.map', '/uploads/search/worker.js', '/'])
			expect(await policy(path)).not.toContain('wasm');
	});
});

describe('what somebody who means harm is given', () => {
	test.each([
		'/../../etc/passwd',
		'/..%2f..%2fetc/passwd',
		'/%2e%2e/%2e%2e/etc/passwd',
		'/meetings/../../../etc/passwd',
		'/meetings/..%5c..%5cetc/passwd',
		'/etc/passwd',
		'/leak.txt',
		'/.git/config',
		'/meetings/.%2e/.git/config',
		'//etc/passwd',
		'/meetings//',
		'/%ff',
		'//evil.example/%2e%2e',
	])('%s is not there', async (path) => {
		const answer = await raw(`GET ${path}`);
		expect(answer).toMatch(/^HTTP\/1.1 404 /);
		expect(answer).not.toMatch(/secret|root:|location:/i);
	});

	test.each(['/%00', '/index.html%00.txt', '/%', '/%zz', 'http://evil.example/', '*', '/a#b'])('%s is not an address', async (path) => {
		expect(await raw(`GET ${path}`)).toMatch(/^HTTP\/1.1 400 /);
	});

	test('a redirect never leads to another site', async () => {
		for (const path of ['//meetings', '/\\meetings', '/%5cmeetings', '/%2fmeetings'])
			expect(await raw(`GET ${path}`)).not.toMatch(/location:/i);
	});

	test('an address of a hundred thousand characters ends politely', async () => {
		expect(await raw(`GET /${'a/'.repeat(50_000)}`)).toMatch(/^HTTP\/1.1 4\d\d /);
	});
});

describe('a publication', () => {
	test('is followed from one request to the next, and old tags do not hold', async () => {
		const before = await get('/');
		await mkdir(join(out, 'd/2'));
		await writeFile(join(out, 'd/2/index.html'), '<!doctype html>other');
		await symlink('d/2', join(out, 'next'));
		await rename(join(out, 'next'), join(out, 'current'));
		const after = await get('/', { headers: { 'if-none-match': before.headers.get('etag')! } });
		expect([after.status, await after.text()]).toEqual([200, '<!doctype html>other']);
		const missing = await get('/meetings/');
		expect([missing.status, await missing.text()]).toEqual([404, '没有这个页面。\n']);
	});

	test('that has not been made yet is said, and to come again', async () => {
		const early = siteServer({ folder: join(out, 'nowhere') });
		const earlyPort = await listen(early, 0, '127.0.0.1');
		const answer = await fetch(`http://127.0.0.1:${earlyPort}/`);
		expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('content-type')]).toEqual([
			503,
			'60',
			'text/plain; charset=utf-8',
		]);
		expect(await answer.text()).toBe('公开栏尚未发布，请稍后再试。\n');
		await close(early);
	});
});

describe('a port', () => {
	test('that is busy gives way to the next', async () => {
		const second = server();
		expect(await listen(second, port, '127.0.0.1')).toBeGreaterThan(port);
		await close(second);
	});

	test('R7: when all that are tried are busy, that is said with what to do', async () => {
		const last = server();
		const taken = await listen(last, 65_535, '127.0.0.1').catch(() => null);
		const second = server();
		await expect(listen(second, 65_535, '127.0.0.1', { option: '--desk-port' })).rejects.toThrow(
			/^端口 65535 到 65535 都被占用。请用 --desk-port 换一个/,
		);
		if (taken) await close(last);
	});

	test('R1: that a proxy asks for has no next', async () => {
		await expect(listen(server(), port, '127.0.0.1', { option: '--desk-port', isFixed: true })).rejects.toThrow(
			new RegExp(`^端口 ${port} 已被占用。.*代理的设置`),
		);
	});

	test('R7: an address that this machine does not have is said', async () => {
		await expect(listen(server(), 0, '192.0.2.1')).rejects.toThrow(/^这台机器没有 192\.0\.2\.1 这个网络地址/);
	});
});
