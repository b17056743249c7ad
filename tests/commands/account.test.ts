/** `npm run account`: in which folders, for which communities, by which user, and what becomes of the file. */
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { accountsIn } from '../../cms/server/accounts.ts';
import { boardAt } from '../../scripts/lib/board.ts';
import { ownerOf } from '../../scripts/lib/owner.ts';
import { seed } from '../../scripts/lib/seed.ts';
import { fileOf, write, writeSmallContent } from './small-content.ts';

const program = fileURLToPath(new URL('../../scripts/account.ts', import.meta.url));
/** A user who is neither root nor us; every Linux has it. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

let folder: string;
let board: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'account-'));
	board = join(folder, 'board');
	const content = join(folder, 'content');
	writeSmallContent(content);
	const other = fileOf('communities', { name: '别处（示例）' }, 'biechu');
	write(content, other.file, other.text);
	seed(boardAt(board).record, content, Date.parse('2026-04-13T08:00:00+08:00'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const answer = ({ status, stdout, stderr }: SpawnSyncReturns<string>) => ({ status, said: stdout, why: stderr.trim() });
const account = (args: string[], { at = board, ...how }: { at?: string; uid?: number; env?: NodeJS.ProcessEnv } = {}) =>
	answer(spawnSync(process.execPath, [program, ...args, '--board', at], { encoding: 'utf8', cwd: folder, ...how }));
const add = (name: string, ...more: string[]) => account(['add', name, '--role', 'clerk', '--name', '王五', ...more]);
const names = () =>
	accountsIn(board)
		.list()
		.map(({ name }) => name);

test('R6: in a folder that holds no board nothing is made, whatever is asked, and one line says how to name the board', () => {
	const empty = join(folder, 'empty');
	mkdirSync(empty);
	const asked = [['list'], ['add', 'wangwu', '--role', 'clerk', '--name', '王五'], ['password', 'wangwu'], ['remove', 'wangwu']];
	for (const at of [empty, join(folder, 'nowhere'), join(board, 'record.git')])
		for (const args of at === empty ? asked : asked.slice(1, 2)) {
			const { status, why } = account(args, { at });
			expect(status, args[0]).toBe(2);
			expect(why).toBe(
				`${at} 里没有公开栏（没有 record.git）。公开栏放在别处的，用 --board 指出来，例如 --board /srv/board/data；还没有的，先运行 npm start。`,
			);
		}
	expect(readdirSync(empty)).toEqual([]);
	expect(existsSync(join(folder, 'nowhere'))).toBe(false);
	expect(readdirSync(board)).toEqual(['record.git']);
});

test('R6: a community must be in the record: the nearest is named, and those there are', () => {
	expect(add('wangwu', '--community', 'ceshiyuan', '--community', 'ceshiyaun')).toMatchObject({
		status: 2,
		why: '记录里没有小区“ceshiyaun”。是不是“ceshiyuan”？现有的：biechu、ceshiyuan。',
	});
	expect(names()).toEqual([]);
	expect(add('wangwu', '--community', 'ceshiyuan', '--community', 'biechu')).toMatchObject({ status: 0, why: '' });
	expect(account(['list']).said).toContain('只编辑 ceshiyuan、biechu\n');

	// The record moved on without one of them.
	rmSync(join(board, 'record.git'), { recursive: true });
	const content = join(folder, 'content');
	rmSync(join(content, fileOf('communities', {}, 'biechu').file));
	seed(boardAt(board).record, content, Date.parse('2026-04-14T08:00:00+08:00'));
	expect(account(['list']).said).toContain('只编辑 ceshiyuan、biechu（记录里没有biechu）');
});

test('R6: what is mistyped is said in one line, and nothing is written', () => {
	add('wangwu');
	const before = readFileSync(join(board, 'accounts.json'));
	for (const [args, why] of [
		[['password', 'wangwo'], '没有“wangwo”这个账号。是不是“wangwu”？现有的：wangwu。'],
		[['remove', 'nobody'], '没有“nobody”这个账号。现有的：wangwu。'],
		[['add', 'wangwu', '--role', 'clerk', '--name', '王五'], '已经有“wangwu”这个账号。'],
		[['add', 'zhaoliu', '--name', '赵六'], '没有写角色。用 --role clerk（经办）或 --role reviewer（审核）写出来。'],
		[['add', 'zhaoliu', '--name', '赵六', '--role', 'boss'], '没有“boss”这个角色。'],
		[['add', 'zhaoliu', '--role', 'clerk'], '姓名不能为空'],
		[['add', 'zhaoliu', '--role', 'clerk', '--name', '\u200B'], '姓名不能为空'],
		[['add', 'zhaoliu', '--role', 'clerk', '--name', '赵六', '--email', 'zhaoliu'], '邮箱“zhaoliu”写得不对。用 --email 写成'],
		[['add', 'zhaoliu', '--role', 'clerk', '--name', '赵六', '--email', '.z@example.org'], '邮箱“.z@example.org”写得不对。'],
		[['add', 'zhaoliu', '--role', 'clerk', '--name', '赵六', '--email', 'z@example.org.'], '邮箱“z@example.org.”写得不对。'],
		[['password', 'wangwu', '--role', 'reviewer'], '--role 只在 add 时有用。要改账号的角色，先 remove 再 add；密码会换。'],
		[['list', 'wangwu'], '写成 npm run account'],
		[['toString', 'wangwu'], '写成 npm run account'],
	] as const) {
		const said = account([...args]);
		expect(said, args.join(' ')).toMatchObject({ status: 2, said: '', why: expect.stringContaining(why) });
		expect(said.why.split('\n')).toHaveLength(1);
	}
	expect(readFileSync(join(board, 'accounts.json'))).toEqual(before);
});

test('R6: of many commands at once none is lost, and of one name only one is added', async () => {
	const run = (...args: string[]) =>
		new Promise<number | null>((resolve) =>
			spawn(process.execPath, [program, ...args, '--board', board], { stdio: 'ignore' }).once('close', resolve),
		);
	const adding = (name: string) => run('add', name, '--role', 'clerk', '--name', '王五');
	await adding('first');
	const ended = await Promise.all([...['a1', 'b2', 'c3', 'd4', 'same', 'same'].map(adding), run('password', 'first')]);
	expect(ended.filter((code) => code === 2)).toHaveLength(1);
	expect(ended.filter((code) => code === 0)).toHaveLength(6);
	expect(names().sort()).toEqual(['a1', 'b2', 'c3', 'd4', 'first', 'same']);
	expect(readdirSync(board).filter((name) => name.endsWith('.new'))).toEqual([]);
});

test('R6: a file of accounts that is no longer whole is named with its cure, by every verb, and stays as it is', () => {
	add('wangwu');
	const file = join(board, 'accounts.json');
	const whole = readFileSync(file, 'utf8');
	for (const broken of [whole.slice(0, 60), '', '{}', '{"accounts":[{"name":"wangwu"}]}', whole.replace('"clerk"', '"boss"')]) {
		writeFileSync(file, broken);
		const others = [
			['add', 'zhaoliu', '--role', 'clerk', '--name', '赵六'],
			['password', 'wangwu'],
			['remove', 'wangwu'],
		];
		for (const args of broken === '' ? [['list'], ...others] : [['list']]) {
			const { status, why } = account(args);
			expect(status).toBe(2);
			expect(why).toBe(
				`账号文件坏了，谁也不能登录编辑台：${file} 不完整，或者被改过。请用备份里的换回来；没有备份，把它改名移开，再用 npm run account -- add 重建账号。`,
			);
		}
		expect(readFileSync(file, 'utf8')).toBe(broken);
	}
	writeFileSync(file, whole);
	expect(names()).toEqual(['wangwu']);
});

/** Hands the board to another user, who must be able to come there. Only root can; whoever else runs this is told what is tried instead. */
function given(uid: number): boolean {
	chmodSync(folder, 0o755);
	if (isRoot) return spawnSync('chown', ['-R', String(uid), board]).status === 0;
	console.warn(
		`${userInfo().username} cannot hand a board to another user: the rule alone is tried, with a folder of root and a locked file.`,
	);
	return false;
}

test('R6: root does not write into a board of another user, who is named and whose files stay that user’s', () => {
	add('wangwu');
	if (!given(NOBODY)) return expect(ownerOf('/')).toEqual({ name: 'root', isUs: false });
	const { name } = ownerOf(board);
	const before = readFileSync(join(board, 'accounts.json'));
	for (const args of [
		['add', 'zhaoliu', '--role', 'clerk', '--name', '赵六'],
		['password', 'wangwu'],
		['remove', 'wangwu'],
	]) {
		const { status, why } = account(args);
		expect(status).toBe(2);
		expect(why).toContain(`归用户“${name}”`);
		expect(why).toContain(`sudo -u ${name} npm run account`);
	}
	expect(account(['list'])).toMatchObject({ status: 0, said: expect.stringContaining('wangwu') });
	expect(readFileSync(join(board, 'accounts.json'))).toEqual(before);
	for (const each of ['', ...readdirSync(board)]) expect(statSync(join(board, each)).uid, each).toBe(NOBODY);
});

test('R6: a file of accounts that another user made is named with its cure', () => {
	add('wangwu');
	const file = join(board, 'accounts.json');
	const other = given(NOBODY);
	if (other) chownSync(file, 0, 0);
	else chmodSync(file, 0o000);
	const { status, why } = account(['list'], other ? { uid: NOBODY, env: { PATH: process.env.PATH, HOME: folder } } : {});
	expect([status, why]).toEqual([
		2,
		expect.stringMatching(/^账号文件读不了，谁也不能登录编辑台：没有权限：.*accounts\.json。请让用户“.+”能读写它/),
	]);
});
