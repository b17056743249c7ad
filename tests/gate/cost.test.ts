/** What a push of many commits costs: nothing is asked of git commit by commit, and no content is read twice. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../scripts/lib/gate.ts';
import { MAIN } from '../../scripts/lib/wishes.ts';
import { NUMBER, notice, type OpenGate, openGate } from './board.ts';

let gate: OpenGate;
let asked: string;
const path = process.env.PATH;
beforeAll(() => {
	gate = openGate();
	// Every git that is run from here is counted.
	const folder = join(gate.folder, 'bin');
	asked = join(gate.folder, 'asked');
	mkdirSync(folder);
	const git = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim();
	writeFileSync(join(folder, 'git'), `#!/bin/sh\necho "$1" >> '${asked}'\nexec '${git}' "$@"\n`);
	chmodSync(join(folder, 'git'), 0o755);
	process.env.PATH = `${folder}:${path}`;
});
afterAll(() => {
	process.env.PATH = path;
	gate.end();
});

/** Commits of one document in as many versions, each with another number where one is said; they wait in the record, unnamed. */
function versions(count: number, body: (i: number) => string): string {
	const at = Math.floor(Date.now() / 1000);
	const parts = Array.from({ length: count }, (_, i) => {
		const { file, text } = notice('often', {}, i === count - 1 ? '正文。' : body(i));
		const data = (content: string) => `data ${Buffer.byteLength(content)}\n${content}\n`;
		const from = i === 0 ? 'from refs/heads/main^0\n' : '';
		return `commit refs/board/waiting\ncommitter 编辑 <editor@board.example> ${at} +0800\n${data(`第${i}稿`)}${from}M 100644 inline ${file}\n${data(text)}`;
	});
	const { record } = gate.board;
	gate.run(record, ['fast-import', '--quiet', '--force', '--date-format=raw'], { input: parts.join('\n') });
	const tip = gate.run(record, ['rev-parse', 'refs/board/waiting']).out;
	gate.run(record, ['update-ref', '-d', 'refs/board/waiting']);
	return tip;
}

/** What is said of such a push, and how often git was run for it. */
async function cost(count: number, body: (i: number) => string): Promise<{ said: string | null; runs: number }> {
	const wish = { ref: MAIN, from: gate.git(['rev-parse', 'origin/main']), to: versions(count, body) };
	rmSync(asked, { force: true });
	const said = await refusal(gate.board.record, [wish], Date.now());
	return { said, runs: readFileSync(asked, 'utf8').trim().split('\n').length };
}

test('G1: a push of ten times as many commits runs git as often', async () => {
	const [few, many] = [await cost(50, (i) => `第${i}稿。`), await cost(500, (i) => `第${i}稿。`)];
	expect([few.said, many.said]).toEqual([null, null]);
	// Contents are read some hundreds at once.
	expect(many.runs - few.runs).toBeLessThanOrEqual(4);
});

test('G1: a number in each of a thousand commits is told in a few lines, and none of them is shown', async () => {
	const { said } = await cost(1000, (i) => `请打139${String(12345678 + i)}。`);
	expect(said).toContain('有 999 个提交要改（个人的号码）');
	expect(said!.split('\n').length).toBeLessThan(60);
	expect(said).not.toContain(NUMBER);
});
