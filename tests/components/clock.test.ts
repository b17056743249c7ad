import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/basics/days.ts';
import { sparing } from '../../src/components/clock.ts';

const day = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2025-01-01', n));
const clockOf = (today: string) => {
	const asked = new Map<string, boolean>();
	return { asked, passed: (on: string) => asked.set(on, on <= today).get(on)! };
};

test('A sparing clock says what the clock says, and what it did not ask cannot change while what it asked does not', () => {
	fc.assert(
		fc.property(fc.array(day, { maxLength: 40 }), day, day, (days, today, later) => {
			const clock = clockOf(today);
			const hasCome = sparing(clock);
			expect(days.map(hasCome)).toEqual(days.map((on) => on <= today));
			if ([...clock.asked].every(([on, come]) => on <= later === come))
				expect(days.map((on) => on <= later)).toEqual(days.map((on) => on <= today));
		}),
		{ numRuns: 2000 },
	);
});

test('It asks of the latest of a hundred days that have come, and of no other', () => {
	const clock = clockOf('2026-04-13');
	const hasCome = sparing(clock);
	hasCome('2026-04-12');
	for (let n = 0; n < 100; n++) hasCome(addDays('2025-01-01', n));
	expect([...clock.asked.keys()]).toEqual(['2026-04-12']);
});
