/** What cannot be noted at the desk is not done; and what could not be noted afterwards is told truly. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MINUTES, minutes, type OpenDesk, openDesk, passwordOf } from './fixture.ts';

let desk: OpenDesk;
let audit: string;
beforeEach(async () => {
	desk = await openDesk();
	audit = join(desk.folder, 'audit.jsonl');
	// What the desk says to whoever runs it.
	vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(async () => {
	vi.restoreAllMocks();
	await desk.end();
});

/** A folder stands where the audit file was: nothing can be written there. */
const block = () => {
	rmSync(audit, { force: true });
	mkdirSync(audit);
};
/** The audit file can be opened and not written: the disk is full. */
const fill = () => {
	rmSync(audit, { force: true });
	symlinkSync('/dev/full', audit);
};

const UNNOTED = /操作记录现在写不进去，所以什么也没有做.*请告诉管理员/;
const written = () => `${desk.refs()} ${desk.git('rev-list', '--all', '--count')}`;

test('R4: nothing is saved, sent or published while nothing can be noted; reading goes on', async () => {
	const { file, raw } = minutes('2026-04-20-joint', { heldOn: '2026-04-10' });
	const [zhang, li] = [await desk.as('zhang'), await desk.as('li')];
	expect((await zhang.save(file, raw)).status).toBe(200);
	const before = written();
	block();
	for (const asked of [
		() => zhang.save(file, `${raw}\n再写一句。\n`, desk.blob(file, 'refs/heads/cms/meetings-ceshiyuan/2026-04-20-joint')),
		() => zhang.status(file, 'pending_review'),
		() => zhang.discard(file),
		() => li.publish(file),
	]) {
		const { status, json } = await asked();
		expect(status).toBe(503);
		expect(json.error).toMatch(UNNOTED);
		expect(json.error).not.toMatch(/audit\.jsonl|\/tmp\//);
	}
	expect(written()).toBe(before);
	expect((await zhang.act('getEntry', { path: MINUTES })).status).toBe(200);
	rmSync(audit, { recursive: true });
	expect((await zhang.status(file, 'pending_review')).status).toBe(200);
});

test.for([
	['in whose place is a folder', block],
	['on a full disk', fill],
] as const)('R4: nobody logs in unnoted, by the app or by the form, and everybody may leave: an audit file %s', async ([, keep]) => {
	const zhang = await desk.as('zhang');
	keep();
	const body = JSON.stringify({ name: 'zhang', password: passwordOf('zhang') });
	const login = { method: 'POST', path: '/admin/api/login' };
	const byApp = await desk.ask({ ...login, headers: { 'content-type': 'application/json' }, body });
	expect([byApp.status, byApp.headers['set-cookie']]).toEqual([503, undefined]);
	expect(byApp.json.error).toMatch(UNNOTED);
	const form = new URLSearchParams({ name: 'zhang', password: passwordOf('zhang') }).toString();
	const byForm = await desk.ask({ ...login, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: form });
	expect([byForm.status, byForm.headers.location, byForm.headers['set-cookie']]).toEqual([303, '/admin/login?why=unnoted', undefined]);
	expect((await desk.ask({ path: '/admin/login?why=unnoted' })).text).toContain('操作记录现在写不进去');
	expect((await zhang.post('/admin/api/logout', {})).status).toBe(204);
	expect((await zhang.get('/admin/api/me')).status).toBe(401);
});

test('R4: what was done and could not be noted is told as done, and as not noted', async () => {
	const { file, raw } = minutes('2026-04-20-joint', { heldOn: '2026-04-10' });
	const zhang = await desk.as('zhang');
	fill();
	const saved = await zhang.save(file, raw);
	expect(saved.status).toBe(200);
	expect(saved.json.unnoted).toMatch(/^已保存，但没有记进操作记录/);
	expect(desk.refs()).toContain('refs/heads/cms/meetings-ceshiyuan/2026-04-20-joint');
});

test('R4: an account is not made while nothing can be noted', () => {
	const program = fileURLToPath(new URL('../../../scripts/account.ts', import.meta.url));
	const add = () =>
		spawnSync(process.execPath, [program, 'add', 'newcomer', '--role', 'clerk', '--name', '新人', '--board', desk.folder], {
			encoding: 'utf8',
		});
	const accounts = () => readFileSync(join(desk.folder, 'accounts.json'), 'utf8');
	const before = accounts();
	block();
	const refused = add();
	expect([refused.status, refused.stdout, accounts()]).toEqual([2, '', before]);
	expect(refused.stderr.trim()).toMatch(/^操作记录（audit\.jsonl）写不进去，账号没有改动。这里应该是文件，却是文件夹.*$/);
	rmSync(audit, { recursive: true });
	expect(add().status).toBe(0);
});
