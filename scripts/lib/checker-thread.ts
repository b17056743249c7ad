/** The other side of `checker.ts`. */
import { parentPort } from 'node:worker_threads';
import { checkFiles } from '../../src/checks/files.ts';
import type { Answer, Question } from './checker.ts';
import { shownAsOf } from './given.ts';
import { filesAt } from './record.ts';
import { seenAt } from './seen.ts';

parentPort!.on('message', async ({ no, repository, commit }: Question) => {
	parentPort!.postMessage(await answerTo());

	async function answerTo(): Promise<Answer> {
		try {
			const besides = { seen: await seenAt(repository, commit), day: shownAsOf(undefined) };
			return { no, findings: checkFiles(filesAt(repository, commit), undefined, undefined, besides).findings };
		} catch (error) {
			return { no, error: error instanceof Error ? error.message : String(error) };
		}
	}
});
