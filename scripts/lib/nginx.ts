import { existsSync, globSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isProgram, type Machine, programNamed, thisMachine } from './bringing.ts';
import { CouldNotRun } from './command.ts';

/** Where nginx is, for a test that runs it. */
export interface Nginx {
	/** Starts it. */
	path: string;
	/** The settings it came with, nginx.conf among them. */
	settings: string;
	/** Starts openssl, for a certificate of one's own. */
	openssl: string;
	/** For the reader of the log: where it comes from. */
	from: string;
}

const byHand = `As root on Debian or Ubuntu:
  apt-get update && apt-get install -y nginx openssl
or name an nginx of your own: NGINX_PATH=/path/to/nginx npm test`;

/** An nginx that is already here, or null. Throws `CouldNotRun` when NGINX_PATH names none. */
export function foundNginx(machine: Machine = thisMachine('nginx')): Nginx | null {
	const { NGINX_PATH: named } = machine.env;
	if (named && !isProgram(named)) throw new CouldNotRun(`NGINX_PATH is ${named}, where there is no program that can be run.\n${byHand}`);
	const path = named ?? programNamed(['nginx'], machine);
	const openssl = programNamed(['openssl'], machine) ?? kept(machine, 'openssl');
	if (path && isProgram(openssl)) {
		// It says so on its second channel.
		const said = machine.ask('sh', ['-c', '"$0" -V 2>&1', path]) ?? '';
		const settings = /--conf-path=(\S+)\/nginx\.conf/.exec(said)?.[1] ?? '/etc/nginx';
		return { path, settings, openssl, from: named ? 'NGINX_PATH' : 'the system' };
	}
	const unpacked = kept(machine, 'nginx');
	if (!isProgram(unpacked) || !isProgram(openssl)) return null;
	return { path: unpacked, settings: join(machine.cache, 'etc/nginx'), openssl, from: "Debian's package, unpacked" };
}

/**
 * nginx, brought if need be: Debian's package, unpacked and not installed, so that no root is needed and no service is started.
 * Throws `CouldNotRun` with the one command that helps when there is none and none can be had.
 */
export function bringNginx(install: boolean, machine: Machine = thisMachine('nginx')): Nginx {
	const found = foundNginx(machine);
	if (found) return found;
	if (!install) throw new CouldNotRun(`There is no nginx on this machine, and --no-install forbids bringing one.\n${byHand}`);
	const brought = unpacked(machine) && foundNginx(machine);
	if (!brought) throw new CouldNotRun(`There is no nginx on this machine, and none could be brought.\n${byHand}`);
	return brought;
}

/** What starts a program of the unpacked packages. */
const kept = ({ cache }: Machine, name: string): string => join(cache, `${name}.sh`);

/** What the two programs lean on; the C library is everywhere. */
const OURS = /^(?:nginx(?:-core|-common)?|openssl|lib(?:ssl|pcre|crypt)\S*|zlib1g)$/;

function unpacked(machine: Machine): boolean {
	const { cache, run, ask, say } = machine;
	if (ask('apt-get', ['--version']) === null) return false;
	say("No nginx here: unpacking Debian's package into node_modules/.cache/nginx (--no-install forbids it).");
	const making = `${cache}.new`;
	rmSync(making, { recursive: true, force: true });
	for (const folder of ['lists/partial', 'apt/archives/partial', 'root']) mkdirSync(join(making, folder), { recursive: true });
	// Lists of its own, since those of the system may be empty and only root may fill them.
	const own = ['-o', `Dir::State::Lists=${join(making, 'lists')}`, '-o', `Dir::Cache=${join(making, 'apt')}`];
	const quiet = [...own, '-qq', '-o', 'Acquire::Retries=2', '-o', 'APT::Sandbox::User='];
	// An update may fail for one source out of several, and the package still be had from another.
	run('apt-get', [...quiet, 'update']);
	const leansOn = ask('apt-cache', [...own, 'depends', 'nginx', 'openssl']) ?? '';
	const named = [...leansOn.matchAll(/^[ |]+Depends: (\S+)$/gm)].map(([, name]) => name!);
	const packages = [...new Set(['nginx', 'openssl', ...named])].filter((name) => OURS.test(name));
	if (!run('sh', ['-c', 'cd "$0" && exec apt-get "$@"', making, ...quiet, 'download', ...packages])) return false;
	const fine = globSync('*.deb', { cwd: making }).every((file) => run('dpkg-deb', ['-x', join(making, file), join(making, 'root')]));
	if (!fine) return false;
	for (const name of ['nginx', 'openssl']) {
		const program = ['usr/sbin', 'usr/bin'].map((folder) => join(folder, name)).find((path) => existsSync(join(making, 'root', path)));
		if (program) writeFileSync(join(making, 'root', `${name}.sh`), startScript(cache, program), { mode: 0o755 });
	}
	rmSync(cache, { recursive: true, force: true });
	renameSync(join(making, 'root'), cache);
	rmSync(making, { recursive: true, force: true });
	return true;
}

const startScript = (cache: string, program: string) => `#!/bin/sh
export LD_LIBRARY_PATH="$(echo '${cache}'/usr/lib/*-linux-*)"
exec '${cache}/${program}' "$@"
`;
