import { encode } from 'uqr';

/** A text as a QR code: one path for an SVG of `size` × `size` units, with the quiet zone around it. */
export function qrPath(text: string): { path: string; size: number } {
	const { data, size } = encode(text, { ecc: 'M', border: 2 });
	const path = data.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join('');
	return { path, size };
}

/** The dark stretches of a row, as where each begins and how long it is. */
function runs(row: readonly boolean[]): [number, number][] {
	const found: [number, number][] = [];
	row.forEach((dark, x) => {
		const last = found.at(-1);
		if (dark && last && last[0] + last[1] === x) last[1]++;
		else if (dark) found.push([x, 1]);
	});
	return found;
}
