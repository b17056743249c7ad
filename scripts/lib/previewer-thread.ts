/** The other side of `previewer.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { preview } from '../../cms/server/preview.ts';
import { Refusal } from '../../cms/server/refusal.ts';
import { dayInShanghai } from '../../src/basics/days.ts';
import { astroRenderer } from '../../src/publish/render.ts';
import { copyEnvironment } from './environment.ts';
import type { Previewed, PreviewerParts, Previewing } from './previewer.ts';

copyEnvironment();
const { store, pages, today } = workerData as PreviewerParts;
const show = preview({ store, renderer: astroRenderer(pages), today: (settings) => today ?? settings?.asOf ?? dayInShanghai(Date.now()) });

parentPort!.on('message', async ({ no, path, raw }: Previewing) => {
	parentPort!.postMessage(await answerTo());

	async function answerTo(): Promise<Previewed> {
		try {
			return { no, html: (await show(path, raw)).html };
		} catch (error) {
			if (error instanceof Refusal) return { no, refused: { status: error.status, message: error.message, findings: error.findings } };
			return { no, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
		}
	}
});
