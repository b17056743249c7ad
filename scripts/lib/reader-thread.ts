/** The thread that reads. See `reader.ts`. */
import { parentPort } from 'node:worker_threads';
import { copyEnvironment } from './environment.ts';
import type { Answer, Job, Jobs, Question } from './reader.ts';

/** PDFium would ask for two gigabytes before it gives up. */
const PDFIUM = 800_000_000;
const { grow } = WebAssembly.Memory.prototype;
WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number) {
	if (this.buffer.byteLength + pages * 65_536 > PDFIUM) throw new RangeError('out of memory');
	return grow.call(this, pages);
};

/** Nobody reads on after so many mistakes. */
const MOST_TOLD = 500;

const jobs: { [J in Job]: (asks: Jobs[J]['asks']) => Promise<Jobs[J]['answers']> } = {
	see: async ({ file, bytes }) => (await import('../../src/privacy/attachments/see.ts')).see(file, bytes),
	async draft({ file, text }) {
		const { draftFindings, letPassIn } = await import('../../cms/server/checking.ts');
		const findings = draftFindings(file, text);
		return { findings: findings.slice(0, MOST_TOLD), texts: findings.length > 0 ? [] : letPassIn(file, text) };
	},
	async hints({ file, text, today }) {
		const { draftHints, isWithdrawn, letPassIn, textsIn } = await import('../../cms/server/checking.ts');
		return {
			hints: draftHints(file, text, today),
			passed: letPassIn(file, text, today),
			texts: textsIn(file, text),
			isWithdrawn: isWithdrawn(file, text),
		};
	},
	repaint: async ({ bytes, kind }) => (await import('../../cms/server/pictures.ts')).repainted(bytes, kind),
};

copyEnvironment();
parentPort!.on('message', async ({ no, job, asks }: Question) => {
	parentPort!.postMessage(await answerTo());

	async function answerTo(): Promise<Answer> {
		try {
			return { no, answers: await jobs[job](asks as never) };
		} catch (error) {
			return { no, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
		}
	}
});
parentPort!.postMessage('ready');
