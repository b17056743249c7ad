import fs from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from './disk.ts';
import { type Files, fileOf } from './renderer.ts';

/** Lies in a folder that `npm run build` made, so that the next build may replace it and nothing else. */
const MARK = '.gongkailan';

/** A plain folder that is about to become the site. */
export interface Folder extends Files {
	/** Where scratch files of this build can lie; gone when it ends. */
	scratch: string;
	/** Puts the finished site in the place of the old one. */
	finish(): void;
	/** Leaves the old site as it is. */
	abandon(): void;
}

/** The folder is not empty and not ours: nothing in it is touched. */
export class NotOurs extends Error {
	constructor(out: string) {
		super(`${out} 里已有别的文件，不能拿它放网站。请换一个空文件夹（--out DIR），或先把它清空。`);
		this.name = 'NotOurs';
	}
}

/** Builds the site beside `out` and puts it there at the end; a build that fails or dies leaves the old folder. Throws `NotOurs`. */
export function openFolder(out: string): Folder {
	const target = resolve(out);
	const fresh = `${target}.new`;
	const old = `${target}.old`;
	if (!fs.existsSync(target) && fs.existsSync(old)) fs.renameSync(old, target);
	if (fs.existsSync(target) && !isOurs(target)) throw new NotOurs(out);
	for (const each of [fresh, old]) fs.rmSync(each, { recursive: true, force: true });
	const site = join(fresh, 'site');
	makeFolder(site);
	fs.writeFileSync(join(site, MARK), 'npm run build 生成的网站；下次构建会整个换掉。\n');

	return {
		scratch: fresh,
		put(url, body) {
			const file = join(site, ...fileOf(url));
			fs.mkdirSync(dirname(file), { recursive: true });
			fs.writeFileSync(file, body);
		},
		remove: (url) => fs.rmSync(join(site, ...fileOf(url))),
		finish() {
			if (fs.existsSync(target)) fs.renameSync(target, old);
			fs.renameSync(site, target);
			for (const each of [fresh, old]) fs.rmSync(each, { recursive: true, force: true });
		},
		abandon: () => fs.rmSync(fresh, { recursive: true, force: true }),
	};
}

const isOurs = (folder: string) =>
	fs.statSync(folder).isDirectory() && (fs.existsSync(join(folder, MARK)) || fs.readdirSync(folder).length === 0);
