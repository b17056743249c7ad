/** Whatever keeps a board from being published, who reads reads on, and who can mend it can reach the desk. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Board, boardAt, lastPublished, runningNow } from '../../scripts/lib/board.ts';
import { reseed, seed } from '../../scripts/lib/seed.ts';
import { git } from './editor.ts';
import { fileOf, write, writeSmallContent } from './small-content.ts';
import { type Setting, type Started, started } from './started.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
let content: string;
/** One that was published once. */
let board: Board;
const running: Started[] = [];

function start(at: Board, args: string[] = [], setting: Setting = {}): Started {
	const one = started(['--board', at.folder, '--content', content, ...args], setting);
	running.push(one);
	return one;
}

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'start-anyway-'));
	content = join(folder, 'content');
	writeSmallContent(content);
	board = boardAt(join(folder, 'board'));
	const first = start(board);
	await first.url();
	await first.says(/^编辑台：/m);
	await first.stop();
});

afterEach(async () => {
	await Promise.all(running.splice(0).map((each) => each.stop('SIGKILL')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bad = () => fileOf('meetings', { heldOn: '2026-02-30' }, '2026-02-28-joint');
const PAGE = '/meetings/ceshiyuan/2026-02-28-joint/';
const status = async (url: string, path = '/') => (await fetch(url + path)).status;
const deskOf = async (one: Started) => (await one.says(/^编辑台：(\S+)\/admin\//m))[1]!;

/** Moves main of a board to the content with a file more, past the gate. */
function move({ record }: Board, { file, text }: { file: string; text: string }): void {
	write(content, file, text);
	reseed(record, content, Date.now());
	rmSync(join(content, file));
}

test('P1: what main holds to be mended is said, the last good site is served at once, and the desk is there', async () => {
	move(board, bad());
	const one = start(board);
	const url = await one.url();
	expect(await status(url)).toBe(200);
	await one.says(/没有发布：[\s\S]*heldOn/);
	expect(await status(await deskOf(one), '/admin/login')).toBe(200);
	expect([await status(url), await status(url, PAGE)]).toEqual([200, 404]);

	move(board, fileOf('meetings', { heldOn: '2026-02-27' }, '2026-02-28-joint'));
	await expect.poll(() => status(url, PAGE)).toBe(200);
});

test('P1: where nothing was published yet, that is the answer, the desk is there, and it is published once it is mended', async () => {
	const fresh = boardAt(join(folder, 'fresh'));
	write(content, bad().file, bad().text);
	seed(fresh.record, content, Date.now());
	rmSync(join(content, bad().file));
	const one = start(fresh);
	const [, url] = await one.says(/^公开栏还没有发布过。发布好以前，(\S+)\/ 只答“尚未发布”。$/m);
	expect(await status(url!)).toBe(503);
	await one.says(/没有发布：[\s\S]*heldOn/);
	expect(await status(await deskOf(one), '/admin/login')).toBe(200);
	expect(await status(url!)).toBe(503);

	reseed(fresh.record, content, Date.now());
	expect(await one.url()).toBe(url);
	expect(await status(url!)).toBe(200);
});

test('a first content with something to mend makes no board, and an unfit one put on top later stops none', async () => {
	write(content, bad().file, bad().text);
	const fresh = boardAt(join(folder, 'never'));
	const one = start(fresh);
	expect(await one.ended).toBe(1);
	expect(one.said()).toContain('heldOn');
	expect(existsSync(fresh.record)).toBe(false);

	const before = git(board.record, 'rev-parse', 'main').said;
	const again = start(board, ['--reseed', '--no-desk']);
	await again.says(/没有放进记录：[\s\S]*heldOn/);
	expect(await status(await again.url())).toBe(200);
	expect(git(board.record, 'rev-parse', 'main').said).toBe(before);
	rmSync(join(content, bad().file));
});

test('a record that is not there is no reason to publish the sample: the site stays, and all goes on when it is back', async () => {
	renameSync(board.record, `${board.record}.away`);
	const one = start(board);
	const url = await one.url();
	await one.says(/没有发布成功，公开栏没有改动，过一会儿会自己再试：记录 .* 不见了。请从备份恢复/);
	await one.says(/编辑台没有启动，公开栏照常能看；过一会儿会自己再试：记录 .* 不见了/);
	expect([await status(url, PAGE), existsSync(board.record)]).toEqual([200, false]);
	renameSync(`${board.record}.away`, board.record);
	expect(await status(await deskOf(one), '/admin/login')).toBe(200);
	await one.says(/^已发布 /m);
});

test('a record with a broken tip, and one whose objects are gone, keep the site as it is', async () => {
	const broken = boardAt(join(folder, 'broken'));
	cpSync(board.folder, broken.folder, { recursive: true, verbatimSymlinks: true });
	writeFileSync(join(broken.record, 'refs/heads/main'), '\0'.repeat(41));
	const one = start(broken, ['--no-desk']);
	expect(await status(await one.url(), PAGE)).toBe(200);
	await one.says(/找不到 main 上的最后一次提交.*fsck/);
	await one.stop();

	cpSync(join(board.record, 'refs'), join(broken.record, 'refs'), { recursive: true });
	rmSync(join(broken.record, 'objects'), { recursive: true });
	mkdirSync(join(broken.record, 'objects/pack'), { recursive: true });
	const next = start(broken, ['--no-desk']);
	expect(await status(await next.url(), PAGE)).toBe(200);
	await next.says(/没有发布成功，.*/);
	expect(next.said()).not.toContain('新建了记录');
});

test('a record that lacks the content of one file is said to, and the site stays', async () => {
	const lacking = boardAt(join(folder, 'lacking'));
	cpSync(board.folder, lacking.folder, { recursive: true, verbatimSymlinks: true });
	git(lacking.record, 'unpack-objects', '-q');
	const blob = git(lacking.record, 'rev-parse', 'main:settings.json').said.trim();
	rmSync(join(lacking.record, 'objects', blob.slice(0, 2), blob.slice(2)));
	rmSync(join(lacking.record, 'board-checked'), { force: true });
	const one = start(lacking, ['--no-desk']);
	expect(await status(await one.url(), PAGE)).toBe(200);
	await one.says(new RegExp(`没有发布成功，公开栏没有改动.*缺了一个对象（${blob.slice(0, 12)}）`));
});

test('what is said goes to a full disk or to nobody, and the board goes on', async () => {
	for (const nowhere of ['exec "$@" > /dev/full 2>&1', '"$@" 2>&1 | true']) {
		rmSync(join(board.folder, 'published.json'));
		const one = start(board, ['--no-desk'], { under: ['bash', '-c', nowhere, 'bash'] });
		await expect.poll(() => lastPublished(board)).not.toBeNull();
		const { url: address, pid } = runningNow(board)!;
		const url = address.replace(/\/$/, '');
		expect(await status(url, PAGE)).toBe(200);
		reseed(board.record, content, Date.now());
		await expect.poll(() => status(url, PAGE)).toBe(404);
		move(board, fileOf('meetings', { heldOn: '2026-02-27' }, '2026-02-28-joint'));
		await expect.poll(() => status(url, PAGE)).toBe(200);
		process.kill(pid, 'SIGTERM');
		await one.ended;
	}
});

test('a publisher’s store that is no database any more is made again', async () => {
	writeFileSync(join(board.site, 'store.sqlite'), 'x'.repeat(5000));
	const one = start(board, ['--no-desk']);
	const url = await one.url();
	expect(await status(url, PAGE)).toBe(200);
	await one.says(/^已发布 /m);
	expect(await status(url, PAGE)).toBe(200);
});

test('accounts that cannot be read keep nobody from reading', async () => {
	const accounts = join(board.folder, 'accounts.json');
	renameSync(accounts, `${accounts}.away`);
	writeFileSync(accounts, '{"accounts": [');
	const one = start(board);
	expect(await status(await one.url())).toBe(200);
	await one.says(/accounts\.json/);
	renameSync(`${accounts}.away`, accounts);
	expect(await status(await deskOf(one), '/admin/login')).toBe(200);
	expect(one.said()).not.toContain('密码只显示这一次');
});

test('pages that cannot be built keep the site as it is, and the desk starts without its preview', async () => {
	const other = join(folder, 'project');
	for (const name of ['src', 'scripts', 'cms', 'public', 'content', 'package.json', 'package-lock.json', 'build'])
		cpSync(join(project, name), join(other, name), { recursive: true });
	symlinkSync(join(project, 'node_modules'), join(other, 'node_modules'));
	writeFileSync(join(other, 'astro.config.mjs'), 'this is no configuration');
	const one = start(board, [], { project: other });
	const url = await one.url();
	await one.says(/没有发布成功，公开栏没有改动.*网页模板没有构建成功/);
	await one.says(/编辑台暂时没有预览/);
	expect(await status(await deskOf(one), '/admin/login')).toBe(200);
	expect(await status(url, PAGE)).toBe(200);
});

const own = ['unshare', '--mount', '--map-root-user'];
const mayMount = spawnSync(own[0]!, [...own.slice(1), 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]).status === 0;

test.skipIf(!mayMount)('R7: a disk that fills up while the board is published, and is published when there is room', async () => {
	const full = boardAt(join(folder, 'full'));
	mkdirSync(full.folder);
	const script = 'mount -t tmpfs -o size=700k tmpfs "$1" && shift && exec "$@"';
	const one = start(full, ['--no-desk'], { under: [...own, 'sh', '-c', script, 'sh', full.folder] });
	await one.says(/没有发布成功，公开栏没有改动，过一会儿会自己再试：磁盘已满.*。请腾出空间/);
	const [, url] = await one.says(/^公开栏还没有发布过。发布好以前，(\S+)\/ /m);
	expect(await status(url!)).toBe(503);
	const inside = ['--target', String(one.process.pid), '--user', '--mount', '--preserve-credentials'];
	const { status: code, stderr } = spawnSync('nsenter', [...inside, 'mount', '-o', 'remount,size=100m', full.folder], { encoding: 'utf8' });
	expect(code, stderr).toBe(0);
	expect(await status(await one.url())).toBe(200);
});

test.skipIf(!mayMount)('R7: a disk that went read-only shows what was published last', async () => {
	const script = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@"';
	const one = start(board, ['--no-desk'], { under: [...own, 'sh', '-c', script, 'sh', board.folder] });
	expect(await status(await one.url(), PAGE)).toBe(200);
	await one.says(/^公开栏的文件夹写不进去，先照上一次发布的样子给人看，过一会儿再试：磁盘是只读的/m);
	await one.says(/没有发布成功，.*磁盘是只读的/);
});

test('Ctrl-C in a terminal while the first publication still runs is heard at once, and leaves all whole for the next', async () => {
	const large = boardAt(join(folder, 'large'));
	const args = ['--board', large.folder, '--content', join(project, 'content')];
	for (const moment of [/^公开栏还没有发布过/m, /已生成 \d+ \/ \d+ 页/]) {
		const one = start(large, args, { isGroup: true });
		await one.says(moment);
		expect(await one.stop('SIGINT')).toBe(0);
		// How far it was says whether it was heard at once, on a machine of any speed.
		for (const [, done, total] of one.said().matchAll(/已生成 (\d+) \/ (\d+) 页/g)) expect(Number(done)).toBeLessThan(Number(total) / 2);
		expect(one.said()).toMatch(/\n正在停止……\n公开栏已停止，记录和网站都完好。\n$/);
		expect(one.said()).not.toMatch(/已发布|没有发布成功|没有启动|\n {4}at |Error/);
		expect(existsSync(join(large.site, 'current'))).toBe(false);
		expect(git(large.record, 'fsck', '--strict').fine).toBe(true);
	}
	expect(await status(await start(large, [...args, '--no-desk']).url())).toBe(200);
});

test('the day that a board is started with is the day its gate asks as of', async () => {
	const one = start(board, ['--no-desk', '--today', '2026-05-01']);
	await one.url();
	await one.says(/^已发布 /m);
	const clone = join(folder, 'clone');
	git(folder, 'clone', '--quiet', board.record, clone);
	const push = (publishedOn: string) => {
		const { file, text } = fileOf('meetings', { heldOn: '2026-04-28', publishedOn }, '2026-04-28-joint');
		write(clone, file, text);
		git(clone, 'add', '-A');
		git(clone, 'commit', '--quiet', '-m', '纪要');
		return git(clone, 'push', 'origin', 'main');
	};
	const early = push('2026-04-13');
	expect([early.fine, early.said]).toEqual([false, expect.stringContaining('2026-05-01')]);
	git(clone, 'reset', '--quiet', '--hard', 'origin/main');
	expect(push('2026-05-01')).toMatchObject({ fine: true });
});
