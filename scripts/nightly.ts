/** `npm run nightly`: the properties of texts, money, periods, votes and ledgers, tried far more often than the other tests have time for. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CouldNotRun, command } from './lib/command.ts';

const HELP = `
npm run nightly [-- OPTIONS]  tries every property of tests/ 100,000 times (\`npm test\` tries each 2,000 times)

  --runs N    so often instead
  --help      this text

A counterexample is printed with its seed. Ends with 0 fine, 1 something to mend, 2 could not run.
`;

const root = fileURLToPath(new URL('..', import.meta.url));

await command(HELP, { runs: { type: 'string' } }, ({ runs = '100000' }) => {
	if (!/^[1-9]\d{0,8}$/.test(runs)) throw new CouldNotRun(`--runs is a whole number, not ${runs}`);
	const tests = globSync('tests/**/*.test.ts', { cwd: root }).filter((file) =>
		readFileSync(join(root, file), 'utf8').includes("/properties.ts'"),
	);
	const vitest = join(root, 'node_modules/vitest/vitest.mjs');
	const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'unit', '--testTimeout', '3600000', ...tests.sort()], {
		cwd: root,
		env: { ...process.env, PROPERTY_RUNS: runs },
		stdio: 'inherit',
	});
	return status === 0 ? 0 : 1;
});
