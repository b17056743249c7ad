/** What the machine refuses, refused by the machine: each trouble here is one that the system really makes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { troubleLine, troubleOf, whatWentWrong } from '../../scripts/lib/machine.ts';

let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'machine-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function errorOf(run: () => unknown): unknown {
	try {
		run();
	} catch (error) {
		return error;
	}
	throw new Error('it worked');
}

/** What another process prints of an error as `whatWentWrong` says it: under limits of its own, or as somebody who may do little. */
function saidUnder(setting: string[], code: string): string {
	const machine = new URL('../../scripts/lib/machine.ts', import.meta.url).href;
	const program = `import fs from 'node:fs'; import { spawnSync } from 'node:child_process';
		const { whatWentWrong } = await import(${JSON.stringify(machine)});
		try { ${code} } catch (error) { console.log(whatWentWrong(error)); }`;
	const node = [process.execPath, '--input-type=module', '-e', program];
	const [command, ...args] = [...setting, ...node];
	const { stdout, stderr } = spawnSync(command!, args, { encoding: 'utf8', cwd: folder });
	return stdout || stderr;
}

const whileOpening = (path: string) => () => writeFileSync(path, 'x');

test('R7: what the disk refuses is one line with cause and cure', () => {
	const file = join(folder, 'file');
	writeFileSync(file, '');
	symlinkSync(join(folder, 'loop'), join(folder, 'loop'));
	const long = join(folder, 'x'.repeat(300));
	const refused: [() => unknown, string, RegExp][] = [
		[whileOpening('/dev/full'), 'ENOSPC', /^磁盘已满。请腾出空间/],
		[() => mkdirSync(join(file, 'in'), { recursive: true }), 'ENOTDIR', /^路径中间的一段是文件，不是文件夹：.*\/file\/in。/],
		[whileOpening(folder), 'EISDIR', /^这里应该是文件，却是文件夹：/],
		[whileOpening(join(folder, 'loop')), 'ELOOP', /^符号链接绕成了圈：/],
		[whileOpening(long), 'ENAMETOOLONG', /^路径太长：/],
	];
	for (const [run, code, line] of refused) {
		const error = errorOf(run);
		expect(troubleOf(error)).toMatchObject({ code });
		expect(whatWentWrong(error)).toMatch(line);
		expect(whatWentWrong(error)).not.toContain('\n');
	}
});

test('R7: files that grow too large, and too many of them', () => {
	const large = 'fs.writeFileSync("large", Buffer.alloc(1e6))';
	expect(saidUnder(['prlimit', '--fsize=100000'], large)).toMatch(/^文件超过了允许的大小/);
	const many = 'for (let i = 0; i < 100; i++) fs.openSync("/dev/null")';
	expect(saidUnder(['prlimit', '--nofile=64'], many)).toMatch(/^同时打开的文件太多/);
});

test('R7: without rights, whose they should be is said', () => {
	const mine = join(folder, 'mine');
	mkdirSync(mine, { mode: 0o500 });
	// Root may write everywhere, so there another user tries.
	if (process.getuid!() === 0) chownSync(folder, 65_534, 65_534);
	const setting = process.getuid!() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
	if (process.getuid!() === 0) chownSync(mine, 65_534, 65_534);
	expect(saidUnder(setting, 'fs.writeFileSync("mine/new", "")')).toMatch(/^没有权限：mine\/new。请让用户“\w+”能读写它/);
	const git = 'const { stderr } = spawnSync("git", ["init", "--bare", "mine/r"]); throw new Error(stderr.toString())';
	expect(saidUnder(setting, git)).toMatch(/^没有权限。/);
});

test('R7: what git could not write is told by its cause', () => {
	const said = (...args: string[]) => {
		const { stderr } = spawnSync('bash', ['-c', '"$@" > /dev/full', 'x', ...args], { cwd: folder, encoding: 'utf8' });
		return new Error(`git ${args[1]} in ${folder} did not succeed: ${stderr}`);
	};
	execFileSync('git', ['init', '--quiet', '--bare', 'r.git'], { cwd: folder });
	expect(troubleOf(said('git', '-C', 'r.git', 'config', '--list'))).toMatchObject({ code: 'ENOSPC' });
});

test('R7: a lock that git left behind is named with its cure', () => {
	execFileSync('git', ['init', '--quiet', '--bare', 'locked.git'], { cwd: folder });
	const left = (lock: string, ...args: string[]) => {
		writeFileSync(join(folder, 'locked.git', lock), '');
		return new Error(spawnSync('git', ['-C', 'locked.git', ...args], { cwd: folder, encoding: 'utf8' }).stderr);
	};
	const locked = [left('config.lock', 'config', 'a.b', 'c'), left('packed-refs.lock', 'pack-refs', '--all')];
	for (const error of locked) expect(whatWentWrong(error)).toMatch(/^git 的锁文件还在.*\*\.lock 文件。$/);
});

test('R7: what SQLite was refused', () => {
	const db = new DatabaseSync(':memory:');
	db.exec('pragma max_page_count = 2; create table t(x)');
	expect(troubleOf(errorOf(() => db.exec('insert into t values(randomblob(100000))')))).toMatchObject({ code: 'ENOSPC' });
	db.close();
	expect(whatWentWrong(errorOf(() => new DatabaseSync(join(folder, 'nowhere/x.sqlite'))))).toMatch(/^数据库打不开。请看/);
});

test('R3: a program that is not there is named, and how to get it', () => {
	const { error } = spawnSync('git', [], { env: { PATH: folder } });
	expect(whatWentWrong(error)).toBe('没有找到 git。请先安装，例如：apt-get install -y git');
});

test('the cause behind an error counts, and what is ours to mend keeps its stack', () => {
	const full = errorOf(whileOpening('/dev/full'));
	expect(troubleOf(new Error('publishing', { cause: full }))).toMatchObject({ code: 'ENOSPC' });
	const ours = errorOf(() => (undefined as unknown as string).length);
	expect(troubleOf(ours)).toBeNull();
	expect(whatWentWrong(ours)).toContain('machine.test.ts');
	expect(troubleOf(errorOf(() => renameSync(join(folder, 'none'), join(folder, 'other'))))).toBeNull();
	expect(troubleLine({ code: 'EROFS', cause: '磁盘是只读的', cure: '请换。' })).toBe('磁盘是只读的。请换。');
});
