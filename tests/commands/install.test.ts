/** How a project that was not installed well says so, run by npm as anybody would run it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const here = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'install-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A project in which every command is there as far as it matters: it says that it runs. */
function project(name: string, { node = false, libraries = true } = {}): string {
	const root = join(folder, name);
	mkdirSync(join(root, 'scripts/lib'), { recursive: true });
	cpSync(join(here, 'package.json'), join(root, 'package.json'));
	cpSync(join(here, 'scripts/lib/expect-install.cjs'), join(root, 'scripts/lib/expect-install.cjs'));
	for (const command of commands()) writeFileSync(join(root, `scripts/${command}.ts`), "console.log('it runs');");
	if (libraries) mkdirSync(join(root, 'node_modules/zod'), { recursive: true });
	if (node) {
		mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
		symlinkSync(process.execPath, join(root, 'node_modules/.bin/node'));
	}
	return root;
}

/** The commands that run a script of ours. */
function commands(): string[] {
	const { scripts } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
	return Object.keys(scripts).filter((name) => scripts[name]!.includes(`scripts/${name}.ts`));
}

/** A folder with a `node` that takes itself for one of another version. */
function otherNode(version: string): string {
	const bin = join(folder, `node-${version}`);
	mkdirSync(bin, { recursive: true });
	writeFileSync(join(bin, 'as.cjs'), `Object.defineProperty(process.versions, 'node', { value: '${version}' });`);
	writeFileSync(join(bin, 'node'), `#!/bin/sh\nexec '${process.execPath}' --require '${join(bin, 'as.cjs')}' "$@"\n`, { mode: 0o755 });
	return bin;
}

const npm = execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();

function run(root: string, command: string, bin = dirname(process.execPath)) {
	// The folders of this test's own npm are not those of who just cloned the project.
	const path = process.env.PATH!.split(delimiter).filter((each) => !each.includes('node_modules'));
	const env = { ...process.env, PATH: [bin, ...path].join(delimiter) };
	const { status, stdout, stderr } = spawnSync(npm, ['run', '--silent', command], { cwd: root, env, encoding: 'utf8' });
	return { status, said: (stdout + stderr).trim() };
}

test('R7: without the Node that an install script brings, every command says in one line what to do', () => {
	const root = project('scripts-ignored');
	expect(commands()).toEqual(expect.arrayContaining(['start', 'test', 'account', 'check', 'publish', 'build']));
	for (const command of commands()) {
		const { status, said } = run(root, command, otherNode('20.20.2'));
		expect(said).toMatch(/^正在用的 Node 是 20\.20\.2，公开栏要 22\.18 以上.*npm ci --include=dev --ignore-scripts=false。$/);
		expect(status).toBe(2);
	}
});

test.each([
	['18.20.8', false],
	['20.19.0', false],
	['22.17.1', false],
	['22.18.0', true],
	['23.5.0', false],
	['23.6.0', true],
	['24.0.0', true],
	['26.1.0', true],
])('R7: Node %s is enough: %s', (version, isEnough) => {
	expect(run(project('by-number'), 'start', otherNode(version)).said).toMatch(isEnough ? /^it runs$/ : /^正在用的 Node 是/);
});

test('R7: the Node of the project is used whatever else is there, and who goes past it is told', () => {
	const root = project('whole', { node: true });
	expect(run(root, 'start', otherNode('20.20.2')).said).toBe('it runs');
	const past = spawnSync(join(otherNode('20.20.2'), 'node'), ['--require', './scripts/lib/expect-install.cjs', 'scripts/start.ts'], {
		cwd: root,
		encoding: 'utf8',
	});
	expect(past.stderr.trim()).toMatch(/^正在用的 Node 是 20\.20\.2，太旧了。请用 npm start.*$/);
});

test('R7: before npm ci, that is what is said', () => {
	const { status, said } = run(project('cloned', { libraries: false }), 'start');
	expect([status, said]).toEqual([2, `公开栏要用的程序库还没有装。请先在 ${join(folder, 'cloned')} 里运行 npm ci。`]);
});

test('R7: a folder whose name the tools cannot bear is refused in one line, and any other will do', () => {
	for (const name of ['a#b', 'q?x', "it's", 'x"y', 'a*', 'back\\slash', 'new\nline', 'c:d']) {
		const { status, said } = run(project(name), 'start');
		expect(said, name).toMatch(/^公开栏的程序放在 ".*"，路径里的 ".+" 会让构建网页的工具出错。请把程序移到.*$/);
		expect(status).toBe(2);
	}
	for (const name of ['a b', 'c%20d', '小区 公开栏', 'x[y]{z}(w)', '$a`b', 'a;b&c|d', '!~^=,+@'])
		expect(run(project(name), 'start').said, name).toBe('it runs');
});
