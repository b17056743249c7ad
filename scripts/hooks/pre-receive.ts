/** Run by git before a push is let in: what would make main unpublishable is refused, with the words of `npm run check`. */
import { readFileSync } from 'node:fs';
import { noteChecked, refusal } from '../lib/gate.ts';
import { MAIN, wishesIn } from '../lib/wishes.ts';

const repository = process.cwd();
const wishes = wishesIn(readFileSync(0, 'utf8'));
const why = await refusal(repository, wishes);
if (why) {
	console.log(why);
	process.exitCode = 1;
} else {
	const main = wishes.find(({ ref }) => ref === MAIN);
	if (main) noteChecked(repository, main.to);
}
