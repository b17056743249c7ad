/** The word of a list that is written most like the given one, or null when none is close (more than a third of it differs). */
export function nearest(word: string, among: readonly string[]): string | null {
	const [best] = among
		.map((known) => ({ known, far: distance(word.toLowerCase(), known.toLowerCase()) }))
		.sort((a, b) => a.far - b.far || (a.known < b.known ? -1 : 1));
	return best && best.far <= Math.max(1, Math.floor(Math.max(word.length, best.known.length) / 3)) ? best.known : null;
}

/** How many letters must be put in, taken out, changed or swapped with their neighbour. */
function distance(a: string, b: string): number {
	const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
	rows[0] = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++)
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, rows[i - 2]![j - 2]! + 1);
			rows[i]![j] = least;
		}
	return rows[a.length]![b.length]!;
}
