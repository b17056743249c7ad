/** Our own server and Debian's nginx with the files of deploy/, asked for the same. */
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { close, listen, siteServer } from '../../scripts/lib/server.ts';
import { filesOf, siteDir, urlOf } from '../site/pages.ts';
import { type Answer, ask, type Running, startNginx } from './nginx.ts';
import { certify, layOut, type Place } from './place.ts';

const NAME = 'board.example.org';
/** What must be the same, whatever is asked for. */
const HEADERS = [
	'content-type',
	'cache-control',
	'content-security-policy',
	'x-content-type-options',
	'referrer-policy',
	'permissions-policy',
	'cross-origin-opener-policy',
	'strict-transport-security',
	'vary',
	'content-disposition',
	'x-frame-options',
	'location',
	'allow',
];
const FILES = {
	'meetings/公/index.html': '<!doctype html>公',
	'communities/street/河东街道~2f清风镇/index.html': '<!doctype html>~2f',
	'feeds/all.atom': '<feed/>',
	'manifest.webmanifest': '{}',
	'code.mjs': '0',
	'notes.md': '# 公',
	'picture.svg': '<svg/>',
	'search/text.wasm': `\0asm${'0'.repeat(2000)}`,
	LICENSE: 'none',
	'UPPER.CSV': 'a',
	'two.kinds.csv': 'a',
	'uploads/plan.pdf': '%PDF-1.7',
	'uploads/plan.PDF': '%PDF-1.7',
	'uploads/table.xlsx': 'PK',
	'uploads/plan.svg': '<svg/>',
	'uploads/page.html': '<script></script>',
	'uploads/sub/worker.js': '0',
	'.git/config': 'secret',
	'.hidden': 'secret',
};

let place: Place;
let nginx: Running | undefined;
let own: Server | undefined;
let ownPort: number;
let current: string;

beforeAll(async () => {
	place = await layOut();
	const site = place.here('/srv/board/data/site');
	current = join(site, 'current');
	mkdirSync(join(site, 'd'), { recursive: true });
	cpSync(siteDir(), join(site, 'd/1'), { recursive: true });
	for (const [file, text] of Object.entries(FILES)) {
		mkdirSync(join(site, 'd/1', dirname(file)), { recursive: true });
		writeFileSync(join(site, 'd/1', file), text);
	}
	mkdirSync(join(site, 'd/1/empty'));
	symlinkSync('meetings', join(site, 'd/1/again'));
	symlinkSync('d/1', current);
	for (const file of ['gongkailan/maps.conf', 'gongkailan/site.conf'])
		place.put(`/etc/nginx/${file}`, readFileSync(`deploy/nginx/${file}`, 'utf8'));
	place.put('/etc/nginx/conf.d/board.conf', readFileSync('deploy/nginx/board.conf', 'utf8'));
	rmSync(place.here('/etc/nginx/sites-enabled/default'));
	certify(place, [NAME]);
	nginx = await startNginx(place);
	own = siteServer({ folder: current, within: site });
	ownPort = await listen(own, 0, '127.0.0.1');
});

afterAll(async () => {
	// What was not begun need not end.
	await nginx?.end();
	if (own) await close(own);
	place?.end();
});

/** The same request to both; to ours as a proxy that keeps TLS before it would send it. */
async function both(path: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}) {
	const ours = await ask(path, { port: ownPort, method, headers: { ...headers, 'x-forwarded-proto': 'https' } });
	const theirs = await ask(path, { port: place.ports.https, name: NAME, method, headers });
	return { ours, theirs };
}

const told = ({ status, headers }: Answer) => ({ status, ...Object.fromEntries(HEADERS.map((name) => [name, headers[name]])) });

const astro = () => filesOf('.css').find((file) => file.startsWith('/_astro/'))!;

/** A kind of answer, the address, the status it must have, and how it is asked for. */
const CASES: [string, string | (() => string), number, { method?: string; headers?: Record<string, string> }?][] = [
	['the first page', '/', 200],
	['a page with a query', '/meetings/?a=/../b', 200],
	['a page of a Chinese address', '/meetings/%E5%85%AC/', 200],
	['a page of an address with a slash in a name', encodeURI('/communities/street/河东街道~2f清风镇/'), 200],
	['a page through a link inside the site', '/again/', 200],
	['a page asked for its headers', '/', 200, { method: 'HEAD' }],
	['a page packed', '/meetings/', 200, { headers: { 'accept-encoding': 'gzip' } }],
	['a folder without its slash', '/meetings', 301],
	['a Chinese folder without its slash, with a query', '/meetings/%E5%85%AC?a=1&b=%2f', 301],
	['a folder with a slash in its name, without its own', encodeURI('/communities/street/河东街道~2f清风镇'), 301],
	['what is not there', '/nothing/', 404],
	['what is not there below the hashed names', '/_astro/gone.css', 404],
	['what is not there below the uploads', '/uploads/gone.xlsx', 404],
	['what is not there, asked for its headers', '/nothing', 404, { method: 'HEAD' }],
	['the page for it, by its own address', '/404.html', 200],
	['a table', '/two.kinds.csv', 200],
	['a table in capitals', '/UPPER.CSV', 200],
	['a calendar', () => filesOf('.ics')[0]!, 200],
	['a feed', '/feed.xml', 200],
	['an Atom feed', '/feeds/all.atom', 200],
	['a schema', () => filesOf('.json').find((file) => file.startsWith('/schemas/'))!, 200],
	['robots.txt', '/robots.txt', 200],
	['a web manifest', '/manifest.webmanifest', 200],
	['a module', '/code.mjs', 200],
	['a text', '/notes.md', 200],
	['a drawing', '/picture.svg', 200],
	['WebAssembly', '/search/text.wasm', 200],
	['WebAssembly packed', '/search/text.wasm', 200, { headers: { 'accept-encoding': 'gzip' } }],
	['the worker of the search', '/search/worker.js', 200],
	['the worker of the search with a query', '/search/worker.js?1', 200],
	['the worker of the search in other signs', '/search/work%65r.js', 200],
	['the index of the search', '/search/client/wasm.unknown.pagefind', 200],
	['a file without an ending', '/LICENSE', 200],
	['a hashed file', astro, 200],
	['a hashed file with a query', () => `${astro()}?v=1`, 200],
	['an uploaded PDF', '/uploads/plan.pdf', 200],
	['an uploaded PDF in capitals', '/uploads/plan.PDF', 200],
	['an uploaded picture', () => filesOf('.png').find((file) => file.startsWith('/uploads/'))!, 200],
	['an uploaded workbook', '/uploads/table.xlsx', 200],
	['an uploaded drawing', '/uploads/plan.svg', 200],
	['an uploaded drawing in other signs', '/%75ploads/plan.svg', 200],
	['an uploaded page', '/uploads/page.html', 200],
	['an uploaded script', '/uploads/sub/worker.js', 200],
	['the folder of the uploads', '/uploads', 301],
	['the folder of the uploads with its slash', '/uploads/', 404],
	['a folder without a page', '/empty/', 404],
	['a file as if it were a folder', '/two.kinds.csv/', 404],
	['a hidden file', '/.hidden', 404],
	['a file in a hidden folder', '/.git/config', 404],
	['a hidden file in other signs', '/%2ehidden', 404],
	['what is well known', '/.well-known/security.txt', 404],
	['a slash too many', '//meetings/', 404],
	['a slash too many at the end', '/meetings//', 404],
	['a way up', '/meetings/../matters/', 404],
	['a way up in other signs', '/meetings/%2e%2e/matters/', 404],
	['a slash in other signs', '/meetings%2f', 404],
	['a backslash', '/meetings%5c', 404],
	['signs that are no text', '/%ff', 404],
	['a name too long for any file', `/${'a'.repeat(300)}`, 404],
	['broken signs', '/%zz', 400],
	['the sign for nothing', '/index.html%00', 400],
	['something sent', '/', 405, { method: 'POST' }],
	['something sent to a hashed name', astro, 405, { method: 'POST' }],
	['something sent to an upload', '/uploads/table.xlsx', 405, { method: 'PUT' }],
	['something sent to where nothing is', '/nothing', 405, { method: 'DELETE' }],
	['something sent to the page for what is not there', '/404.html', 405, { method: 'POST' }],
];

describe('R2: nginx and our own server say the same of', () => {
	test.each(CASES)('%s', async (_, path, status, how) => {
		const { ours, theirs } = await both(typeof path === 'string' ? path : path(), how);
		expect(ours.status).toBe(status);
		expect(told(theirs)).toEqual(told(ours));
		expect(theirs.headers['strict-transport-security']).toBe('max-age=31536000');
		// But for the page of a redirect, which nobody sees, and what is packed, the words are the same too.
		if (status !== 301 && !how?.headers) expect(theirs.body.toString()).toBe(ours.body.toString());
	});

	test('what the reader has already', async () => {
		for (const path of ['/', astro(), '/two.kinds.csv', '/uploads/table.xlsx', '/search/worker.js']) {
			const known = await both(path);
			const tagOf = ({ headers }: Answer) => ({ 'if-none-match': headers.etag!, 'accept-encoding': 'gzip' });
			const ours = (await both(path, { headers: tagOf(known.ours) })).ours;
			const { theirs } = await both(path, { headers: tagOf(known.theirs) });
			expect([ours.status, ours.body.length]).toEqual([304, 0]);
			expect(told(theirs), path).toEqual(told(ours));
		}
	});

	test('every file of the sample board', async () => {
		const files = filesOf('').filter((file) => /\.\w+$/.test(file) && !/\/\./.test(file));
		expect(files.length).toBeGreaterThan(1000);
		for (const file of files) {
			const { ours, theirs } = await both(encodeURI(urlOf(file)));
			expect(told(theirs), file).toEqual(told(ours));
			expect([theirs.status, theirs.body.equals(ours.body)], file).toEqual([200, true]);
		}
	});

	test('a board that is not published yet', async () => {
		rmSync(current);
		try {
			for (const path of ['/', '/_astro/x.css']) {
				const { ours, theirs } = await both(path);
				expect([ours.status, ours.body.toString()]).toEqual([503, '公开栏尚未发布，请稍后再试。\n']);
				expect(told(theirs)).toEqual(told(ours));
				expect(theirs.body.toString()).toBe(ours.body.toString());
			}
		} finally {
			symlinkSync('d/1', current);
		}
	});
});

describe('R2: nginx', () => {
	test('packs what our server packs, and nothing else', async () => {
		for (const path of ['/', '/feed.xml', '/search/text.wasm', astro(), '/search/client/wasm.unknown.pagefind', '/two.kinds.csv']) {
			const { ours, theirs } = await both(path, { headers: { 'accept-encoding': 'gzip' } });
			expect([path, theirs.headers['content-encoding']]).toEqual([path, ours.headers['content-encoding']]);
		}
	});

	test('leads from the name without TLS to the one with it, and nowhere else', async () => {
		const { status, headers } = await ask('/meetings/?a=1', { port: place.ports.http, headers: { host: 'evil.example' } });
		expect([status, headers.location]).toEqual([301, 'https://board.example.org/meetings/?a=1']);
	});

	test('has nothing to complain of', () => {
		expect(nginx!.complaints()).not.toMatch(/\[(?:emerg|alert|crit|warn)\]/);
	});
});
