/** Who waits for a turn: a device that was here before, or a network of strangers. */
export interface Waiting {
	isKnown: boolean;
	/** whose turns are shared among themselves */
	by: string;
}

/** So many wait for one, and so many in all; who comes then is told to come again. */
const MOST = { each: 20, all: 200 };

/**
 * One after another, since a guess costs 32 MB and a tenth of a second: known devices and strangers take turns, and among each whoever had
 * their turn longest ago. So who guesses waits for themselves.
 */
export function turns() {
	const lanes = { known: new Map<string, (() => Promise<void>)[]>(), stranger: new Map<string, (() => Promise<void>)[]>() };
	let isBusy = false;
	let last: keyof typeof lanes = 'stranger';

	function next(): (() => Promise<void>) | undefined {
		const other = last === 'known' ? 'stranger' : 'known';
		for (const name of [other, last] as const) {
			const [by, jobs] = lanes[name].entries().next().value ?? [];
			if (by === undefined || !jobs) continue;
			last = name;
			const job = jobs.shift();
			lanes[name].delete(by);
			if (jobs.length > 0) lanes[name].set(by, jobs);
			return job;
		}
		return undefined;
	}

	async function work(): Promise<void> {
		if (isBusy) return;
		isBusy = true;
		for (let job = next(); job; job = next()) await job();
		isBusy = false;
	}

	return {
		/** Does something when it is its turn; null when too many wait already. */
		take<T>({ isKnown, by }: Waiting, run: () => Promise<T>): Promise<T> | null {
			const lane = isKnown ? lanes.known : lanes.stranger;
			const mine = lane.get(by) ?? [];
			const all = [...lane.values()].reduce((sum, jobs) => sum + jobs.length, 0);
			if (mine.length >= MOST.each || all >= MOST.all) return null;
			return new Promise<T>((resolve, reject) => {
				mine.push(() => run().then(resolve, reject));
				lane.set(by, mine);
				void work();
			});
		},
	};
}
