/** So many wrong passwords are nothing; then each doubles the wait, up to a quarter of an hour. */
const FREE = 3;
const FIRST_MS = 2000;
const LONGEST_MS = 15 * 60_000;
/** After this long without another, they are forgotten. */
const FORGOTTEN_MS = 3600_000;
/** An address may stand for a whole office. */
const FREE_OF_ADDRESS = 15;

interface Tries {
	failed: number;
	last: number;
	until: number;
}

/** Slows down whoever guesses passwords, by account and by address. */
export function attempts(now: () => number) {
	const known = new Map<string, Tries>();
	const keysOf = (name: string, address: string) => [
		{ key: `account ${name}`, free: FREE },
		{ key: `address ${address}`, free: FREE_OF_ADDRESS },
	];

	return {
		/** For how many more seconds nobody is let try; 0 when one may. */
		wait: (name: string, address: string): number =>
			Math.max(0, ...keysOf(name, address).map(({ key }) => Math.ceil(((known.get(key)?.until ?? 0) - now()) / 1000))),

		failed(name: string, address: string): void {
			for (const [key, { last }] of known) if (now() - last > FORGOTTEN_MS) known.delete(key);
			for (const { key, free } of keysOf(name, address)) {
				const failed = (known.get(key)?.failed ?? 0) + 1;
				const wait = failed < free ? 0 : Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(30, failed - free));
				known.set(key, { failed, last: now(), until: now() + wait });
			}
		},

		succeeded: (name: string): void => void known.delete(`account ${name}`),
	};
}
