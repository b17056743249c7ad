import { cpSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes a record of at least so many files and says of how many: the sample board, and its communities again and again under other
 * names. Every kind of record is among them, in the proportions of the sample, with all that they name.
 */
export function writeCopies(content: string, sample: string, n: number): number {
	const files = globSync('**/*', { cwd: sample })
		.filter((file) => statSync(join(sample, file)).isFile())
		.sort();
	const communities = files
		.filter((file) => file.startsWith('communities/'))
		.map((file) => file.slice('communities/'.length, -'.json'.length));
	const own = files.filter((file) => communities.some((id) => file.includes(`/${id}/`) || file === `communities/${id}.json`));
	const names = new RegExp(`\\b(${communities.join('|')})\\b`, 'g');
	let written = 0;
	const write = (file: string, renamed: (text: string) => string) => {
		const to = join(content, renamed(file));
		mkdirSync(dirname(to), { recursive: true });
		if (file.startsWith('uploads/')) cpSync(join(sample, file), to);
		else writeFileSync(to, renamed(readFileSync(join(sample, file), 'utf8')));
		written++;
	};
	for (const file of files) write(file, (text) => text);
	for (let copy = 2; written < n; copy++) for (const file of own) write(file, (text) => text.replace(names, (id) => `${id}-${copy}`));
	return written;
}
