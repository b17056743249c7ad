/** Each wrong password beyond the free ones doubles the wait. */
const FIRST_MS = 2000;
const MINUTE = 60_000;
/** After this long without another, they are forgotten. */
const FORGOTTEN_MS = 60 * MINUTE;
/** So many counts at once; the oldest goes first. */
const MOST = 20_000;

/** How many wrong passwords are nothing, and how long one waits at the most. */
interface Limit {
	key: string;
	free: number;
	longest: number;
}

interface Tries {
	failed: number;
	last: number;
	until: number;
}

/** Who tries: the name, where from, and the device if it has logged in with that name before. */
export interface Trying {
	name: string;
	/** as `networkOf` has it */
	network: string;
	device: string | null;
}

/**
 * Slows down whoever guesses passwords, and locks nobody out for another's guesses: a device that has logged in before is counted by itself
 * alone, and the first try of a name from a network is always heard. `unlockedUntil`: until when an administrator lets a name try freely.
 */
export function attempts(now: () => number, unlockedUntil: (name: string) => number = () => 0) {
	const known = new Map<string, Tries>();

	/** What counts a try; the first counts alone until it has counted one. */
	const limitsOf = ({ name, network, device }: Trying): readonly [Limit, ...Limit[]] =>
		device
			? [{ key: `device ${device}`, free: 5, longest: 15 * MINUTE }]
			: [
					{ key: `${name} from ${network}`, free: 3, longest: 15 * MINUTE },
					// An address may stand for a whole office, and a name may be guessed from everywhere.
					{ key: `from ${network}`, free: 15, longest: 2 * MINUTE },
					{ key: `${name}`, free: 60, longest: 15 * MINUTE },
				];

	/** The clock may have been set back: nobody waits longer than the longest wait. */
	const waitOf = ({ key, longest }: Limit): number => Math.min(longest, Math.max(0, (known.get(key)?.until ?? 0) - now()));

	return {
		/** For how many more seconds one is not let try; 0 when one may. */
		wait(who: Trying): number {
			const [own, ...shared] = limitsOf(who);
			const counts = known.has(own.key) ? [own, ...shared] : [own];
			const wait = Math.ceil(Math.max(...counts.map(waitOf)) / 1000);
			return wait > 0 && unlockedUntil(who.name) > now() ? 0 : wait;
		},

		/** Counts a wrong password; true when by it a wait has begun. */
		failed(who: Trying): boolean {
			let begun = false;
			for (const { key, free, longest } of limitsOf(who)) {
				const before = known.get(key);
				const failed = (before && now() - before.last <= FORGOTTEN_MS ? before.failed : 0) + 1;
				const wait = failed < free ? 0 : Math.min(longest, FIRST_MS * 2 ** Math.min(30, failed - free));
				known.delete(key);
				known.set(key, { failed, last: now(), until: now() + wait });
				begun ||= failed === free;
			}
			for (const [key, { last }] of known) {
				if (known.size <= MOST && now() - last <= FORGOTTEN_MS) break;
				known.delete(key);
			}
			return begun;
		},

		/** Forgets the wrong passwords of who knew the right one in the end. */
		succeeded(who: Trying): void {
			known.delete(limitsOf(who)[0].key);
		},
	};
}
