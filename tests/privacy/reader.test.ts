import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reader, see, TooHeavy } from '../../scripts/lib/reader.ts';
import { PATIENCE } from '../patience.ts';
import { docx, photo, plainPdf } from './files.ts';
import { drawingOfDrawings } from './pdf-file.ts';

const clean = plainPdf('Minutes of the joint meeting in April');
const anybody = { cpu: 60_000, memory: 4_000_000_000 };

describe('G7: what others made is read by a process of its own', () => {
	test('one that is ended for what it costs is refused, and the next is read', async () => {
		const short = reader({ ...anybody, cpu: 1500 });
		expect(await see('a.pdf', drawingOfDrawings(), short)).toEqual({ kind: 'other', data: [], unread: [], trouble: 'heavy' });
		expect(await see('a.pdf', clean, short)).toMatchObject({ kind: 'pdf', data: [] });
	});

	test('one that is ended for its memory is refused, and the next is read', async () => {
		const small = reader({ ...anybody, memory: 1 });
		expect(await see('a.pdf', drawingOfDrawings(), small)).toMatchObject({ trouble: 'heavy' });
		expect(await see('a.pdf', clean, reader(anybody))).toMatchObject({ kind: 'pdf', data: [] });
	});

	test('one that is killed from outside is refused, and the next is read', async () => {
		const asked = reader(anybody);
		await see('a.pdf', clean, asked);
		const heavy = see('a.pdf', drawingOfDrawings(), asked);
		process.kill(asked.pid()!, 'SIGKILL');
		const next = see('a.docx', docx(['正文']), asked);
		expect(await heavy).toMatchObject({ trouble: 'heavy' });
		expect(await next).toMatchObject({ kind: 'docx', data: [] });
	});

	test('what is asked while one is read waits for its turn, and each gets its own answer', async () => {
		const asked = reader(anybody);
		const all = [see('a.pdf', clean, asked), see('b.jpg', await photo(true), asked), see('c.docx', docx(['电话13800138000']), asked)];
		expect((await Promise.all(all)).map(({ kind, trouble, data }) => [kind, trouble, data.length])).toEqual([
			['pdf', undefined, 0],
			['picture', 'place', 0],
			['docx', undefined, 1],
		]);
	});

	test('a mistake of ours is no fault of the file', async () => {
		const failed = reader(anybody).ask('see', { file: 'a.pdf', bytes: null as never });
		await expect(failed).rejects.toThrow(TypeError.name);
		await expect(failed).rejects.not.toBeInstanceOf(TooHeavy);
	});

	test.runIf(existsSync('/proc/self'))('it ends with whoever asked, in the middle of a file', async () => {
		const code = `import { reader } from ${JSON.stringify(new URL('../../scripts/lib/reader.ts', import.meta.url).href)};
			const asked = reader();
			await asked.ask('see', { file: 'a.txt', bytes: Buffer.from('1') });
			void asked.ask('see', { file: 'a.pdf', bytes: Buffer.from(${JSON.stringify(Buffer.from(drawingOfDrawings()).toString('base64'))}, 'base64') });
			console.log(asked.pid());`;
		const asking = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'ignore'] });
		const pid = Number(await new Promise((resolve) => asking.stdout.once('data', resolve)));
		expect(isAlive(pid)).toBe(true);
		asking.kill('SIGKILL');
		await expect.poll(() => isAlive(pid), { timeout: PATIENCE.wait }).toBe(false);
	});
});

/** One that has ended may still be listed until its parent has heard of it. */
const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}/stat`) && !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
