import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isProgram, type Machine, programNamed, thisMachine } from './bringing.ts';
import { CouldNotRun } from './command.ts';
import { unpackBrotli, unpackTar } from './unpack.ts';

/** Where the browser is. `path` starts it with everything it needs. */
export interface Browser {
	path: string;
	/** For the reader of the log: where it comes from. */
	from: string;
}

/** Chromium flags for a browser that only ever meets this machine. */
export const flags: readonly string[] = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const fromDebian = ['chromium', 'fonts-noto-cjk'];
const fromNpm = { browser: '@sparticuz/chromium@153.0.0', font: '@expo-google-fonts/noto-sans-sc@0.4.3' };

const byHand = `As root on Debian or Ubuntu:
  apt-get update && apt-get install -y ${fromDebian.join(' ')}
or name a Chromium of your own: CHROME_PATH=/path/to/chromium npm test`;

/** A browser that is already here, or null. Throws `CouldNotRun` when CHROME_PATH names none. */
export function foundChromium(machine: Machine = thisMachine('chromium')): Browser | null {
	const { CHROME_PATH: named } = machine.env;
	if (named) {
		if (!isProgram(named)) throw new CouldNotRun(`CHROME_PATH is ${named}, where there is no program that can be run.\n${byHand}`);
		return { path: named, from: 'CHROME_PATH' };
	}
	const path = programNamed(names, machine);
	if (path) return { path, from: 'the system' };
	const kept = launcher(machine);
	return isProgram(kept) ? { path: kept, from: 'the npm package, kept from last time' } : null;
}

/**
 * A browser, brought if need be: from Debian's packages, which also bring a Chinese font, else from an npm package.
 * Throws `CouldNotRun` with the one command that helps when there is none and none can be had.
 */
export function bringChromium(install: boolean, machine: Machine = thisMachine('chromium')): Browser {
	const found = foundChromium(machine);
	// The browser of the npm package brings its own font.
	if (found && (found.path === launcher(machine) || hasChineseFont(machine))) return found;

	const missing = found ? ['fonts-noto-cjk'] : hasChineseFont(machine) ? ['chromium'] : fromDebian;
	const what = found ? 'Chinese font' : 'Chromium';
	if (!install) {
		if (found) return warned(found, machine);
		throw new CouldNotRun(`There is no ${what} on this machine, and --no-install forbids bringing one.\n${byHand}`);
	}
	if (fromApt(missing, what, machine)) {
		const now = foundChromium(machine);
		if (now) return now;
	}
	if (found) return warned(found, machine);
	const packed = fromPackage(machine);
	if (packed) return packed;
	throw new CouldNotRun(`There is no Chromium on this machine, and none could be brought.\n${byHand}`);
}

function warned(found: Browser, { say }: Machine): Browser {
	say('No Chinese font here: pictures and printed pages will show boxes. As root: apt-get install -y fonts-noto-cjk');
	return found;
}

/** Null where fontconfig is absent too: then nobody knows, and the packages are asked for. */
const hasChineseFont = ({ ask }: Machine): boolean => Boolean(ask('fc-list', [':lang=zh', 'family'])?.trim());

function fromApt(packages: string[], what: string, { isRoot, run, ask, say }: Machine): boolean {
	if (!isRoot || ask('apt-get', ['--version']) === null) return false;
	say(`No ${what} here: installing ${packages.join(' and ')} with apt-get (--no-install forbids it).`);
	const quiet = ['-qq', '-o', 'Acquire::Retries=2', '-o', 'Dpkg::Use-Pty=0'];
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	// An update may fail for one source out of several, and the package still be had from another.
	run('apt-get', [...quiet, 'update'], env);
	return run('apt-get', [...quiet, 'install', '-y', '--no-install-recommends', ...packages], env);
}

const launcher = ({ cache }: Machine): string => join(cache, 'chromium.sh');

/** Unpacks the Chromium that @sparticuz/chromium carries for serverless machines, with the libraries and a Chinese font beside it. */
function fromPackage(machine: Machine): Browser | null {
	const { cache, run, say } = machine;
	if (machine.kind !== 'linux-x64') return null;
	say(`No apt-get to ask: bringing ${fromNpm.browser} and ${fromNpm.font} from npm (about 170 MB, kept in node_modules/.cache).`);
	const fetched = `${cache}.fetched`;
	rmSync(cache, { recursive: true, force: true });
	rmSync(fetched, { recursive: true, force: true });
	mkdirSync(cache, { recursive: true });
	mkdirSync(fetched, { recursive: true });
	if (!run('npm', ['install', '--no-save', '--no-package-lock', '--loglevel=error', '--prefix', fetched, fromNpm.browser, fromNpm.font]))
		return null;

	const carried = join(fetched, 'node_modules', '@sparticuz', 'chromium', 'bin');
	const program = join(cache, 'chromium');
	writeFileSync(program, unpackBrotli(readFileSync(join(carried, 'chromium.br'))), { mode: 0o755 });
	unpackTar(unpackBrotli(readFileSync(join(carried, 'al2023.tar.br'))), join(cache, 'libraries'));
	const font = join(fetched, 'node_modules', '@expo-google-fonts', 'noto-sans-sc');
	mkdirSync(join(cache, 'fonts'));
	for (const weight of ['400Regular', '700Bold'])
		renameSync(join(font, weight, `NotoSansSC_${weight}.ttf`), join(cache, 'fonts', `${weight}.ttf`));
	writeFileSync(join(cache, 'fonts.conf'), fontsConf(cache));
	const pending = join(cache, 'chromium.sh.new');
	writeFileSync(pending, startScript(cache), { mode: 0o755 });
	rmSync(fetched, { recursive: true, force: true });
	// Last, so that a launcher means a browser that is all there.
	renameSync(pending, launcher(machine));
	if (machine.ask(launcher(machine), ['--version']) === null) {
		rmSync(launcher(machine));
		say(`The Chromium of ${fromNpm.browser} does not start on this machine.`);
		return null;
	}
	return { path: launcher(machine), from: `the npm package ${fromNpm.browser}` };
}

/** Only where the system has no font configuration worth having is this browser used, so its fonts stand beside the system's. */
const fontsConf = (cache: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>/usr/share/fonts</dir>
	<dir>${cache}/fonts</dir>
	<cachedir>${cache}/fonts-cache</cachedir>
</fontconfig>
`;

const startScript = (cache: string) => `#!/bin/sh
export LD_LIBRARY_PATH='${cache}/libraries/lib'
export FONTCONFIG_FILE='${cache}/fonts.conf'
exec '${cache}/chromium' "$@"
`;
