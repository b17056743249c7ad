/**
 * Run by git before a push is let in: what would make main unpublishable, or leave in its history what may not stay there, is refused.
 * Ends with 0: it is in; with 3: it is refused and was told why. Anything else is told by the shell that runs this (`scripts/lib/hooks.ts`).
 */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { foreignOwner, notYours } from '../lib/owner.ts';

const REFUSED = 3;

const repository = process.cwd();
const text = readFileSync(0, 'utf8');
try {
	const owner = foreignOwner(repository);
	// Before anything is written, a cache included: what another user writes here its owner cannot change.
	if (!owner) (await import('../lib/compiled.ts')).keepCompiled();
	const { admit } = await import('../lib/admitting.ts');
	const why = await admit({ repository, folder: dirname(repository), text, now: Date.now, foreign: owner && notYours(owner) });
	if (why) refuse(why);
} catch (error) {
	const { troubleLine, troubleOf } = await import('../lib/machine.ts');
	const trouble = troubleOf(error);
	refuse(`没有收下：核对没有做完，公开栏没有改动。${trouble ? troubleLine(trouble) : `请把这一行告诉管理员：${oneLine(error)}`}`);
}

function refuse(why: string): void {
	console.log(why.replace(/[^\P{C}\n\t]/gu, '�'));
	process.exitCode = REFUSED;
}

function oneLine(error: unknown): string {
	return String(error instanceof Error ? error.message : error)
		.split('\n')[0]!
		.slice(0, 200);
}
