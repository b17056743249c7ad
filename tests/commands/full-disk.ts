/**
 * `full-disk.ts DISK ELSEWHERE`: pushes to a board on a disk that is full but for ever more kilobytes, then again with room, and prints what
 * came of each push as JSON, until three in a row were taken.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { boardAt } from '../../scripts/lib/board.ts';
import { mainOf } from '../../scripts/lib/git.ts';
import { installHooks } from '../../scripts/lib/hooks.ts';
import { seed } from '../../scripts/lib/seed.ts';
import { fill, makeRoom } from '../space.ts';
import { git } from './editor.ts';
import { fileOf, write, writeSmallContent } from './small-content.ts';

/** A push to a board on a full disk, and the same again with room. */
export interface PushedFull {
	/** How many kilobytes were left. */
	left: number;
	fine: boolean;
	said: string;
	/** Whether main moved, whatever was said. */
	moved: boolean;
	/** Whether it was taken with room. */
	again: boolean;
	/** What git had put aside for the push and left behind. */
	leftBehind: string[];
}

if (process.argv[1] === import.meta.filename) {
	const [disk = '', elsewhere = ''] = process.argv.slice(2);
	const content = join(elsewhere, 'content');
	const clone = join(elsewhere, 'clone');
	const { record } = boardAt(join(disk, 'board'));
	writeSmallContent(content);
	seed(record, content, Date.now() - 60_000);
	installHooks(record);
	git(elsewhere, 'clone', '--quiet', record, clone);
	const all: PushedFull[] = [];
	for (let left = 0; all.length < 4 || !all.slice(-3).every(({ fine }) => fine); left += 8) {
		const day = new Date(Date.UTC(2026, 0, 5 + all.length)).toISOString().slice(0, 10);
		const { file, text } = fileOf('meetings', { heldOn: day, publishedOn: '2026-04-13' }, `${day}-joint`);
		write(clone, file, text);
		git(clone, 'add', '-A');
		git(clone, 'commit', '--quiet', '-m', '更新');
		const before = mainOf(record);
		fill(disk, left);
		const { fine, said } = git(clone, 'push', 'origin', 'main');
		makeRoom(disk);
		const moved = mainOf(record) !== before;
		const again = fine || git(clone, 'push', 'origin', 'main').fine;
		const leftBehind = readdirSync(join(record, 'objects')).filter((name) => name.startsWith('tmp_'));
		all.push({ left, fine, said, moved, again, leftBehind });
	}
	console.log(JSON.stringify(all));
}
