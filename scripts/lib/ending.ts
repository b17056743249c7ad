/** Aborted by the first signal to end; the second ends the process wherever it is. */
export function untilToldToEnd(say: (line: string) => void): AbortSignal {
	const end = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.once(signal, () => {
			process.once(signal, () => process.exit(0));
			say('正在停止……');
			end.abort();
		});
	}
	return end.signal;
}

/** Waits until it is aborted. */
export function ended(signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** A promise that can be asked what has become of it. */
export function settling<T>(promise: Promise<T>) {
	let settled = null as { value: T } | null;
	const noted = promise.then((value) => {
		settled = { value };
	});
	return { outcome: noted, isOver: () => settled !== null, value: () => settled?.value ?? null };
}
