/** What the desk is asked by somebody who means ill: each is refused with the right status, and nothing in the repository moves. */
import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Asked, MINUTES, minutes, nameOf, type OpenDesk, openDesk } from './fixture.ts';

let desk: OpenDesk;
let cookies: Record<'clerk' | 'reviewer' | 'bound', string>;
let before: string;

const DRAFT = minutes('2026-04-01-joint');
const OWN = minutes('2026-04-02-joint');
const NEW = minutes('2026-04-20-joint');

beforeAll(async () => {
	desk = await openDesk();
	const [zhang, li, bound] = [await desk.as('zhang'), await desk.as('li'), await desk.as('bound')];
	cookies = { clerk: zhang.cookie, reviewer: li.cookie, bound: bound.cookie };
	// One draft of the clerk's, sent to review, and one the reviewer wrote and another agreed to.
	await zhang.save(DRAFT.file, DRAFT.raw);
	await zhang.status(DRAFT.file, 'pending_review');
	await li.save(OWN.file, OWN.raw);
	await (await desk.as('zhao')).status(OWN.file, 'pending_publish');
	before = `${desk.refs()}\n${desk.git('rev-list', '--objects', 'main')}`;
});

afterAll(() => desk.end());

const JSON_TYPE = { 'content-type': 'application/json' };
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** An action of the protocol, as somebody who is logged in. */
const act = (action: string, params: object = {}, who: keyof typeof cookies = 'clerk', more: Partial<Asked> = {}): Asked => ({
	method: 'POST',
	path: '/admin/api/v1',
	body: JSON.stringify({ branch: 'main', action, params: { branch: 'main', ...params } }),
	...more,
	headers: { ...JSON_TYPE, cookie: cookies[who], ...more.headers },
});

const saving = (path: string, raw: string = NEW.raw, more: object = {}) => ({
	dataFiles: [{ path, slug: nameOf(path).slug || 'x', raw }],
	assets: [],
	options: { collectionName: nameOf(path).collection, useWorkflow: true },
	...more,
});
const uploading = (path: string, content: string | Buffer) => ({
	asset: { path, content: base64(content), encoding: 'base64' },
	options: {},
});
const withAsset = (path: string, content: string | Buffer) =>
	saving(NEW.file, `${NEW.raw}\n![](/${path})\n`, { assets: [{ path, content: base64(content), encoding: 'base64' }] });

const png = (width: number, height: number): Buffer => {
	const head = Buffer.alloc(25);
	head.writeUInt32BE(13, 0);
	head.write('IHDR', 4);
	head.writeUInt32BE(width, 8);
	head.writeUInt32BE(height, 12);
	head.set([8, 2, 0, 0, 0], 16);
	return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), head, deflateRawSync(Buffer.alloc(64))]);
};
const zip = (...names: string[]) => Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.from(names.join('\n'))]);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const HTML = '<!doctype html><script>alert(1)</script>';

type Row = [what: string, status: number, ask: () => Asked];

const strangers: Row[] = [
	['an action without a session', 401, () => act('info', {}, 'clerk', { headers: { cookie: '' } })],
	[
		'an action with an invented session',
		401,
		() => act('info', {}, 'clerk', { headers: { cookie: `desk=${randomBytes(32).toString('base64url')}` } }),
	],
	['an action with an empty session', 401, () => act('info', {}, 'clerk', { headers: { cookie: 'desk=' } })],
	['who am I, without a session', 401, () => ({ path: '/admin/api/me' })],
	['the configuration, without a session', 401, () => ({ path: '/admin/api/config' })],
	['a preview without a session', 401, () => ({ method: 'POST', path: '/admin/api/preview', headers: JSON_TYPE, body: '{}' })],
	['an upload without a session', 401, () => ({ path: '/admin/uploads/ceshiyuan/2026/a.jpg' })],
	['a foreign Origin', 403, () => act('info', {}, 'clerk', { headers: { origin: 'https://evil.example' } })],
	['no origin at all, as from a sandbox', 403, () => act('info', {}, 'clerk', { headers: { origin: 'null' } })],
	['another port of this machine', 403, () => act('info', {}, 'clerk', { headers: { origin: 'http://localhost:4321' } })],
	['this machine over https', 403, () => act('info', {}, 'clerk', { headers: { origin: `https://localhost:${desk.port}` } })],
	['a request the browser calls cross-site', 403, () => act('info', {}, 'clerk', { headers: { 'sec-fetch-site': 'cross-site' } })],
	['a request the browser calls same-site', 403, () => act('info', {}, 'clerk', { headers: { 'sec-fetch-site': 'same-site' } })],
	['a foreign Host', 421, () => act('info', {}, 'clerk', { headers: { host: 'evil.example' } })],
	['a Host that only begins like ours', 421, () => act('info', {}, 'clerk', { headers: { host: `localhost:${desk.port}.evil.example` } })],
	['a Host with another port', 421, () => act('info', {}, 'clerk', { headers: { host: 'localhost:80' } })],
	[
		'a login from a foreign page',
		403,
		() => ({
			method: 'POST',
			path: '/admin/api/login',
			headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
			body: 'name=zhang&password=the+password+of+zhang',
		}),
	],
	[
		'a logout from a foreign page',
		403,
		() => ({
			method: 'POST',
			path: '/admin/api/logout',
			headers: { cookie: cookies.clerk, origin: 'https://evil.example' },
		}),
	],
	[
		'a login with a wrong password',
		401,
		() => ({ method: 'POST', path: '/admin/api/login', headers: JSON_TYPE, body: '{"name":"wang","password":"x"}' }),
	],
	[
		'a login as nobody',
		401,
		() => ({ method: 'POST', path: '/admin/api/login', headers: JSON_TYPE, body: '{"name":"__proto__","password":"x"}' }),
	],
	[
		'a login that is no text',
		400,
		() => ({ method: 'POST', path: '/admin/api/login', headers: JSON_TYPE, body: '{"name":{"$ne":1},"password":["x"]}' }),
	],
];

const malformed: Row[] = [
	['GET where something is done', 405, () => ({ path: '/admin/api/v1', headers: { cookie: cookies.clerk } })],
	['PUT', 405, () => act('info', {}, 'clerk', { method: 'PUT' })],
	['DELETE of a file of the desk', 405, () => ({ method: 'DELETE', path: '/admin/index.html', headers: { cookie: cookies.clerk } })],
	['a form instead of JSON', 415, () => act('info', {}, 'clerk', { headers: { 'content-type': 'application/x-www-form-urlencoded' } })],
	[
		'text instead of JSON, which a page may send anywhere',
		415,
		() => act('info', {}, 'clerk', { headers: { 'content-type': 'text/plain' } }),
	],
	['no type of content', 415, () => act('info', {}, 'clerk', { headers: { 'content-type': '' } })],
	['broken JSON', 400, () => act('info', {}, 'clerk', { body: '{"action":' })],
	['bytes that are no UTF-8', 400, () => act('info', {}, 'clerk', { body: Buffer.from([0x22, 0xff, 0xfe, 0x22]) })],
	['a list instead of an action', 400, () => act('info', {}, 'clerk', { body: '[]' })],
	['null', 400, () => act('info', {}, 'clerk', { body: 'null' })],
	['JSON a thousand deep', 400, () => act('info', {}, 'clerk', { body: deep(1000) })],
	['an action there is not', 422, () => act('runCommand', { command: 'id' })],
	['an action every object has', 422, () => act('constructor')],
	['an action that is a prototype', 422, () => act('__proto__')],
	['another branch', 403, () => act('getEntry', { branch: 'cms/meetings-ceshiyuan/x', path: MINUTES })],
	[
		'a branch that is an option',
		403,
		() => act('entriesByFolder', { branch: '--output=/etc/x', folder: 'meetings', extension: 'md', depth: 2 }),
	],
	['params of another kind', 400, () => act('getEntry', { path: { toString: 1 } })],
	['a path that is a list', 400, () => act('getEntry', { path: ['meetings', '..'] })],
	[
		'ten thousand paths',
		400,
		() => act('deleteFiles', { paths: Array.from({ length: 10_000 }, (_, i) => `uploads/ceshiyuan/2026/${i}.jpg`) }),
	],
	[
		'ten thousand uploads with one record',
		400,
		() => act('persistEntry', saving(NEW.file, NEW.raw, { assets: Array(10_000).fill({ path: 'x', content: '', encoding: 'base64' }) })),
	],
	[
		'two records at once',
		400,
		() =>
			act('persistEntry', { ...saving(NEW.file), dataFiles: Array(2).fill({ path: NEW.file, slug: '2026-04-20-joint', raw: NEW.raw }) }),
	],
	['more than 3 MB of text', 413, () => act('persistEntry', saving(NEW.file, 'x'.repeat(3.5 * 2 ** 20)))],
	['more than 12 MB', 413, () => act('persistMedia', uploading('uploads/ceshiyuan/2026/a.jpg', Buffer.alloc(10 * 2 ** 20)))],
	[
		'more than 12 MB, of which no length is said',
		413,
		() => act('persistMedia', {}, 'clerk', { body: 'x'.repeat(13 * 2 ** 20), chunked: true }),
	],
	['a length of a terabyte', 413, () => act('info', {}, 'clerk', { body: '', headers: { 'content-length': String(2 ** 40) } })],
	[
		'a name of a draft longer than a file name',
		400,
		() => act('unpublishedEntry', { collection: 'meetings-ceshiyuan', slug: '公'.repeat(100) }),
	],
];

const outside: Row[] = [
	...[
		'../x.md',
		'meetings/../../x.md',
		'meetings/ceshiyuan/../../../etc/passwd.md',
		'/etc/passwd',
		'.git/config',
		'config',
		'hooks/pre-receive',
		'meetings/.git/config.md',
		'meetings/ceshiyuan/.hidden.md',
		'meetings/ceshiyuan/a/b.md',
		'meetings/ceshiyuan/a.html',
		'meetings/ceshiyuan/a.md/x.md',
		'meetings/ceshiyuan/a\0.md',
		'meetings/ceshiyuan/a\n.md',
		'meetings\\ceshiyuan\\a.md',
		'meetings/ceshiyuan/%2e%2e%2fx.md',
		'meetings/ceshiyuan/-x.md',
		'meetings/ceshiyuan/会议.md',
		'package.json',
		'src/index.ts',
		'content/meetings/ceshiyuan/a.md',
		'./settings.json',
		'Settings.json',
	].map(
		(path): Row => [
			`a record at ${JSON.stringify(path)}`,
			403,
			() => act('persistEntry', { ...saving(NEW.file), dataFiles: [{ path, slug: 'x', raw: NEW.raw }] }),
		],
	),
	[
		'a record among the uploads',
		403,
		() => act('persistEntry', { ...saving(NEW.file), dataFiles: [{ path: 'uploads/ceshiyuan/2026/a.jpg', slug: 'a', raw: 'x' }] }),
	],
	[
		'a record under another name than its file',
		400,
		() => act('persistEntry', { ...saving(NEW.file), options: { collectionName: 'cases' } }),
	],
	[
		'a record moved elsewhere',
		403,
		() =>
			act('persistEntry', {
				...saving(NEW.file),
				dataFiles: [{ path: NEW.file, slug: '2026-04-20-joint', raw: NEW.raw, newPath: 'meetings/ceshiyuan/b.md' }],
			}),
	],
	['the config of the repository read', 403, () => act('getEntry', { path: 'config' })],
	['a file outside read', 403, () => act('entriesByFiles', { files: [{ path: '../accounts.json' }] })],
	['the accounts read as an upload', 403, () => act('getMediaFile', { path: 'uploads/../../accounts.json' })],
	['a folder outside listed', 403, () => act('entriesByFolder', { folder: '..', extension: 'json', depth: 1 })],
	['a folder that is a pathspec', 403, () => act('entriesByFolder', { folder: ':(top)meetings', extension: 'md', depth: 9 })],
	['a hidden folder of uploads', 403, () => act('getMedia', { mediaFolder: 'uploads/.git' })],
	['a file of a draft outside', 403, () => act('unpublishedEntryDataFile', { ...nameOf(DRAFT.file), path: '../x.md' })],
	['a draft there is not', 404, () => act('unpublishedEntry', { collection: '../../heads', slug: 'main' })],
	['main as a draft', 404, () => act('deleteUnpublishedEntry', { collection: '..', slug: '..' })],
	['a name no ref can have', 404, () => act('publishUnpublishedEntry', { collection: 'a~1', slug: 'b^{tree}.lock' }, 'reviewer')],
	...[
		'/admin/../accounts.json',
		'/admin/%2e%2e/accounts.json',
		'/admin/..%2faccounts.json',
		'/admin/%00',
		'/admin/.git/config',
		'/admin/api%2fv1',
		'//evil.example/admin/',
		'/accounts.json',
		'/',
	].map((path): Row => [`GET ${path}`, 404, () => ({ path, headers: { cookie: cookies.clerk } })]),
	['an upload asked for with the way up', 403, () => ({ path: '/admin/uploads/../accounts.json', headers: { cookie: cookies.clerk } })],
];

const uploads: Row[] = [
	['a page of HTML as a picture', 422, () => act('persistMedia', uploading('uploads/ceshiyuan/2026/a.jpg', HTML))],
	['a page of HTML as itself', 403, () => act('persistMedia', uploading('uploads/ceshiyuan/2026/a.html', HTML))],
	['an SVG as itself', 403, () => act('persistMedia', uploading('uploads/ceshiyuan/2026/a.svg', SVG))],
	['an SVG as a PNG', 422, () => act('persistEntry', withAsset('uploads/ceshiyuan/2026/a.png', SVG))],
	['a script', 403, () => act('persistMedia', uploading('uploads/ceshiyuan/2026/a.js', 'alert(1)'))],
	['a program as a PDF', 422, () => act('persistMedia', uploading('uploads/ceshiyuan/2026/a.pdf', Buffer.from('7f454c46', 'hex')))],
	['a PNG with the ending of a PDF', 422, () => act('persistMedia', uploading('uploads/ceshiyuan/2026/a.pdf', png(1, 1)))],
	['a PNG that is broken', 422, () => act('persistMedia', uploading('uploads/ceshiyuan/2026/a.png', png(1, 1)))],
	[
		'a PNG that unpacks to ten thousand million points',
		422,
		() => act('persistMedia', uploading('uploads/ceshiyuan/2026/a.png', png(100_000, 100_000))),
	],
	[
		'a workbook with a program in it',
		422,
		() =>
			act('persistMedia', uploading('uploads/ceshiyuan/2026/a.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'))),
	],
	['any archive as a document', 422, () => act('persistMedia', uploading('uploads/ceshiyuan/2026/a.docx', zip('a.exe')))],
	['an upload with a Chinese name', 403, () => act('persistMedia', uploading('uploads/ceshiyuan/2026/照片.jpg', 'x'))],
	['an upload outside a year', 403, () => act('persistMedia', uploading('uploads/ceshiyuan/a.jpg', 'x'))],
	['an upload in a folder of records', 403, () => act('persistEntry', withAsset('meetings/ceshiyuan/a.md', NEW.raw))],
	['an upload over the settings', 403, () => act('persistMedia', uploading('settings.json', '{}'))],
];

const roles: Row[] = [
	['a clerk who publishes', 403, () => act('publishUnpublishedEntry', nameOf(OWN.file))],
	['a clerk who agrees', 403, () => act('updateUnpublishedEntryStatus', { ...nameOf(DRAFT.file), newStatus: 'pending_publish' })],
	['a reviewer who publishes what they wrote', 403, () => act('publishUnpublishedEntry', nameOf(OWN.file), 'reviewer')],
	['a reviewer who skips the last step', 409, () => act('publishUnpublishedEntry', nameOf(DRAFT.file), 'reviewer')],
	['a reviewer who publishes what is not there', 404, () => act('publishUnpublishedEntry', nameOf(NEW.file), 'reviewer')],
	['a status there is not', 400, () => act('updateUnpublishedEntryStatus', { ...nameOf(DRAFT.file), newStatus: 'published' })],
	['a record of another community', 403, () => act('persistEntry', saving(NEW.file), 'bound')],
	['a record of the whole board by one of a community', 403, () => act('persistEntry', saving('settings.json', '{}'), 'bound')],
	['another community itself', 403, () => act('persistEntry', saving('communities/ceshiyuan.json', '{}'), 'bound')],
	['an upload for another community', 403, () => act('persistEntry', { ...withAsset('uploads/ceshiyuan/2026/a.jpg', 'x') }, 'bound')],
	['the draft of another community read', 403, () => act('unpublishedEntry', nameOf(DRAFT.file), 'bound')],
	['the draft of another community published', 403, () => act('publishUnpublishedEntry', nameOf(OWN.file), 'bound')],
	['the draft of another community thrown away', 403, () => act('deleteUnpublishedEntry', nameOf(OWN.file), 'bound')],
	['a published record deleted', 403, () => act('deleteFiles', { paths: [MINUTES], options: {} }, 'reviewer')],
	['a published record deleted, alone', 403, () => act('deleteFile', { path: MINUTES }, 'reviewer')],
	['the settings deleted', 403, () => act('deleteFiles', { paths: ['settings.json'], options: {} }, 'reviewer')],
	['a published record saved as if it were new', 409, () => act('persistEntry', saving(MINUTES, NEW.raw))],
	[
		'a published record saved over a base of long ago',
		409,
		() => act('persistEntry', saving(MINUTES, NEW.raw, { baseIds: { [MINUTES]: '0'.repeat(40) } })),
	],
	['a base that is no id', 400, () => act('persistEntry', saving(MINUTES, NEW.raw, { baseIds: { [MINUTES]: 'HEAD' } }))],
	[
		'a new record over a base that is not',
		409,
		() => act('persistEntry', saving(NEW.file, NEW.raw, { baseIds: { [NEW.file]: '0'.repeat(40) } })),
	],
	['a record that is no text with fields', 422, () => act('persistEntry', saving(NEW.file, 'no fields'))],
	[
		'a record with a bomb of aliases',
		422,
		() => act('persistEntry', saving(NEW.file, `---\na: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n`)),
	],
	['a record with NUL in it', 422, () => act('persistEntry', saving(NEW.file, NEW.raw.replace('逐项', '\0')))],
	['a record with half a character', 422, () => act('persistEntry', saving(NEW.file, NEW.raw.replace('逐项', '\ud800')))],
	['a record larger than a record may be', 422, () => act('persistEntry', saving(NEW.file, `${NEW.raw}${'长'.repeat(750_000)}`))],
	[
		"a record with a resident's number in it",
		422,
		() => act('persistEntry', saving(NEW.file, NEW.raw.replace('逐项', '一三八一二三四五六七八'))),
	],
];

describe.each(Object.entries({ strangers, malformed, outside, uploads, roles }))('%s', (_, rows) => {
	test.each(rows)('%s: %i', async (_what, status, asked) => {
		const answer: Answer = await desk.ask(asked());
		expect(answer.status, answer.text).toBe(status);
		if (answer.json) expect(answer.json.error).toMatch(/\p{Script=Han}/u);
		expect(answer.headers['access-control-allow-origin']).toBeUndefined();
		expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
		expect(`${desk.refs()}\n${desk.git('rev-list', '--objects', 'main')}`).toBe(before);
	});
});

test('a draft pushed by hand takes nothing with it onto main', async () => {
	const zhao = await desk.as('zhao');
	const evil = desk.write(['hash-object', '-w', '--stdin'], '../../accounts.json');
	const [, meetings = ''] = /040000 tree (\w+)\tmeetings/.exec(desk.git('ls-tree', 'main')) ?? [];
	expect(meetings).not.toBe('');
	const rest = desk.git('ls-tree', 'main');
	const tree = desk.write(['mktree'], `${rest}\n120000 blob ${evil}\tevil.md\n`);
	const message = `x\n\nDesk-Status: pending_publish\nDesk-File: ${NEW.file}\nDesk-Text-By: zhang\n`;
	const commit = desk.git('-c', 'user.name=x', '-c', 'user.email=x@x', 'commit-tree', tree, '-p', 'main', '-m', message);
	desk.git('update-ref', 'refs/heads/cms/meetings-ceshiyuan/2026-04-20-joint', commit);
	const main = desk.git('rev-parse', 'main');
	expect((await zhao.publish(NEW.file)).status).toBeOneOf([403, 409]);
	expect(desk.git('rev-parse', 'main')).toBe(main);
	desk.git('update-ref', '-d', 'refs/heads/cms/meetings-ceshiyuan/2026-04-20-joint');
});

test('every one of them stands in the audit file, and no text or password does', () => {
	const lines = desk.audit();
	expect(lines.filter(({ status }) => status >= 400).length).toBeGreaterThan(80);
	expect(lines.every(({ at, action }) => typeof at === 'string' && typeof action === 'string')).toBe(true);
	expect(JSON.stringify(lines)).not.toMatch(/the password of|逐项|alert\(1\)/);
});
