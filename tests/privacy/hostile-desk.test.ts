import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardAt } from '../../scripts/lib/board.ts';
import { mainOf } from '../../scripts/lib/git.ts';
import { installHooks } from '../../scripts/lib/hooks.ts';
import { shared } from '../../scripts/lib/reader.ts';
import { seed } from '../../scripts/lib/seed.ts';
import { TROUBLES } from '../../src/checks/attachments.ts';
import { minutes, type OpenDesk, openDesk } from '../cms/server/fixture.ts';
import { git } from '../commands/editor.ts';
import { write, writeSmallContent } from '../commands/small-content.ts';
import { acting } from './hostile/acting.ts';
import { heavy } from './hostile/heavy.ts';
import { hiding } from './hostile/hiding.ts';
import type { Hostile } from './hostile/making.ts';
import { odd } from './hostile/odd.ts';
import { drawingOfDrawings } from './pdf-file.ts';

/** Some of each kind; all of them are read in `hostile-files.test.ts`. */
const sample: readonly Hostile[] = [heavy[0]!, heavy[1]!, odd[0]!, odd[9]!, acting[0]!, acting[14]!, hiding[0]!, hiding[13]!];
const whereOf = ({ file }: Hostile, i: number) => `uploads/ceshiyuan/2026/${i}-${file}`;

describe('At the desk', () => {
	let desk: OpenDesk;
	let zhang: Awaited<ReturnType<OpenDesk['as']>>;
	beforeAll(async () => {
		desk = await openDesk();
		zhang = await desk.as('zhang');
	});
	afterAll(() => desk.end());

	const upload = (path: string, bytes: Uint8Array) =>
		zhang.act('persistMedia', {
			asset: { path, content: Buffer.from(bytes).toString('base64'), encoding: 'base64' },
			options: { commitMessage: 'x' },
		});
	const answers = async (waiting: Promise<unknown>): Promise<string[]> => {
		const order: string[] = [];
		const read = waiting.then(() => order.push('read'));
		while (!shared.isReading() && order.length === 0) await turn();
		for (let i = 0; i < 3; i++) {
			expect((await zhang.get('/admin/api/me')).status).toBe(200);
			order.push('answered');
		}
		await read;
		return order;
	};

	test.for(sample.map((each, i) => [each.says, each, whereOf(each, i)] as const))(
		'%s: is not taken, and why is said',
		async ([, { bytes, trouble }, path]) => {
			const { status, json } = await upload(path, await bytes());
			expect(status).toBe(422);
			expect(json.error).toContain(trouble ? TROUBLES[trouble].problem : '像是有手机号');
		},
	);
	test('G7: others are answered while a file is read', async () => {
		const order = await answers(upload('uploads/ceshiyuan/2026/drawing.pdf', drawingOfDrawings(7)));
		expect(order).toEqual([...Array(3).fill('answered'), 'read']);
	});
	test('G7: others are answered while a text is read', async () => {
		const { file, raw } = minutes('2026-04-10-joint', {}, '1<!--3栋1202室，'.repeat(60_000));
		const order = await answers(zhang.save(file, raw));
		expect(order).toEqual([...Array(3).fill('answered'), 'read']);
	});
	test('G7: a draft of fields within fields is refused by a sentence', async () => {
		const { file, raw } = minutes('2026-04-11-joint');
		const { status, json } = await zhang.save(file, raw.replace('---\n', `---\nsummary: ${'['.repeat(50_000)}\n`));
		expect(status).toBe(422);
		expect(json.error).toContain('字段一层套一层，超过40层。');
	});
});

test('G8: a push that brings them is refused, with the reason for each', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
	try {
		writeSmallContent(join(folder, 'content'));
		const { record } = boardAt(join(folder, 'board'));
		const clone = join(folder, 'clone');
		seed(record, join(folder, 'content'), Date.parse('2026-04-13T08:00:00+08:00'));
		installHooks(record);
		git(folder, 'clone', '--quiet', record, clone);
		const before = mainOf(record);
		for (const [i, each] of sample.entries()) write(clone, whereOf(each, i), (await each.bytes()) as unknown as string);
		git(clone, 'add', '-A');
		git(clone, 'commit', '--quiet', '-m', '附件');
		const { fine, said } = git(clone, 'push', '--quiet');
		expect(fine).toBe(false);
		expect(mainOf(record)).toBe(before);
		for (const [i, each] of sample.entries()) {
			expect(said).toContain(whereOf(each, i));
			expect(said).toContain(each.trouble ? TROUBLES[each.trouble].problem : '像是有手机号');
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
