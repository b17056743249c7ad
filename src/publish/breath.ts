import { setImmediate } from 'node:timers/promises';

/** For so long, in milliseconds, nobody else need be heard. */
const HELD_MS = 20;

/**
 * Lets readers, timers and signals have their turn in the midst of long work that itself waits for nothing: to be awaited after each small
 * part of it.
 */
export function breathing(): () => Promise<void> | undefined {
	let last = performance.now();
	return () => {
		if (performance.now() - last < HELD_MS) return;
		return setImmediate().then(() => {
			last = performance.now();
		});
	};
}
