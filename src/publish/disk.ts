import fs from 'node:fs';
import { dirname, join } from 'node:path';

/** What a published site asks of its disk besides reading and writing. A test has its own, which refuses. */
export type Disk = Pick<typeof fs, 'linkSync' | 'symlinkSync'>;

/** A disk on which no site can be published: it has no symbolic links. Said before anything is done. */
export class UnfitDisk extends Error {
	constructor(folder: string) {
		super(
			`“${folder}”所在的磁盘不能建符号链接（exFAT、FAT 和一些网络磁盘不能），网站放不上去：公开栏靠移动一个链接，一步换上新的一版。请把它换到别的磁盘（例如 ext4、XFS、APFS）。`,
		);
		this.name = 'UnfitDisk';
	}
}

/** Makes a folder and those above it. Throws what the system says: of a read-only disk Node says only that there is no such folder. */
export function makeFolder(folder: string): void {
	try {
		fs.mkdirSync(folder, { recursive: true });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		if (!fs.existsSync(dirname(folder))) makeFolder(dirname(folder));
		fs.mkdirSync(folder);
	}
}

/** How systems say that they do not link: the disk cannot, or not from there to here, or no more to this file, or not for this user. */
const REFUSED = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK', 'EINVAL'];
const isRefused = (error: unknown): boolean => REFUSED.includes((error as NodeJS.ErrnoException).code ?? '');

/** Makes sure that there can be symbolic links in a folder, which is made if it is not there. Throws `UnfitDisk`, or what the system says. */
export function expectSymlinks(folder: string, disk: Disk = fs): void {
	makeFolder(folder);
	const link = join(folder, `link.${process.pid}`);
	try {
		disk.symlinkSync(folder, link);
	} catch (error) {
		throw isRefused(error) ? new UnfitDisk(folder) : error;
	}
	fs.rmSync(link);
}

/** The same file or link under another name: a hard link, or where that is refused a copy of the same age, so that a browser that has it keeps it. */
export function sameFile(from: string, to: string, disk: Disk = fs): void {
	try {
		disk.linkSync(from, to);
	} catch (error) {
		if (!isRefused(error)) throw error;
		copied(from, to, disk);
	}
}

function copied(from: string, to: string, disk: Disk): void {
	const found = fs.lstatSync(from);
	if (found.isSymbolicLink()) {
		disk.symlinkSync(fs.readlinkSync(from), to);
		return;
	}
	fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL);
	fs.utimesSync(to, found.atime, found.mtime);
}

/** So little is left, in bytes, that nothing of use can be written. */
const NO_ROOM = 65_536;

/** What the system says where there is no room on the disk on which a folder lies; null where there is. */
export function fullDisk(folder: string, cause?: unknown): Error | null {
	const { bavail, bsize } = fs.statfsSync(folder);
	if (bavail * bsize > NO_ROOM) return null;
	return Object.assign(new Error(`ENOSPC: no space left on device, ${folder}`, { cause }), { code: 'ENOSPC', path: folder });
}

/** An error, or that the disk is full where that is why: a database that finds no room for its own files says only that it cannot read or write. */
export const causeOn = (folder: string, error: unknown): unknown =>
	((error as NodeJS.ErrnoException).code === 'ERR_SQLITE_ERROR' && fullDisk(folder, error)) || error;
