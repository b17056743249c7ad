import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { Board } from './board.ts';
import { CouldNotRun } from './command.ts';
import { askGit } from './git.ts';

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

/** Somebody on this machine, by numbers. */
export interface User {
	id: number;
	groups: readonly number[];
}

/** Who we are; null where the system has no users. */
export const whoWeAre = (): User | null =>
	process.geteuid && process.getegid && process.getgroups
		? { id: process.geteuid(), groups: [process.getegid(), ...process.getgroups()] }
		: null;

/** The owner of a repository, unless that is us, or the repository is shared with a group of ours. Nothing is written for that. */
export function foreignOwner(repository: string, user: User | null = whoWeAre()): string | null {
	const { uid, gid } = statSync(repository);
	if (!user || user.id === uid) return null;
	const isShared = /^(?:group|true|yes|on|1|all|world|everybody|2|0?[0-7]?[0-7][67][0-7])$/i.test(
		askGit(repository, ['config', '--get', 'core.sharedRepository']) ?? '',
	);
	return isShared && user.groups.includes(gid) ? null : ownerOf(repository).name;
}

/** Why somebody may not push into a board of another, and how it goes. */
export const notYours = (owner: string): string =>
	[
		`没有收下：这份记录归用户“${owner}”所有，您是“${ourName()}”。别的用户写进去的文件，编辑台就改不动了，谁也保存不了。`,
		`请用“${owner}”推送：sudo -u ${owner} git push origin HEAD:main，或者用“${owner}”的账号 ssh 上来推送。`,
	].join('\n');

/** Throws `CouldNotRun` where a board that is there belongs to another: what we write in it, that user could not change. */
export function expectOurs({ folder, record }: Board): void {
	const owner = existsSync(record) ? foreignOwner(record) : null;
	if (owner)
		throw new CouldNotRun(
			`公开栏的文件夹 ${folder} 归用户“${owner}”所有，您是“${ourName()}”：别的用户写进去的文件，它就改不动了。请用“${owner}”启动：sudo -H -u ${owner} npm start；要改归您所有：chown -R。`,
		);
}

/** The name of whoever runs us; in a container a number need not have one. */
export function ourName(): string {
	try {
		return userInfo().username;
	} catch {
		return `#${process.geteuid?.() ?? ''}`;
	}
}
