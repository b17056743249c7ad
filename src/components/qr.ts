import { encode } from 'uqr';

/** A text as a QR code: one path to be drawn by its stroke, one unit thick, in a square of `size` units with the quiet zone around it. */
export function qrPath(text: string): { path: string; size: number } {
	const { data, size } = encode(text, { ecc: 'M', border: 2 });
	return { path: data.map((row, y) => strokes(row, y)).join(''), size };
}

/** The dark stretches of a row, the first from the left edge and each other from where the last one ended. */
function strokes(row: readonly boolean[], y: number): string {
	const runs = [
		...row
			.map((dark) => (dark ? '1' : '0'))
			.join('')
			.matchAll(/1+/g),
	].map(({ index, 0: run }) => ({ from: index, length: run.length }));
	return runs
		.map(({ from, length }, i) => {
			const before = runs[i - 1];
			return before ? `m${from - before.from - before.length} 0h${length}` : `M${from} ${y}.5h${length}`;
		})
		.join('');
}
