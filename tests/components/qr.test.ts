import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrPath } from '../../src/components/qr.ts';

const address = 'https://gongkailan.example/meetings/jinguiyuan/2026-04-10-joint/';

test('The strokes of a code are dark where the code is, and nowhere else', () => {
	const { path, size } = qrPath(address);
	const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
	let x = 0;
	let y = 0;
	for (const [, move, by, row, length] of path.matchAll(/([Mm])(\d+) (\d+)(?:\.5)?h(\d+)/g)) {
		if (move === 'M') [x, y] = [Number(by), Number(row)];
		else x += Number(by);
		for (const end = x + Number(length); x < end; x++) drawn[y]![x] = true;
	}
	expect(drawn).toEqual(encode(address, { ecc: 'M', border: 2 }).data);
});

test('A code weighs little: under 2,500 characters for the address of a record', () => {
	expect(qrPath(address).path.length).toBeLessThan(2500);
});
