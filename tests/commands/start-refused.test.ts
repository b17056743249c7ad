/** What `npm start` refuses before it does anything, in one line with the cause and what to do; each is made to happen. */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { boardAt } from '../../scripts/lib/board.ts';
import { isEnough, versionIn } from '../../scripts/lib/expect-git.ts';
import { write, writeSmallContent } from './small-content.ts';
import { type Setting, type Started, started } from './started.ts';

let folder: string;
let content: string;
let running: Started[];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'start-refused-'));
	content = join(folder, 'content');
	writeSmallContent(content);
	running = [];
});

afterEach(async () => {
	await Promise.all(running.map((each) => each.stop('SIGKILL')));
	rmSync(folder, { recursive: true, force: true });
});

function start(board: string, args: string[] = [], setting: Setting = {}): Started {
	const one = started(['--board', board, '--content', content, '--no-desk', ...args], setting);
	running.push(one);
	return one;
}

/** What is said by a start that ends; it must be one line, and 2. */
async function refused(board: string, args: string[] = [], setting: Setting = {}): Promise<string> {
	const one = start(board, args, setting);
	expect(await one.ended, one.said()).toBe(2);
	expect(one.said().trim()).not.toContain('\n');
	return one.said().trim();
}

const board = () => join(folder, 'board');
const isRoot = process.getuid!() === 0;
/** Root without what lets root pass by the rights of files. */
const withoutRights = isRoot ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search,-net_bind_service'] : [];
/** In a namespace of its own, where even who is not root may mount. */
const own = ['unshare', '--mount', '--map-root-user'];
const mayMount = spawnSync(own[0]!, [...own.slice(1), 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]).status === 0;
const mounted = (options: string, at: string) => [
	...own,
	'sh',
	'-c',
	'mount -t tmpfs -o "$1" tmpfs "$2" && shift 2 && exec "$@"',
	'sh',
	options,
	at,
];

test.skipIf(!isRoot)('R5: a board of another user is not started, and whose it is is said', async () => {
	spawnSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', boardAt(board()).record]);
	for (const path of [board(), boardAt(board()).record]) chownSync(path, 65_534, 65_534);
	expect(await refused(board())).toMatch(/^公开栏的文件夹 .* 归用户“.+”所有，您是“.+”：.*请用“.+”启动/);
});

/** A folder in which `git` says that. */
function gitThatSays(version: string): NodeJS.ProcessEnv {
	const bin = join(folder, 'bin');
	mkdirSync(bin, { recursive: true });
	writeFileSync(join(bin, 'git'), `#!/bin/sh\necho '${version}'\n`, { mode: 0o755 });
	return { ...process.env, PATH: `${bin}:${process.env.PATH}` };
}

test('R3: a git too old for what the desk asks of it is named with the one that is needed', async () => {
	for (const version of ['git version 2.30.2', 'git version 2.34.1', 'git version 2.37.0 (Apple Git-136)', 'git version 1.8.3.1'])
		expect(await refused(board(), [], { env: gitThatSays(version) })).toMatch(/^这台机器的 git 是 [\d.]+，太旧了，要 2\.38 以上：.*请升级/);
	expect(await refused(board(), [], { env: gitThatSays('hello') })).toBe('git 没有说出版本：hello。请重新安装 git。');
	expect(existsSync(board())).toBe(false);
});

test('R3: a version is read by its number, whatever its builder appended', () => {
	const said = [
		'git version 2.39.5',
		'git version 2.39.5 (Apple Git-154)',
		'git version 2.47.1.windows.2',
		'git version 2.38.GIT',
		'git version 3.0.0-rc1',
	];
	expect(said.map(versionIn)).toEqual(['2.39.5', '2.39.5', '2.47.1', '2.38', '3.0.0']);
	expect(['2.38', '2.39.5', '2.100.0', '3.0'].every(isEnough)).toBe(true);
	expect(['2.37.9', '2.3.8', '1.99.0', '2.4'].some(isEnough)).toBe(false);
});

test('R3: without git, how to get it is said', async () => {
	expect(await refused(board(), [], { env: { ...process.env, PATH: folder } })).toBe(
		'没有找到 git。请先安装，例如：apt-get install -y git',
	);
});

const firstFree = Number(readFileSync('/proc/sys/net/ipv4/ip_unprivileged_port_start', 'utf8'));

test.skipIf(firstFree <= 80)('R7: port 80 without the right to it', async () => {
	const line = await refused(board(), ['--port', '80'], { under: withoutRights });
	expect(line).toMatch(/^没有权限用端口 80：.*--port 8080.*setcap cap_net_bind_service=\+ep /);
	expect(existsSync(join(board(), 'record.git'))).toBe(false);
});

test('R7: a port that is none, or that others hold to the last', async () => {
	for (const port of ['70000', '-1', 'http', '80.5'])
		expect(await refused(board(), [`--port=${port}`])).toBe(`--port 是 0 到 65535 的数，不是“${port}”。`);
	const busy = createServer();
	await new Promise<void>((settled) => busy.once('error', () => settled()).listen(65_535, '127.0.0.1', settled));
	expect(await refused(board(), ['--port', '65535'])).toMatch(/^端口 65535 到 65535 都被占用。请用 --port 换一个/);
	busy.close();
});

test('R7: of two starts in the same second one runs, and the other says where', async () => {
	const pair = [start(board()), start(board())];
	const first = await Promise.race(pair.map(async (each, i) => ((await each.ended) === 2 ? i : 1 - i)));
	const [ended, lives] = [pair[first]!, pair[1 - first]!];
	expect(ended.said().trim()).toMatch(/^这块公开栏(?:已经在运行：http:\/\/localhost:\d+\/（进程 \d+）|正由另一个进程启动).*$/);
	const url = await lives.url();
	expect((await fetch(`${url}/`)).status).toBe(200);
	expect(await refused(board())).toContain(`这块公开栏已经在运行：${url}/（进程 ${lives.process.pid}）。`);
});

test('R7: who was killed leaves no trace that keeps others away, though its number is another process’s by now', async () => {
	const first = start(board());
	await first.url();
	await first.stop('SIGKILL');
	write(board(), 'running.json', JSON.stringify({ pid: process.pid, url: 'http://localhost:1/', isBehindProxy: false }));
	expect((await fetch(`${await start(board()).url()}/`)).status).toBe(200);
});

test('R7: a board where a file is, in its own content, or around it', async () => {
	writeFileSync(join(folder, 'file'), '');
	expect(await refused(join(folder, 'file'))).toMatch(/^--board 要的是文件夹，.*\/file 却是一个文件/);
	expect(await refused(join(folder, 'file/in'))).toMatch(/^路径中间的一段是文件，不是文件夹/);
	for (const inside of [content, join(content, 'uploads/board')])
		expect(await refused(inside)).toMatch(/^公开栏的文件夹 .* 不能放在内容 .* 里面/);
	expect(await refused(board(), ['--content', join(board(), 'site/content')])).toMatch(/^内容 .* 不能放在 .*\/board\/site 里面/);
	expect(await refused(board(), ['--content', join(folder, 'nowhere')])).toMatch(/^没有这个文件夹：.*--content/);
	expect(existsSync(board())).toBe(false);
});

test('R7: a folder that may not be written to', async () => {
	mkdirSync(join(folder, 'theirs'));
	chmodSync(join(folder, 'theirs'), 0o500);
	expect(await refused(join(folder, 'theirs/board'), [], { under: withoutRights })).toMatch(
		/^没有权限：.*\/theirs\/board。请让用户“\w+”能读写它/,
	);
});

test.skipIf(!mayMount)('R7: a disk that is read-only', async () => {
	mkdirSync(board());
	expect(await refused(board(), [], { under: mounted('ro', board()) })).toMatch(/^磁盘是只读的：.*请换到可写的磁盘.*ReadWritePaths。$/);
});

test.skipIf(!mayMount)('R7: a disk that is full before the record is made, and made it is when there is room', async () => {
	mkdirSync(board());
	const one = start(board(), [], { under: mounted('size=40k', board()) });
	expect(await one.ended).toBe(2);
	expect(one.said().trim()).toMatch(/^磁盘已满.*。请腾出空间：df -h/);
	expect(one.said()).not.toContain('\n    at ');
});

test('R7: files may not grow as large as they must', async () => {
	const one = start(board(), [], { under: ['prlimit', '--fsize=2000'] });
	expect(await one.ended).toBe(2);
	expect(one.said().trim()).toMatch(/^文件超过了允许的大小。请放宽上限/);
	expect(existsSync(boardAt(board()).record)).toBe(false);
});

test('R7: the folder of a board may be called anything', async () => {
	const odd = join(folder, 'a#b c%20?\'"*\\ \n$x`y` 公开栏');
	const one = start(odd);
	expect((await fetch(`${await one.url()}/`)).status).toBe(200);
	const [, line] = await one.says(/^写入记录：(git clone [\s\S]*?)，改好后/m);
	const cloned = spawnSync('sh', ['-c', `${line} clone`], { cwd: folder, encoding: 'utf8' });
	expect([cloned.status, existsSync(join(folder, 'clone/settings.json'))], cloned.stderr).toEqual([0, true]);
});
