/** What disks refuse: links, room, writing. Where the machine lets us, by a disk that really refuses. */
import { spawnSync } from 'node:child_process';
import fs, {
	linkSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { whatWentWrong } from '../../scripts/lib/machine.ts';
import { project } from '../../src/publish/bundle.ts';
import { type Disk, expectSymlinks, sameFile, UnfitDisk } from '../../src/publish/disk.ts';
import { buildSite, publishSite } from '../../src/publish/index.ts';
import { mayMount, ranOn } from '../space.ts';
import type { OnFullDisk } from './fixture/full-disk.ts';
import { orderOf } from './fixture/publisher.ts';
import { siteAt } from './fixture/site.ts';

let root: string;
let out: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'gongkailan-disk-'));
	out = join(root, 'out');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const refusing = (code: string) => () => {
	throw Object.assign(new Error(`${code}: refused`), { code });
};
/** A disk without hard links, as exFAT, CIFS or another disk answers. */
const without = (code: string): Disk => ({ ...fs, linkSync: refusing(code) });
const shown = () => siteAt(join(out, 'current'));
async function built(n: number): Promise<ReturnType<typeof siteAt>> {
	const plain = join(root, `plain-${n}`);
	await buildSite(orderOf(plain, n));
	return siteAt(plain);
}

const program = (name: string) => `"${process.execPath}" "${join(import.meta.dirname, `fixture/${name}.ts`)}"`;
/** Says aloud that a disk cannot be made here, and what is tried instead. */
const instead = (what: string) => console.warn(`NOT TRIED: this machine does not let us mount. Instead: ${what}.`);

describe('R7: a disk that refuses hard links', () => {
	test.each(['EPERM', 'ENOTSUP', 'EXDEV', 'EMLINK'])('with %s has copies instead, of the same age, and the same site', async (code) => {
		for (const n of [0, 1, 2]) {
			await publishSite({ ...orderOf(out, n), disk: without(code) });
			expect(shown()).toEqual(await built(n));
		}
		const old = new Date('2020-01-01T00:00:00Z');
		writeFileSync(join(root, 'a'), 'text', { mode: 0o640 });
		fs.utimesSync(join(root, 'a'), old, old);
		sameFile(join(root, 'a'), join(root, 'b'), without(code));
		expect(statSync(join(root, 'b')).mtime).toEqual(old);
		expect([statSync(join(root, 'b')).mode & 0o777, statSync(join(root, 'b')).nlink]).toEqual([0o640, 1]);
		symlinkSync('nowhere', join(root, 'c'));
		sameFile(join(root, 'c'), join(root, 'd'), without(code));
		expect(lstatSync(join(root, 'd')).isSymbolicLink()).toBe(true);
	});

	test('for any other reason stops the publication, and the site stays', async () => {
		await publishSite(orderOf(out, 1));
		const before = shown();
		await expect(publishSite({ ...orderOf(out, 2), disk: without('EIO') })).rejects.toThrow('EIO');
		expect(shown()).toEqual(before);
		expect(readdirSync(join(out, 'd'))).toEqual(['1']);
	});

	test('between releases that lie on two mounts, really', async () => {
		if (!mayMount()) return instead('the refusals above, which a function makes');
		const publisher = program('publisher');
		const copies = join(root, 'copies');
		const disk = join(root, 'disk');
		mkdirSync(disk);
		const script = `${publisher} "$PWD/out" 1 && mount --bind out/d/1 out/d/1 && ${publisher} "$PWD/out" 2 && cp -rL out/current "$1"`;
		const { status, error } = ranOn(disk, script, [copies]);
		expect(status, error).toBe(0);
		expect(siteAt(copies)).toEqual(await built(2));
	});

	test('to one file more often than the disk allows, really', () => {
		const file = join(root, 'many');
		writeFileSync(file, 'text');
		// ext4 and its elders allow 65,000; where there is no such limit there is nothing to refuse.
		mkdirSync(join(root, 'links'));
		let last: unknown = null;
		for (let i = 0; i < 65_100 && last === null; i++)
			try {
				linkSync(file, join(root, 'links', String(i)));
			} catch (error) {
				last = error;
			}
		if (last) expect((last as NodeJS.ErrnoException).code).toBe('EMLINK');
		else console.warn('NOT TRIED: this disk sets no limit to the links of a file; EMLINK was only said by the test above.');
		sameFile(file, join(root, 'one-more'));
		expect([readFileSync(join(root, 'one-more'), 'utf8'), statSync(join(root, 'one-more')).nlink === 1]).toEqual(['text', last !== null]);
	});
});

describe('R7: a disk without symbolic links', () => {
	test.each(['EPERM', 'ENOTSUP', 'ENOSYS'])('which says %s is refused in one line before anything is done', async (code) => {
		const disk = { ...fs, symlinkSync: refusing(code) };
		const renderer = { code: 'none', render: () => Promise.reject(new Error('work was done')) };
		const refused = publishSite({ ...orderOf(out, 1), renderer, disk });
		await expect(refused).rejects.toThrow(UnfitDisk);
		await expect(refused).rejects.toThrow(/^“[^\n]*”所在的磁盘不能建符号链接[^\n]*请把它换到别的磁盘[^\n]*$/);
		expect(whatWentWrong(await refused.catch((error: unknown) => error))).toMatch(/^“[^\n]*磁盘[^\n]*$/);
		expect(readdirSync(out)).toEqual([]);
	});

	test('is none that only refuses us: what the system says is passed on', () => {
		expect(() => expectSymlinks(out, { ...fs, symlinkSync: refusing('EACCES') })).toThrow('EACCES');
		expect(() => expectSymlinks(out)).not.toThrow();
		expect(readdirSync(out)).toEqual([]);
	});
});

describe('R7: a disk without room', () => {
	test('leaves the site as it was and nothing half made, says so in one line, and with room the next try publishes', () => {
		if (!mayMount()) return instead('a limit to the size of files, in the test below');
		mkdirSync(out);
		const { status, out: printed, error } = ranOn(out, `${program('full-disk')} "$PWD/site"`, []);
		expect(status, error).toBe(0);
		const outcomes = JSON.parse(printed) as OnFullDisk[];
		const failed = outcomes.filter(({ why }) => why !== null);
		expect(failed.length, printed).toBeGreaterThan(3);
		for (const { left, why, shows, halfMade, mended } of outcomes) {
			const at = `with ${left} KB: ${why}`;
			expect(why === null ? shows === 'after' : shows !== 'something else', at).toBe(true);
			expect(halfMade, at).toEqual([]);
			expect(mended, at).toBe(true);
			if (why !== null) expect(why, at).toMatch(/^磁盘已满[^\n]*$/);
		}
	});

	test('for a file that would be too large is the same', () => {
		expect(spawnSync('sh', ['-c', `${program('publisher')} "${out}" 1`]).status).toBe(0);
		const before = shown();
		let failed = 0;
		for (const blocks of [1, 8, 64]) {
			const { status } = spawnSync('sh', ['-c', `trap '' XFSZ; ulimit -f ${blocks}; exec ${program('publisher')} "${out}" 2`]);
			if (status === 0) break;
			failed++;
			expect(shown()).toEqual(before);
			expect(readdirSync(join(out, 'd'))).toEqual(['1']);
		}
		expect(failed).toBeGreaterThan(0);
		expect(spawnSync('sh', ['-c', `${program('publisher')} "${out}" 2`]).status).toBe(0);
		expect(shown()).not.toEqual(before);
	});
});

describe('R7: a folder that cannot be written', () => {
	const publishing = `${program('publish-once')} "$PWD/out"`;

	test('since its disk is read-only is said in one line, and the site stays', () => {
		if (!mayMount()) return instead('a folder without rights, in the test below');
		mkdirSync(out);
		const script = `${publishing} 1 && mount -o remount,ro "$PWD" && { ${publishing} 2; ls -l out/d; readlink out/current; }`;
		const { out: printed, error } = ranOn(out, script, []);
		const [first, second, ...rest] = printed.trim().split('\n');
		expect([first, error]).toEqual(['published', '']);
		expect(second).toMatch(/^磁盘是只读的：/);
		expect(rest.at(-1)).toMatch(/^d\/1\//);
		expect(rest.filter((line) => /^d/.test(line))).toHaveLength(2);
	});

	test('since it belongs to somebody else is said in one line that names us', () => {
		mkdirSync(out);
		fs.chmodSync(root, 0o755);
		// Root may write everywhere, so there another user tries.
		const isRoot = process.getuid!() === 0;
		if (!isRoot) fs.chmodSync(out, 0o500);
		const { stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'fixture/publish-once.ts'), out, '1'], {
			encoding: 'utf8',
			...(isRoot ? { uid: 65_534, gid: 65_534 } : {}),
		});
		expect([stdout, stderr]).toEqual([expect.stringMatching(/^没有权限：.*out.*。请让用户“.+”能读写它[^\n]*\n$/), '']);
		expect(readdirSync(out)).toEqual([]);
	});

	test('and is the project’s own is said before anything is built', () => {
		if (!mayMount()) return instead('nothing: what a folder without rights says is in the test above');
		const build = join(project, 'build');
		mkdirSync(build, { recursive: true });
		mkdirSync(out);
		// Over what was built lies an empty disk that takes nothing.
		const { out: printed, error } = ranOn(out, `mount -t tmpfs -o ro none "$1" && ${program('bundles')}`, [build]);
		expect([printed.trim().split('\n'), error]).toEqual([[expect.stringMatching(READ_ONLY), expect.stringMatching(READ_ONLY)], '']);
	});
});

const READ_ONLY = /^磁盘是只读的：\S+\/build\/\S+。请换到可写的磁盘[^\n]*$/;
