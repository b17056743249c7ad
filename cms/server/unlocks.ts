import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** For so long after it was unlocked a name may try freely, even while somebody goes on guessing. */
export const UNLOCKED_MS = 15 * 60_000;

/** The names an administrator unlocked, in a file of the board's folder: the command writes it, the desk that runs reads it. */
export function unlocksIn(folder: string) {
	const file = join(folder, 'unlocked.json');

	function all(): Record<string, number> {
		try {
			return JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
		} catch {
			return {};
		}
	}

	return {
		/** Until when a name may try freely, in milliseconds since 1970; 0 when nobody unlocked it. */
		until(name: string): number {
			const found = all();
			return Object.hasOwn(found, name) ? Number(found[name]) || 0 : 0;
		},

		unlock(name: string, now: number): void {
			const left = Object.entries(all()).filter(([, until]) => until > now);
			const unlocked = Object.fromEntries([...left, [name, now + UNLOCKED_MS]]);
			writeFileSync(`${file}.new`, `${JSON.stringify(unlocked)}\n`, { mode: 0o600 });
			renameSync(`${file}.new`, file);
		},
	};
}
