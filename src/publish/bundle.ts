import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeFolder } from './disk.ts';

/** The folder of the project, where `build/` lies. */
export const project = fileURLToPath(new URL('../../', import.meta.url));

const BUNDLES = join(project, 'build');
const RECORD = 'bundle.json';
/** Bundles of before stay so long, for a process that still renders with them. */
const KEPT = 3;

/** What the pages are made from; records are not among it. */
const INPUTS = ['src', 'public', 'astro.config.mjs', 'package-lock.json'];

/** The render bundle: its folder, and the digest of what it does. */
export interface Bundle {
	folder: string;
	code: string;
}

/**
 * The render bundle, built only if something it is made from was never seen before. It has a folder of its own by the digest of that, which
 * appears whole and never changes: a process that renders with it is not disturbed by another that builds a newer one.
 */
export function ensureBundle({ log = () => {} }: { log?: (line: string) => void } = {}): Promise<Bundle> {
	// Publishing and the desk may want it at the same time.
	building ??= ensured(log).finally(() => {
		building = null;
	});
	return building;
}

let building: Promise<Bundle> | null = null;

async function ensured(log: (line: string) => void): Promise<Bundle> {
	const inputs = digestOfFiles(project, INPUTS).slice(0, 16);
	const folder = join(BUNDLES, inputs);
	const built = codeOf(folder);
	if (built) return { folder, code: built };

	log('正在构建网页模板（只在模板改动后需要）……');
	const making = `${folder}.${process.pid}`;
	// What the disk refuses is said before anything is built.
	makeFolder(making);
	try {
		await astroBuild(project, making);
		const plain = (bytes: Buffer, file: string) => (file.includes(`${sep}server${sep}`) ? withoutChance(bytes, making) : bytes);
		writeFileSync(join(making, RECORD), JSON.stringify({ code: digestOfFiles(making, ['server', 'client'], plain) }));
	} catch (error) {
		rmSync(making, { recursive: true, force: true });
		throw error;
	}
	putInPlace(making, folder);
	forgetOld();
	return { folder, code: codeOf(folder)! };
}

/** Astro puts a new random key into each bundle, which we never use, and the folder it was made in. */
const withoutChance = (bytes: Buffer, folder: string) =>
	bytes
		.toString('utf8')
		.replace(/"key":"[^"]*"/g, '')
		.replaceAll(folder, '');

/** Another process may have built the same at the same time; then that one counts. */
function putInPlace(making: string, folder: string): void {
	try {
		if (!codeOf(folder)) rmSync(folder, { recursive: true, force: true });
		renameSync(making, folder);
	} catch {
		rmSync(making, { recursive: true, force: true });
	}
}

function forgetOld(): void {
	const made = (name: string) => statSync(join(BUNDLES, name)).mtimeMs;
	const old = readdirSync(BUNDLES).sort((a, b) => made(b) - made(a));
	for (const name of old.slice(KEPT)) rmSync(join(BUNDLES, name), { recursive: true, force: true });
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

/** The digest of what a bundle does; null if there is none, or only part of one. */
function codeOf(folder: string): string | null {
	try {
		return JSON.parse(readFileSync(join(folder, RECORD), 'utf8')).code;
	} catch {
		return null;
	}
}

/** Builds the Astro project at `root` into a folder. Throws with what Astro says if it does not build. */
export async function astroBuild(root: string, folder: string): Promise<void> {
	const astro = join(project, 'node_modules/astro/bin/astro.mjs');
	const running = promisify(execFile)(process.execPath, [astro, 'build', '--root', root, '--outDir', folder], {
		cwd: root,
		env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
		maxBuffer: 1e8,
	});
	// Nobody waits for what it builds when we are gone.
	const end = () => running.child.kill();
	process.once('exit', end);
	try {
		await running;
	} catch (error) {
		rmSync(folder, { recursive: true, force: true });
		const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
		throw new Error(`网页模板没有构建成功：\n${stdout}${stderr}`);
	} finally {
		process.off('exit', end);
	}
}
