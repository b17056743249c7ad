/** `npm test`: everything that must hold. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bringChromium } from './lib/chromium.ts';
import { CouldNotRun, command } from './lib/command.ts';
import { bringNginx } from './lib/nginx.ts';
import { type Count, countTests } from './lib/test-count.ts';

const HELP = `
npm test [-- OPTIONS]        everything that must hold, from types to the site in a real browser

  --only unit     the code alone: no site is built, neither a browser nor nginx is needed
  --only site     the whole built site, the site in a browser, and the site behind nginx
  --no-install    never bring a browser, a font or nginx; without a browser or nginx, end with 2
  --help          this text

The last line counts: the type check and the lint are one each, every test is one.
CHROME_PATH names the browser to use, NGINX_PATH the nginx. Ends with 0 fine, 1 something to mend, 2 could not run.
`;

const root = fileURLToPath(new URL('..', import.meta.url));

await command(HELP, { only: { type: 'string' }, 'no-install': { type: 'boolean' } }, async ({ only, 'no-install': noInstall }) => {
	if (only !== undefined && only !== 'unit' && only !== 'site') throw new CouldNotRun(`--only is unit or site, not ${only}`);
	const env: NodeJS.ProcessEnv = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}` };
	if (only !== 'unit') {
		const { path, from } = bringChromium(!noInstall);
		console.log(`Browser: ${path} (${from})`);
		env.CHROME_PATH = path;
		const nginx = bringNginx(!noInstall);
		console.log(`nginx: ${nginx.path} (${nginx.from})`);
	}

	const types = await step('types', 'astro', ['check', '--minimumSeverity', 'error'], env);
	const lint = await step('lint', 'biome', ['ci', '.'], env);
	const tests = await runTests(only, env);

	const passed = tests.passed + [types, lint].filter(Boolean).length;
	const failed = tests.failed + [types, lint].filter((fine) => !fine).length;
	console.log(`\n${passed} passed, ${failed} failed${tests.skipped ? `, ${tests.skipped} skipped` : ''}`);
	return failed === 0 ? 0 : 1;
});

async function runTests(only: string | undefined, env: NodeJS.ProcessEnv): Promise<Count> {
	const folder = mkdtempSync(join(tmpdir(), 'gongkailan-test-'));
	const report = join(folder, 'report.json');
	const which = only ? ['--project', only] : [];
	try {
		const fine = await step(
			'tests',
			'vitest',
			['run', ...which, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
			env,
		);
		return countTests(reportIn(report), fine);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Runs one step, its output shown as it comes. Answers whether it ended well. */
async function step(name: string, program: string, args: string[], env: NodeJS.ProcessEnv): Promise<boolean> {
	console.log(`\n── ${name}: ${[program, ...args.filter((arg) => !arg.includes('report'))].join(' ')}`);
	const start = performance.now();
	const code = await new Promise<number | null>((resolve, reject) => {
		spawn(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
			.once('error', (error) => reject(new CouldNotRun(`${program} does not start: ${error.message}. First: npm ci`)))
			.once('close', resolve);
	});
	console.log(`── ${name}: ${code === 0 ? 'fine' : 'something to mend'}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
	return code === 0;
}

function reportIn(path: string): unknown {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch {
		return null;
	}
}
