/** The other side of `checker.ts`. */
import { parentPort } from 'node:worker_threads';
import { checkFiles } from '../../src/checks/files.ts';
import type { Answer, Question } from './checker.ts';
import { filesAt } from './record.ts';

parentPort!.on('message', ({ no, repository, commit }: Question) => {
	parentPort!.postMessage(answerTo());

	function answerTo(): Answer {
		try {
			return { no, findings: checkFiles(filesAt(repository, commit)).findings };
		} catch (error) {
			return { no, error: error instanceof Error ? error.message : String(error) };
		}
	}
});
