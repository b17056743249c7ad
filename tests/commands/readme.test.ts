/** The example of README, pushed as it stands there to the sample board. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { boardAt } from '../../scripts/lib/board.ts';
import { installHooks } from '../../scripts/lib/hooks.ts';
import { seed } from '../../scripts/lib/seed.ts';

const folder = mkdtempSync(join(tmpdir(), 'readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(['README.md', 'README.zh-CN.md'])('the record that %s tells to push is let in', (readme) => {
	const [, example = ''] = /^```sh\n(git clone \.board[\s\S]*?)^```$/m.exec(readFileSync(readme, 'utf8')) ?? [];
	expect(example).toContain('git push');
	const program = join(folder, readme, 'gongkailan');
	mkdirSync(program, { recursive: true });
	const { record } = boardAt(join(program, '.board'));
	seed(record, 'content', Date.parse('2026-04-13T12:00:00+08:00'));
	installHooks(record);
	const author = {
		GIT_AUTHOR_NAME: '张三',
		GIT_AUTHOR_EMAIL: 'z@board.example',
		GIT_COMMITTER_NAME: '张三',
		GIT_COMMITTER_EMAIL: 'z@board.example',
	};
	const { status, stdout, stderr } = spawnSync('sh', ['-ec', example], {
		cwd: program,
		encoding: 'utf8',
		env: { ...process.env, ...author },
	});
	expect([status, stderr], stdout + stderr).toEqual([0, expect.stringContaining('已收下')]);
});
