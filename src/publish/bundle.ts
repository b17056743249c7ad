import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The folder of the project, where `build/` lies. */
export const project = fileURLToPath(new URL('../../', import.meta.url));

const RECORD = 'bundle.json';

/** What the pages are made from; records are not among it. */
const INPUTS = ['src', 'public', 'astro.config.mjs', 'package-lock.json'];

/** The render bundle: its folder, and the digest of what it does. */
export interface Bundle {
	folder: string;
	code: string;
}

/** The render bundle, built only if something it is made from differs from what the last one was made from. */
export async function ensureBundle({ log = () => {} }: { log?: (line: string) => void } = {}): Promise<Bundle> {
	const folder = join(project, 'build');
	const inputs = digestOfFiles(project, INPUTS);
	const built = recorded(folder);
	if (built?.inputs === inputs) return { folder, code: built.code };

	log('正在构建网页模板（只在模板改动后需要）……');
	rmSync(join(folder, RECORD), { force: true });
	await astroBuild(project);
	const code = digestOfFiles(folder, ['server', 'client'], withoutKey);
	writeFileSync(join(folder, RECORD), JSON.stringify({ inputs, code }));
	return { folder, code };
}

/** The digest of some files and folders, names and contents, in the order of their names. */
export function digestOfFiles(
	root: string,
	parts: string[],
	text: (bytes: Buffer, name: string) => Buffer | string = (bytes) => bytes,
): string {
	const files = parts.flatMap((part) => filesIn(join(root, part))).sort();
	return hash('sha256', files.map((file) => `${relative(root, file)} ${hash('sha256', text(readFileSync(file), file))}`).join('\n'));
}

/** Every file under a folder, or the file itself; nothing if there is none. */
export function filesIn(path: string): string[] {
	if (!existsSync(path)) return [];
	try {
		return readdirSync(path, { recursive: true, withFileTypes: true })
			.filter((found) => found.isFile())
			.map((found) => join(found.parentPath, found.name));
	} catch {
		return [path];
	}
}

/** Astro puts a new random key into each bundle; we use none of what it is for. */
const withoutKey = (bytes: Buffer, name: string) =>
	name.includes(`${sep}client${sep}`) ? bytes : bytes.toString('utf8').replace(/"key":"[^"]*"/g, '');

function recorded(folder: string): { inputs: string; code: string } | null {
	try {
		return JSON.parse(readFileSync(join(folder, RECORD), 'utf8'));
	} catch {
		return null;
	}
}

/** Builds the Astro project in a folder. Throws with what Astro says if it does not build. */
export async function astroBuild(root: string): Promise<void> {
	const astro = join(project, 'node_modules/astro/bin/astro.mjs');
	try {
		await promisify(execFile)(process.execPath, [astro, 'build', '--root', root], {
			cwd: root,
			env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
			maxBuffer: 1e8,
		});
	} catch (error) {
		const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
		throw new Error(`网页模板没有构建成功：\n${stdout}${stderr}`);
	}
}
