/** `npm run check`: reads the whole record, asks every question of it, and prints what a person should look at. */
import { command } from './lib/command.ts';
import { keepCompiled } from './lib/compiled.ts';

const HELP = `
npm run check -- [--content DIR] [--today DAY] [--json]

Reads every file of the record and says what must be mended before it can be published, what breaks a rule, and what is only worth knowing.

  --content DIR   the record to check (default: content)
  --today DAY     judge what has a date as of this day (default: the settings' own day, else today in China)
  --json          print { records, findings } for a program
  --help          this text

Exit code: 0 nothing to mend, 1 something to mend, 2 could not run.
`;

keepCompiled();
const { checkFiles } = await import('../src/checks/files.ts');
const { slipsIn } = await import('../src/checks/index.ts');
const { report } = await import('../src/checks/report.ts');
const { recordFiles } = await import('../src/publish/files.ts');
const { contentFolder, shownAsOf } = await import('./lib/given.ts');
const { seenUnder } = await import('./lib/seen.ts');

const options = {
	content: { type: 'string', default: 'content' },
	today: { type: 'string' },
	json: { type: 'boolean', default: false },
} as const;

await command(HELP, options, async ({ content, today, json }) => {
	const seen = await seenUnder(contentFolder(content!));
	const { entries, findings } = checkFiles(recordFiles(content!), undefined, shownAsOf(today), { seen });
	console.log(json ? JSON.stringify({ records: entries.length, findings }, null, 2) : report(findings, entries.length));
	return slipsIn(findings).length > 0 ? 1 : 0;
});
