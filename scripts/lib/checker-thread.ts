/** The other side of `checker.ts`. */
import { parentPort } from 'node:worker_threads';
import type { Answer, Question } from './checker.ts';
import { findingsAt } from './gate.ts';

parentPort!.on('message', async ({ no, repository, commit, follows }: Question) => {
	parentPort!.postMessage(await answerTo());

	async function answerTo(): Promise<Answer> {
		try {
			return { no, findings: await findingsAt(repository, commit, follows) };
		} catch (error) {
			return { no, error: error instanceof Error ? error.message : String(error) };
		}
	}
});
