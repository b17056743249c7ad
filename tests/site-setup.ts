/** Builds the sample board once for all tests of the site, by the command that everybody uses, and serves it as `npm start` would. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { close, listen, siteServer } from '../scripts/lib/server.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The folder of the built site. */
		SITE_DIR: string;
		/** Where it is served, without a slash at the end. */
		SITE_URL: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	// Outside the project, where no tool that watches or lints the project comes upon it.
	const folder = mkdtempSync(join(tmpdir(), 'gongkailan-site-'));
	const site = join(folder, 'site');
	const { status } = spawnSync(process.execPath, [fileURLToPath(new URL('../scripts/build.ts', import.meta.url)), '--out', site], {
		cwd: project.config.root,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	if (status !== 0) throw new Error('the sample board was not built: the reasons stand above');
	const server = siteServer({ folder: site });
	const port = await listen(server, 0, '127.0.0.1');
	project.provide('SITE_DIR', site);
	project.provide('SITE_URL', `http://127.0.0.1:${port}`);
	return async () => {
		await close(server);
		rmSync(folder, { recursive: true, force: true });
	};
}
