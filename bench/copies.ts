import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes a record of at least so many files: the sample board, and its communities again and again under other names. Every kind of
 * record is among them, in the proportions of the sample, with all that they name.
 */
export function writeCopies(content: string, sample: string, n: number): number {
	const files = globSync('**/*.{md,json}', { cwd: sample }).sort();
	const communities = files.filter((file) => file.startsWith('communities/')).map((file) => file.slice('communities/'.length, -'.json'.length));
	const own = files.filter((file) => communities.some((id) => file.includes(`/${id}/`) || file === `communities/${id}.json`));
	const names = new RegExp(`\\b(${communities.join('|')})\\b`, 'g');
	const write = (file: string, text: string) => {
		mkdirSync(dirname(join(content, file)), { recursive: true });
		writeFileSync(join(content, file), text);
	};
	for (const file of files) write(file, readFileSync(join(sample, file), 'utf8'));
	let written = files.length;
	for (let copy = 2; written < n; copy++)
		for (const file of own) {
			const renamed = (text: string) => text.replace(names, (id) => `${id}-${copy}`);
			write(renamed(file), renamed(readFileSync(join(sample, file), 'utf8')));
			written++;
		}
	return written;
}
