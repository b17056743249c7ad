import { describe, expect, test } from 'vitest';
import { slipsIn } from '../../src/checks/index.ts';
import { checkWith, samples } from './sample.ts';
import { variations } from './variations.ts';

let varied = 0;

describe.each(Object.entries(variations))('A record with %s', (_, vary) => {
	test('is as good as before', () => {
		const cases = samples.flatMap((sample) => {
			const now = vary(sample);
			return now ? [[sample.file, now] as const] : [];
		});
		expect(cases.length).toBeGreaterThan(0);
		expect(slipsIn(checkWith(new Map(cases))).map(({ file, field, problem }) => `${file} → ${field}: ${problem}`)).toEqual([]);
		varied += cases.length;
	});
});

test('More than three hundred records were varied', () => {
	expect(varied).toBeGreaterThan(300);
});
