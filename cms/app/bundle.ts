import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { digestOfFiles, project } from '../../src/publish/bundle.ts';
import { makeFolder } from '../../src/publish/disk.ts';
import { patched } from './patches.ts';

/** What the desk is made from; the board's pages and records are not among it. */
const INPUTS = [
	'cms/app',
	'cms/protocol.ts',
	'cms/server/checking.ts',
	'cms/server/refusal.ts',
	'cms/server/spoken.ts',
	'package-lock.json',
];
const SHARED = ['basics', 'text', 'law', 'schema', 'domain', 'privacy', 'checks', 'derive'].map((folder) => `src/${folder}`);

/** The desk's browser side, built only if something it is made from differs: `index.html`, `login.html` and files with hashed names, served below `/admin/`. */
export async function ensureDesk({
	log = () => {},
	folder = join(project, 'build/desk'),
}: {
	log?: (line: string) => void;
	folder?: string;
} = {}): Promise<string> {
	const record = join(folder, '.desk.json');
	const inputs = digestOfFiles(project, [...INPUTS, ...SHARED]);
	if (recorded(record) === inputs) return folder;
	log('正在构建编辑台（只在程序改动后需要）……');
	// What the disk refuses is said before anything is built.
	makeFolder(folder);
	rmSync(record, { force: true });
	await buildDesk(folder);
	writeFileSync(record, JSON.stringify({ inputs }));
	return folder;
}

/** Builds the desk. `checksConfig`: with Decap's own validator in it, which needs eval; for looking, never for serving. */
export async function buildDesk(folder: string, { checksConfig = false } = {}): Promise<void> {
	const root = join(project, 'cms/app');
	await build({
		root,
		base: '/admin/',
		configFile: false,
		logLevel: 'error',
		mode: 'production',
		define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
		resolve: { dedupe: ['react', 'react-dom', 'immutable', '@emotion/react', '@emotion/styled'] },
		// Whatever NODE_ENV says: a test that starts a board builds the same desk.
		oxc: { jsx: { runtime: 'automatic', development: false } },
		plugins: [patched({ checksConfig })],
		build: {
			outDir: folder,
			emptyOutDir: true,
			target: 'es2022',
			modulePreload: { polyfill: false },
			assetsInlineLimit: 0,
			reportCompressedSize: false,
			chunkSizeWarningLimit: 10_000,
			rollupOptions: { input: { index: join(root, 'index.html'), login: join(root, 'login.html') } },
		},
	});
}

function recorded(file: string): string | null {
	try {
		return (JSON.parse(readFileSync(file, 'utf8')) as { inputs: string }).inputs;
	} catch {
		return null;
	}
}
