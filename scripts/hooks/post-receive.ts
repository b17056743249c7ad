/** Run by git after a push is let in: tells the editor when the page is there, and where. The server sees the push by itself. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { auditIn } from '../../cms/server/audit.ts';
import { boardAt, lastPublished, runningNow } from '../lib/board.ts';
import { causeOf, pushedBy } from '../lib/noting.ts';
import { MAIN, pagesBetween, siteAt, wishesIn } from '../lib/wishes.ts';

const PATIENCE_MS = 30_000;

const repository = process.cwd();
const board = boardAt(dirname(repository));
const wishes = wishesIn(readFileSync(0, 'utf8'));
const wish = wishes.find(({ ref }) => ref === MAIN);
if (wish) {
	note();
	await tell(wish.from, wish.to);
}

/** What comes past the desk is in its audit file all the same. That it was let in stands there already. */
function note(): void {
	try {
		auditIn(board.folder, Date.now)({ action: 'push', ...pushedBy(wishes), status: 200 });
	} catch (error) {
		console.log(`已收下，但没有记进操作记录（audit.jsonl）。${causeOf(error)}`);
	}
}

async function tell(from: string, to: string): Promise<void> {
	const running = runningNow(board);
	if (!running) return console.log('已收下。公开栏现在没有运行，下次 npm start 时发布。');
	for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
		const published = lastPublished(board);
		if (published?.commit === to) {
			if (published.why) return console.log(`已收下，但没有发布：${published.why}`);
			console.log(`已发布，用时 ${published.seconds.toFixed(1)} 秒。`);
			const site = (running.isBehindProxy && siteAt(repository, to)) || running.url.replace(/\/$/, '');
			for (const path of pagesBetween(repository, from, to)) console.log(`  ${site}${path}`);
			return;
		}
		await wait(50);
	}
	console.log('已收下。发布还没有完成，稍后请看公开栏。');
}
