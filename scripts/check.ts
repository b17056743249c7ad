/** `npm run check`: reads the whole record, asks every question of it, and prints what a person should look at. */
import { existsSync } from 'node:fs';
import { checkFiles } from '../src/checks/files.ts';
import { hasSlip } from '../src/checks/index.ts';
import { report } from '../src/checks/report.ts';
import { recordFiles } from '../src/publish/files.ts';
import { CouldNotRun, command } from './lib/command.ts';

const HELP = `
npm run check -- [--content DIR] [--json]

Reads every file of the record and says what must be mended before it can be published, what breaks a rule, and what is only worth knowing.

  --content DIR   the record to check (default: content)
  --json          print { records, findings } for a program
  --help          this text

Exit code: 0 nothing to mend, 1 something to mend, 2 could not run.
`;

await command(HELP, { content: { type: 'string', default: 'content' }, json: { type: 'boolean', default: false } }, ({ content, json }) => {
	if (!existsSync(content!)) throw new CouldNotRun(`没有这个文件夹：${content}。用 --content 指出记录放在哪里。`);
	const { entries, findings } = checkFiles(recordFiles(content!));
	console.log(json ? JSON.stringify({ records: entries.length, findings }, null, 2) : report(findings, entries.length));
	return hasSlip(findings) ? 1 : 0;
});
