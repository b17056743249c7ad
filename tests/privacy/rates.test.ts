import { expect, test } from 'vitest';
import { honestTexts } from './texts/honest.ts';
import { privateTexts } from './texts/private.ts';
import { outcomes, share } from './texts/rates.ts';

test('of the texts with something private in them, ninety-seven in a hundred are found', () => {
	const numbers = outcomes(privateTexts.filter(({ grade }) => grade === 'number'));
	const hints = outcomes(privateTexts.filter(({ grade }) => grade === 'hint'));
	const count = numbers.count + hints.count;
	const found = numbers.refused.length + hints.refused.length + hints.hinted.length;
	console.log(
		[
			`found or hinted: ${share(found, count)}`,
			`numbers refused: ${share(numbers.refused.length, numbers.count)}`,
			`hints given: ${share(hints.refused.length + hints.hinted.length, hints.count)}`,
		].join('\n'),
	);
	expect(count).toBeGreaterThanOrEqual(150);
	const missed = [...numbers.passed, ...numbers.hinted, ...hints.passed].join('\n');
	expect(found / count, missed).toBeGreaterThanOrEqual(0.97);
});

test('of honest texts, one in a hundred is refused or questioned at the most', () => {
	const all = outcomes(honestTexts);
	const strict = outcomes(honestTexts.filter(({ mayHint }) => !mayHint));
	console.log([`refused: ${share(all.refused.length, all.count)}`, `questioned: ${share(all.hinted.length, all.count)}`].join('\n'));
	expect(all.count).toBeGreaterThanOrEqual(150);
	expect(all.refused.length / all.count, all.refused.join('\n')).toBeLessThanOrEqual(0.01);
	expect(strict.hinted.length / strict.count, strict.hinted.join('\n')).toBeLessThanOrEqual(0.01);
});
