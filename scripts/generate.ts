/** `npm run generate`: writes every file that is derived from the schemas. A test keeps them fresh. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { derivedFiles } from '../src/derive/index.ts';
import { command } from './lib/command.ts';

const HELP = `
npm run generate

Writes the files that follow from the schemas (public/schemas/). Commit them with the change of the schema.

  --help   this text

Exit code: 0 written, 2 could not run.
`;

await command(HELP, {}, () => {
	for (const [path, text] of Object.entries(derivedFiles())) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
		console.log(path);
	}
	return 0;
});
