import { globSync, readFileSync } from 'node:fs';
import { parse } from '../../src/schema/parse.ts';

/** Every text in the sample that is written in our dialect: the bodies, and what notices say in other languages. */
export function bodiesOfSample(): { file: string; body: string }[] {
	return globSync('content/**/*.md')
		.sort()
		.flatMap((file) => {
			const parsed = parse(file, readFileSync(file, 'utf8'), true);
			if ('check' in parsed) throw new Error(file);
			const { languages = [] } = parsed.data as { languages?: { text?: string }[] };
			return [parsed.body, ...languages.map(({ text = '' }) => text)].filter(Boolean).map((body) => ({ file, body }));
		});
}
