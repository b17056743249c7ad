import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** Decap's own check of a configuration, in a process of its own: it is written for a bundler and looks for a window. */
export async function decapValidator(): Promise<{ errorsIn(config: unknown): string; end(): void }> {
	const folder = mkdtempSync(join(tmpdir(), 'decap-validator-'));
	const from = (path: string) => JSON.stringify(join(process.cwd(), 'node_modules', path));
	writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
	writeFileSync(join(folder, 'window.js'), WINDOW);
	writeFileSync(
		join(folder, 'main.js'),
		`import './window.js';
		import { readFileSync } from 'node:fs';
		import { validateConfig } from ${from('decap-cms-core/dist/esm/constants/configSchema.js')};
		import { registerWidget } from ${from('decap-cms-core/dist/esm/lib/registry.js')};
		${STOCK.map((name) => `import ${name} from ${from(`decap-cms-widget-${name}/dist/esm/schema.js`)};`).join('\n')}
		for (const [name, schema] of Object.entries({ ${[...STOCK, ...OTHERS.map((name) => `${name}: {}`)].join(', ')} }))
			registerWidget(name, () => null, undefined, schema);
		console.error = console.log = () => {};
		try { validateConfig(JSON.parse(readFileSync(0, 'utf8'))); } catch (error) { process.stdout.write(error.message); }
		process.exit(0);`,
	);
	await build({
		root: folder,
		configFile: false,
		logLevel: 'error',
		resolve: { mainFields: ['module', 'main'] },
		ssr: { noExternal: true, target: 'node' },
		build: { ssr: join(folder, 'main.js'), outDir: 'out', minify: false },
	});
	return {
		errorsIn: (config) =>
			execFileSync(process.execPath, [join(folder, 'out/main.js')], {
				input: JSON.stringify(config),
				encoding: 'utf8',
				stdio: ['pipe', 'pipe', 'ignore'],
			}),
		end: () => rmSync(folder, { recursive: true, force: true }),
	};
}

/** As much of a window as the modules want to see while they load. */
const WINDOW = `
	const location = { href: 'http://localhost/#/', hash: '#/', replace() {} };
	const document = { createElement: () => ({ style: {}, setAttribute() {} }), querySelector: () => null, addEventListener() {} };
	Object.assign(globalThis, { window: globalThis, location, document, history: {}, addEventListener() {} });
`;

/** Widgets that say what their fields may hold, and those that do not. */
const STOCK = ['list', 'object', 'select', 'number', 'file'];
const OTHERS = ['body', 'ref', 'lines', 'day', 'time', 'money', 'area', 'group', 'hidden', 'boolean', 'string', 'text'];
