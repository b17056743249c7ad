/** The machine fails, or somebody else than the owner pushes: nothing is let in, and one line in Chinese says why. */
import { spawn, spawnSync } from 'node:child_process';
import {
	appendFileSync,
	chownSync,
	globSync,
	lstatSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditIn } from '../../cms/server/audit.ts';
import { foreignOwner } from '../../scripts/lib/owner.ts';
import { NUMBER, notice, type OpenGate, openGate } from './board.ts';

let gate: OpenGate;
let audit: string;
beforeEach(() => {
	gate = openGate();
	audit = join(gate.board.folder, 'audit.jsonl');
	const { file, text } = notice('good');
	gate.write(file, text);
	gate.commit();
});
afterEach(() => gate.end());

/** Refused in one line of Chinese, without a stack or what git says of itself. */
function expectOneLine({ fine, moved, said }: ReturnType<OpenGate['push']>, line: RegExp): void {
	expect({ fine, moved }, said).toEqual({ fine: false, moved: false });
	const [first = '', ...more] = said.trim().split('\n');
	expect(first).toMatch(line);
	expect(
		more.filter((each) => !/^(?:To | ! |error: failed to push)/.test(each)),
		said,
	).toEqual([]);
}

describe('R4: a push that cannot be noted is not let in', () => {
	test('with a folder in the place of the audit file', () => {
		mkdirSync(audit);
		expectOneLine(gate.push(), /^没有收下：操作记录（audit\.jsonl）写不进去，公开栏没有改动。这里应该是文件，却是文件夹/);
		rmSync(audit, { recursive: true });
		expect(gate.push()).toMatchObject({ fine: true });
	});

	test('with a full disk', () => {
		symlinkSync('/dev/full', audit);
		expectOneLine(gate.push(), /^没有收下：操作记录（audit\.jsonl）写不进去，公开栏没有改动。磁盘已满/);
	});

	test('every push stands there, refused or let in, with who ran it and why, and without what is private', () => {
		expect(gate.push()).toMatchObject({ fine: true });
		const { file, text } = notice('bad', {}, `请打${NUMBER}。`);
		gate.write(file, text);
		gate.commit(`请打${NUMBER}`);
		expect(gate.push()).toMatchObject({ fine: false });
		const lines = gate.audit();
		const user = spawnSync('id', ['-un'], { encoding: 'utf8' }).stdout.trim();
		expect(lines.map(({ status }) => status)).toEqual([202, 200, 422]);
		expect(lines[2]).toMatchObject({
			action: 'push',
			user,
			from: gate.git(['rev-parse', 'origin/main']),
			commit: gate.git(['rev-parse', 'HEAD']),
			why: expect.stringContaining('个提交要改'),
		});
		expect(readFileSync(audit, 'utf8')).not.toContain(NUMBER);
	});

	test('a line that was cut off spoils none after it, and lines of many processes stay whole', async () => {
		auditIn(gate.board.folder, Date.now)({ action: 'login' });
		appendFileSync(audit, '{"at":"2026-');
		const module = new URL('../../cms/server/audit.ts', import.meta.url).href;
		const program = `const { auditIn } = await import(${JSON.stringify(module)});
			const note = auditIn(${JSON.stringify(gate.board.folder)}, Date.now);
			for (let i = 0; i < 200; i++) note({ action: 'push', why: '长'.repeat(200), commit: String(i) });`;
		const ended = Array.from({ length: 4 }, () => {
			const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' });
			return new Promise((resolve) => child.once('close', resolve));
		});
		expect(await Promise.all(ended)).toEqual([0, 0, 0, 0]);
		const lines = readFileSync(audit, 'utf8').trimEnd().split('\n').filter(Boolean);
		const broken = lines.filter((line) => !line.startsWith('{') || !line.endsWith('}'));
		expect({ lines: lines.length, broken }).toEqual({ lines: 802, broken: ['{"at":"2026-'] });
	});
});

describe('R7: a gate that fails lets nothing pass', () => {
	const hook = () => join(gate.board.record, 'hooks/pre-receive');
	const rewrite = (from: string | RegExp, to: string) => writeFileSync(hook(), readFileSync(hook(), 'utf8').replace(from, to));

	test('without its Node', () => {
		rewrite(/^node=.*$/m, "node='/nowhere/node'");
		expectOneLine(gate.push(), /^没有做完：服务器上找不到 Node。请管理员/);
	});

	test('without its program', () => {
		rewrite(/pre-receive\.ts/, 'gone.ts');
		expectOneLine(gate.push(), /^没有做完（代码 1）：核对的程序没有跑完/);
	});

	test('killed on the way', () => {
		const node = join(gate.folder, 'node');
		writeFileSync(node, '#!/bin/sh\nkill -9 $$\n', { mode: 0o755 });
		rewrite(/^node=.*$/m, `node='${node}'`);
		expectOneLine(gate.push(), /^没有做完（代码 137）：核对的程序没有跑完/);
	});

	test('over a record of which a part is missing', () => {
		const { record } = gate.board;
		const blob = gate.run(record, ['rev-parse', 'main:cases/lifts.md']).out;
		for (const pack of globSync(join(record, 'objects/pack/*.pack'))) {
			renameSync(pack, join(gate.folder, 'pack'));
			rmSync(pack.replace(/pack$/, 'idx'));
			gate.run(record, ['unpack-objects', '-q'], { input: readFileSync(join(gate.folder, 'pack')) });
		}
		rmSync(join(record, 'objects', blob.slice(0, 2), blob.slice(2)));
		expectOneLine(gate.push(), /^没有收下：核对没有做完，公开栏没有改动。请把这一行告诉管理员：记录缺了一个对象/);
		expect(gate.audit()).toMatchObject([{ action: 'push', status: 500 }]);
	});

	test('with a memory that another holds locked, or that is no database: judged all the same', () => {
		const locked = new DatabaseSync(join(gate.board.record, 'board-readings.sqlite'));
		locked.exec('create table if not exists x(y); begin exclusive');
		const { file, text } = notice('bad', {}, `请打${NUMBER}。`);
		gate.write(file, text);
		gate.commit();
		expect(gate.push()).toMatchObject({ fine: false, said: expect.stringContaining('手机号') });
		locked.close();
		writeFileSync(join(gate.board.record, 'board-attachments.sqlite'), 'no database'.repeat(500));
		expect(gate.push()).toMatchObject({ fine: false, said: expect.stringContaining('手机号') });
	});
});

test('what was refused stays in no memory of the gate', () => {
	const { file, text } = notice('refused', { title: '这一份没有收下', file: '/uploads/ceshiyuan/2026/a.txt' }, `请打${NUMBER}。`);
	gate.write(file, text);
	gate.write('uploads/ceshiyuan/2026/a.txt', '值班电话 0571-86661234\n');
	gate.commit();
	expect(gate.push()).toMatchObject({ fine: false });
	const kept = globSync('**/*', { cwd: gate.board.record })
		.map((name) => join(gate.board.record, name))
		.filter((path) => lstatSync(path).isFile() && !path.includes('/objects/'))
		.map((path) => readFileSync(path, 'latin1'))
		.join('\n');
	expect(kept).not.toContain('86661234');
	expect(Buffer.from(kept, 'latin1').toString()).not.toContain('这一份没有收下');
	expect(gate.run(gate.board.record, ['count-objects', '-v']).said).not.toMatch(/garbage: [1-9]/);
});

describe('R5: whoever is not the owner of a board does not push into it', () => {
	const { uid, gid } = { uid: process.geteuid!(), gid: process.getegid!() };
	const other = { id: uid + 1, groups: [gid + 1] };

	test('unless the record is shared with a group of theirs', () => {
		const { record } = gate.board;
		const { gid: group } = lstatSync(record);
		const inGroup = { id: uid + 1, groups: [group] };
		expect(foreignOwner(record)).toBeNull();
		expect(foreignOwner(record, other)).toBe(spawnSync('id', ['-un'], { encoding: 'utf8' }).stdout.trim());
		expect(foreignOwner(record, inGroup)).not.toBeNull();
		for (const [value, may] of [
			['group', true],
			['0660', true],
			['0640', false],
			['umask', false],
			['all', true],
		] as const) {
			gate.run(record, ['config', 'core.sharedRepository', value]);
			expect([foreignOwner(record, inGroup) === null, foreignOwner(record, other)], value).toEqual([may, expect.any(String)]);
		}
	});

	test.skipIf(uid !== 0)('root is told whose it is and how it goes, and leaves nothing of root’s behind', () => {
		const { folder } = gate.board;
		const nobody = Number(spawnSync('id', ['-u', 'nobody'], { encoding: 'utf8' }).stdout);
		writeFileSync(audit, '');
		for (const path of [folder, ...globSync('**/*', { cwd: folder }).map((name) => join(folder, name))]) chownSync(path, nobody, nobody);
		const trusting = join(gate.folder, 'gitconfig');
		writeFileSync(trusting, '[safe]\n\tdirectory = *\n');
		const { fine, said } = gate.run(gate.clone, ['push', 'origin', 'HEAD:main'], { env: { GIT_CONFIG_GLOBAL: trusting } });
		expect(fine).toBe(false);
		expect(said).toContain('这份记录归用户“nobody”所有，您是“root”');
		expect(said).toContain('sudo -u nobody git push origin HEAD:main');
		const roots = globSync('**/*', { cwd: folder }).filter((name) => lstatSync(join(folder, name)).uid === 0);
		expect(roots).toEqual([]);
		expect(gate.audit()).toMatchObject([{ action: 'push', user: 'root', status: 403 }]);
	});
});
