import { describe, expect, test } from 'vitest';
import { fourthHonest, fourthPrivate } from './texts/fourth.ts';
import { honestTexts } from './texts/honest.ts';
import type { Honest, Private } from './texts/kinds.ts';
import { privateTexts } from './texts/private.ts';
import { outcomes, share } from './texts/rates.ts';
import { secondHonest, secondPrivate } from './texts/second.ts';
import { thirdHonest, thirdPrivate } from './texts/third.ts';

/** How many private texts are found, printed; and which are not. */
function found(name: string, texts: readonly Private[]) {
	const numbers = outcomes(texts.filter(({ grade }) => grade === 'number'));
	const hints = outcomes(texts.filter(({ grade }) => grade === 'hint'));
	const count = numbers.count + hints.count;
	const missed = [...numbers.passed, ...numbers.hinted, ...hints.passed];
	const given = hints.hinted.length + hints.refused.length;
	console.log(
		`${name}: found ${share(count - missed.length, count)}; numbers refused ${share(numbers.refused.length, numbers.count)}; hints given ${share(given, hints.count)}`,
	);
	return { rate: (count - missed.length) / count, count, missed: missed.join('\n') };
}

/** How many honest texts are refused and questioned, printed; and which. */
function disturbed(name: string, texts: readonly Honest[]) {
	const all = outcomes(texts);
	const { hinted } = outcomes(texts.filter(({ mayHint }) => !mayHint));
	console.log(`${name}: refused ${share(all.refused.length, all.count)}; questioned ${share(all.hinted.length, all.count)}`);
	return {
		refused: all.refused.length / all.count,
		questioned: hinted.length / all.count,
		count: all.count,
		which: [...all.refused, ...hinted].join('\n'),
	};
}

/** Each but the first was written when the detectors were done for those before; docs/privacy.md tells what was found at its first run. */
describe('Of every set of texts', () => {
	test.for([
		['first', privateTexts, 150],
		['second', secondPrivate, 60],
		['third', thirdPrivate, 60],
		['fourth', fourthPrivate, 60],
	] as const)('ninety-seven in a hundred private ones are found: %s', ([name, texts, least]) => {
		const { rate, count, missed } = found(`${name} private`, texts);
		expect(count).toBeGreaterThanOrEqual(least);
		expect(rate, missed).toBeGreaterThanOrEqual(0.97);
	});
	test.for([
		['first', honestTexts, 150],
		['second', secondHonest, 60],
		['third', thirdHonest, 60],
		['fourth', fourthHonest, 60],
	] as const)('one in a hundred honest ones is refused or questioned at the most: %s', ([name, texts, least]) => {
		const { refused, questioned, count, which } = disturbed(`${name} honest`, texts);
		expect(count).toBeGreaterThanOrEqual(least);
		expect(refused, which).toBeLessThanOrEqual(0.01);
		expect(questioned, which).toBeLessThanOrEqual(0.01);
	});
});
