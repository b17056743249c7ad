/** What several commands are given, refused in the same words. */
import { existsSync } from 'node:fs';
import { dayInShanghai, isDay } from '../../src/basics/days.ts';
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
