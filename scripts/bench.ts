/** `npm run bench`: what a full build and one edit cost, beside Hugo on the same records, and what the checks cost beside reading. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { writeCopies } from '../bench/copies.ts';
import { fileOf, minutes, writeMinutes } from '../bench/minutes.ts';
import { astroBuild, ensureBundle, project } from '../src/publish/bundle.ts';
import { CouldNotRun, command } from './lib/command.ts';
import { askGit, git } from './lib/git.ts';
import { type Cost, measured } from './lib/measure.ts';
import { seed } from './lib/seed.ts';

const HELP = `
npm run bench -- [--checks] [--large] [--keep]

Writes 1,000 and then 10,000 invented minutes, builds them with Hugo and with this project's publisher, publishes one edit, and prints
processor time, wall time and peak memory, and their ratios to Hugo's full build of the same run. Then the sample board, copied to 10,000
records, is read and checked. Takes some minutes; Linux only.

  --checks  only the checks, without Hugo
  --large   300,000 minutes too (without Hugo; several gigabytes of disk)
  --keep    leave the working folder and say where it is
  --help    this text

Hugo must be installed (Debian: apt-get install hugo), but for --checks. Trust the ratios more than the seconds, and close other programs.
Exit code: 0 measured, 2 could not run.
`;

/** Edits of one record of the middle, as `npm start` would publish them. Each is measured so many times; the median counts. */
const TIMES = 3;

/** What is committed for the `time`-th edit of minutes number `i`: a file and its text, or null to remove it. */
const edits: Record<string, (i: number, time: number) => [file: string, text: string | null]> = {
	'a sentence of the text': (i, time) => [fileOf(i), minutes(i, { more: `\n补记${time}。\n` })],
	'the title': (i, time) => [fileOf(i), minutes(i, { titled: `（更正${time}）` })],
	'a record more': (i, time) => [fileOf(i).replace('.md', `-new${time}.md`), minutes(i, { titled: `（补${time}）` })],
	'a record less': (i, time) => [fileOf(i).replace('.md', `-new${time}.md`), null],
};

const options = {
	checks: { type: 'boolean', default: false },
	large: { type: 'boolean', default: false },
	keep: { type: 'boolean', default: false },
} as const;

await command(HELP, options, async ({ checks, large, keep }) => {
	if (askGit('.', ['--version']) === null) throw new CouldNotRun('没有找到 git。请先安装，例如：apt-get install -y git');
	const hugo = checks || (await measured('hugo', ['version'], project).catch(() => null));
	if (!hugo) throw new CouldNotRun('没有找到 hugo。请先安装，例如：apt-get install -y hugo');
	const root = mkdtempSync(join(tmpdir(), 'gongkailan-bench-'));
	console.log(`${cpus().length} × ${cpus()[0]!.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}\n`);
	if (!checks) {
		await astroBuild(join(project, 'bench'), join(project, 'bench/build'));
		for (const n of large ? [1_000, 10_000, 300_000] : [1_000, 10_000]) await bench(n, join(root, String(n)));
		await realPages(root);
	}
	await checking(root);
	if (keep) console.log(`\n${root}`);
	else rmSync(root, { recursive: true, force: true });
	return 0;
});

async function bench(n: number, root: string): Promise<void> {
	const content = join(root, 'content');
	const record = join(root, 'record.git');
	const out = join(root, 'out');
	writeMinutes(content, n);
	seed(record, content, 0);

	table(`${n.toLocaleString('en')} minutes`);
	const isLarge = n > 100_000;
	const hugo = isLarge
		? null
		: await measured('hugo', ['--quiet', '--noBuildLock', '-s', 'bench/hugo', '-c', content, '-d', join(root, 'hugo')], project);
	if (hugo) line('Hugo, full build', hugo, hugo);
	if (!isLarge) {
		line('full build (`npm run build`)', await publisher('build', content, join(root, 'plain')), hugo);
		line('the same with search shards', await publisher('build', content, join(root, 'searched'), 'search'), hugo);
	}
	line('first publication, from git', await publisher('publish', record, out), hugo);
	line('nothing changed', await publisher('publish', record, out), hugo);

	const middle = Math.floor(n / 2);
	for (const [name, edit] of Object.entries(edits)) {
		const costs: Cost[] = [];
		for (let time = 1; time <= TIMES; time++) {
			commit(record, edit(middle, time));
			costs.push(await publisher('publish', record, out));
		}
		line(`one edit: ${name}`, median(costs), hugo);
	}
}

function publisher(how: string, ...args: string[]): Promise<Cost> {
	return measured(process.execPath, ['bench/publish.ts', how, ...args], project);
}

function commit(repository: string, [file, text]: [file: string, text: string | null]): void {
	const change = text === null ? `D ${file}\n` : `M 100644 inline ${file}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
	const message = 'bench';
	const head = `commit refs/heads/main\ncommitter bench <bench@localhost> 0 +0000\ndata ${message.length}\n${message}\nfrom refs/heads/main^0\n`;
	git(repository, ['fast-import', '--quiet', '--date-format=raw'], head + change);
}

/** The pages that residents read cost more than bare ones: the sample board, built whole and with one edit. */
async function realPages(root: string): Promise<void> {
	await ensureBundle();
	const build = (how: string, out: string) => measured(process.execPath, [`scripts/${how}.ts`, '--out', join(root, out)], project);
	table('The sample board, with its real pages, checks, charts and search');
	line('`npm run build`', await build('build', 'board'), null);
	line('`npm run publish`, the first time', await build('publish', 'published'), null);
	line('`npm run publish`, nothing changed', await build('publish', 'published'), null);
}

/** Every question asked of the sample board, and of a board with as many records of every kind as thirty communities have; beside only reading them. */
async function checking(root: string): Promise<void> {
	const content = join(root, 'copies');
	const n = writeCopies(content, join(project, 'content'), 10_000);
	console.log('\n**The checks**\n\n| | CPU s | of reading | wall s | peak MB |\n|---|---|---|---|---|');
	for (const [name, folder] of [
		['the sample board', 'content'],
		[`${n.toLocaleString('en')} records`, content],
	] as const) {
		const reading = await measured(process.execPath, ['bench/read.ts', folder], project);
		line(`${name}, read`, reading, reading);
		line(
			`${name}, read and checked (\`npm run check\`)`,
			await measured(process.execPath, ['scripts/check.ts', '--content', folder], project),
			reading,
		);
	}
}

function median(costs: Cost[]): Cost {
	return [...costs].sort((a, b) => a.cpu - b.cpu)[Math.floor(costs.length / 2)]!;
}

function table(title: string): void {
	console.log(`\n**${title}**\n\n| | CPU s | of Hugo's | wall s | peak MB |\n|---|---|---|---|---|`);
}

function line(name: string, { cpu, wall, memory }: Cost, hugo: Cost | null): void {
	console.log(`| ${name} | ${cpu.toFixed(2)} | ${hugo ? (cpu / hugo.cpu).toFixed(2) : '–'} | ${wall.toFixed(2)} | ${Math.round(memory)} |`);
}
