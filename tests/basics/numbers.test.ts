import { expect, test } from 'vitest';
import { grouped, rounded, share } from '../../src/basics/numbers.ts';

test('Figures are grouped by three', () => {
	expect([grouped(15749), grouped(69.3), grouped(-1000), grouped(81)]).toEqual(['15,749', '69.3', '－1,000', '81']);
});

test('Decimals add up as they do on paper', () => {
	expect(rounded(0.1 + 0.2)).toBe(0.3);
});

test.for([
	[338, 488, '69.3%'],
	[1, 2, '50%'],
	[0, 5, '0%'],
	[3, 0, '—'],
] as const)('%i of %i is %s', ([part, whole, said]) => {
	expect(share(part, whole)).toBe(said);
});
