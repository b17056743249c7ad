import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The user to whom a file or folder belongs. */
export interface Owner {
	/** As the machine calls the user, or the number where it has no name. */
	name: string;
	/** Whether this process runs as that user. */
	isUs: boolean;
}

/** Whose a file is. On a system without users everything is ours. */
export function ownerOf(path: string): Owner {
	const { uid } = statSync(path);
	const us = process.geteuid?.() ?? uid;
	const { stdout, status } = spawnSync('id', ['-nu', String(uid)], { encoding: 'utf8' });
	return { name: status === 0 ? stdout.trim() : `#${uid}`, isUs: us === uid };
}
