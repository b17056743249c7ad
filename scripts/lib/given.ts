/** What several commands are given, refused in the same words. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { dayInShanghai, isDay } from '../../src/basics/days.ts';
import { type Board, boardAt } from './board.ts';
import { CouldNotRun } from './command.ts';

/** The folder of the record as `--content` names it. Throws `CouldNotRun` when there is none. */
export function contentFolder(given: string): string {
	if (!existsSync(given)) throw new CouldNotRun(`没有这个文件夹：${given}。用 --content 指出记录放在哪里。`);
	return given;
}

/**
 * The day a site is shown as of: the one given as `--today`; else what the settings say, for the sample board has a day of its own; else the
 * day it is in China at each publication. Throws `CouldNotRun` for text that is no day.
 */
export function shownAsOf(given: string | undefined): string | ((settings: Record<string, unknown> | null) => string) {
	if (given !== undefined && !isDay(given)) throw new CouldNotRun(`--today 要写成存在的一天，例如 2026-03-10，不是“${given}”。`);
	return given ?? ((settings) => (settings?.asOf as string | undefined) ?? dayInShanghai(Date.now()));
}

/** The port that an option names; 0 lets the system choose. Throws `CouldNotRun`. */
export function portOf(option: string, given: string): number {
	if (!/^\d{1,5}$/.test(given) || Number(given) > 65_535) throw new CouldNotRun(`${option} 是 0 到 65535 的数，不是“${given}”。`);
	return Number(given);
}

/** The address of the desk behind a proxy, exactly as a browser says it. Throws `CouldNotRun`. */
export function originOf(given: string | undefined): string | undefined {
	if (given !== undefined && !(URL.canParse(given) && new URL(given).origin === given && /^https?:/.test(given)))
		throw new CouldNotRun(`--desk-origin 写成 https://desk.example.org 这样，末尾不加斜杠，不是“${given}”。`);
	return given;
}

/**
 * The folder in which a board is kept. Throws `CouldNotRun` where it cannot be: on a file, inside the content that it would publish as part
 * of itself, or around it so that publishing overwrites it.
 */
export function boardFolder(given: string, content: string): Board {
	const board = boardAt(resolve(given));
	if (existsSync(board.folder) && !statSync(board.folder).isDirectory())
		throw new CouldNotRun(`--board 要的是文件夹，${board.folder} 却是一个文件。请换一个位置。`);
	if (isWithin(board.folder, content))
		throw new CouldNotRun(
			`公开栏的文件夹 ${board.folder} 不能放在内容 ${resolve(content)} 里面，不然会把自己也当成内容。请用 --board 换一个位置。`,
		);
	const inside = [board.record, board.site].find((part) => isWithin(content, part));
	if (inside) throw new CouldNotRun(`内容 ${resolve(content)} 不能放在 ${inside} 里面，那里归公开栏自己用。请用 --content 换一个位置。`);
	return board;
}

const isWithin = (path: string, folder: string): boolean => `${real(path)}${sep}`.startsWith(`${real(folder)}${sep}`);

/** Where a path leads, links followed as far as it is there. */
function real(path: string): string {
	const whole = resolve(path);
	return existsSync(whole) || dirname(whole) === whole ? realpathSync(whole) : join(real(dirname(whole)), basename(whole));
}
