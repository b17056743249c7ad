/** `npm run generate`: writes every file that is derived from others. Tests keep them fresh. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { derivedFiles } from '../src/derive/index.ts';
import { project } from '../src/publish/bundle.ts';
import { checkPages } from './lib/check-pages.ts';
import { command } from './lib/command.ts';
import { nginxFiles } from './lib/nginx-files.ts';

const HELP = `
npm run generate

Writes the files that follow from the schemas (public/schemas/), the list of the checks' pages (docs/checks/README.md) and what nginx says as
our own servers do (deploy/nginx/gongkailan/). Commit them with the change they follow from.

  --help   this text

Exit code: 0 written, 2 could not run.
`;

await command(HELP, {}, () => {
	const list = checkPages(project);
	for (const [path, text] of [...Object.entries({ ...derivedFiles(), ...nginxFiles() }), [list.path, list.text] as const]) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
		console.log(path);
	}
	return 0;
});
