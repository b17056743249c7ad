/** Disks that a test makes: one of memory that a process of its own sees, so that it is gone with it, and how to fill it. */
import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What came of a program on such a disk. */
export interface Ran {
	status: number | null;
	out: string;
	error: string;
}

/** Whether this machine lets us mount: root may, and others where they may be root of a namespace of their own. */
export const mayMount = (): boolean => ranOn('/mnt', 'true', []).status === 0;

/**
 * Runs a shell script in a mount namespace of its own, with `folder` on a disk of memory of so many kilobytes. `$1` and what follows are the
 * arguments. The disk and all it holds end with the script.
 */
export function ranOn(folder: string, script: string, args: readonly string[], kilobytes = 16_384): Ran {
	const mounting = `mount -t tmpfs -o size=${kilobytes}k none "$0" && cd "$0" && ${script}`;
	const namespace = process.getuid?.() === 0 ? '-m' : '-Urm';
	const { status, stdout, stderr } = spawnSync('unshare', [namespace, 'sh', '-c', mounting, folder, ...args], { encoding: 'utf8' });
	return { status, out: stdout ?? '', error: stderr ?? '' };
}

const FILLER = 'filler';

/** Leaves so many kilobytes of the disk on which a folder lies. Only for a disk of one's own. */
export function fill(folder: string, left: number): void {
	const { bavail, bsize } = statfsSync(folder);
	writeFileSync(join(folder, FILLER), Buffer.alloc(Math.max(0, bavail * bsize - left * 1024)));
}

/** Makes room again. */
export const makeRoom = (folder: string): void => rmSync(join(folder, FILLER), { force: true });
