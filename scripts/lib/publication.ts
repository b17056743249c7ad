import { checkFiles } from '../../src/checks/files.ts';
import { slipsIn } from '../../src/checks/index.ts';
import { describe } from '../../src/checks/report.ts';
import { recordFiles } from '../../src/publish/files.ts';
import { type buildSite, NotOurs, Refused, recordInFolder } from '../../src/publish/index.ts';
import { CouldNotRun } from './command.ts';
import { contentFolder, shownAsOf } from './given.ts';
import { seenUnder } from './seen.ts';

/** The options that `build` and `publish` share. */
export const options = {
	content: { type: 'string', default: 'content' },
	out: { type: 'string' },
	today: { type: 'string' },
} as const;

/** Checks a folder of records and hands it to `run` (`buildSite` or `publishSite`). Answers the exit code; with a slip nothing is touched. */
export async function publication(
	run: typeof buildSite,
	{ content, out, today }: { content: string; out: string; today?: string | undefined },
): Promise<number> {
	const day = shownAsOf(today);
	const besides = { seen: await seenUnder(contentFolder(content)), day };
	const slips = slipsIn(checkFiles(recordFiles(content), undefined, undefined, besides).findings);
	if (slips.length > 0) return refused(slips);

	const progress = progressLine();
	try {
		const outcome = await run({
			source: recordInFolder(content),
			out,
			today: day,
			log: console.log,
			progress: progress.show,
		});
		progress.clear();
		console.log(
			`${out}：${outcome.today}，改动${outcome.edited}项，生成${outcome.rendered}页，写入${outcome.written}页，撤下${outcome.removed}页。`,
		);
		return 0;
	} catch (error) {
		progress.clear();
		if (error instanceof Refused) return refused(error.slips);
		if (error instanceof NotOurs) throw new CouldNotRun(error.message);
		throw error;
	}
}

function refused(slips: Parameters<typeof describe>[0][]): number {
	console.error([...slips.map(describe), `有 ${slips.length} 处要改，网站没有改动。`].join('\n\n'));
	return 1;
}

/** One line that counts the pages, where somebody is looking. */
function progressLine() {
	const wipe = () => process.stdout.isTTY && process.stdout.write('\r\x1b[K');
	return {
		show: (done: number, total: number) => {
			if (process.stdout.isTTY && (done % 50 === 0 || done === total)) process.stdout.write(`\r正在生成网页 ${done}/${total}`);
		},
		clear: wipe,
	};
}
