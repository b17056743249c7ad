import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordsOf } from '../../src/checks/check.ts';
import { requestSums } from '../../src/checks/request-sums.ts';
import { answersOf, fewIn, funnelOf, risesIn } from '../../src/domain/request.ts';
import { example } from '../examples.ts';
import { runs } from '../properties.ts';

const orders = { placed: 120, dispatched: 118, accepted: 118, finished: 110, rated: 90, satisfied: 81 };

describe('The way of orders', () => {
	test('says each step against the one before, and against all', () => {
		expect(funnelOf(orders).map(({ name, n, ofBefore, share }) => [name, n, ofBefore, share])).toEqual([
			['登记', 120, null, '100%'],
			['派单', 118, '118÷120＝98.3%', '98.3%'],
			['接单', 118, '118÷118＝100%', '98.3%'],
			['办结', 110, '110÷118＝93.2%', '91.7%'],
			['评价', 90, '90÷110＝81.8%', '75%'],
			['满意', 81, '81÷90＝90%', '67.5%'],
		]);
	});

	test('never rises', () => {
		expect(risesIn(orders)).toEqual([]);
		expect(risesIn({ ...orders, rated: 111 }).map(({ step, before }) => `${step.name}＞${before.name}`)).toEqual(['评价＞办结']);
	});

	test('of nothing is nothing, without a share', () => {
		const none = { placed: 0, dispatched: 0, accepted: 0, finished: 0, rated: 0, satisfied: 0 };
		expect(funnelOf(none).every(({ ofBefore, share }) => ofBefore === null && share === '—')).toBe(true);
	});
});

test('What was received is in time, late or open, and nothing else', () => {
	expect(answersOf({ received: 128, answered: 126, inTime: 121 })).toEqual({ inTime: 121, late: 5, open: 2 });
});

test.for<[number | undefined, boolean]>([
	[undefined, false],
	[0, false],
	[1, true],
	[4, true],
	[5, false],
])('Of %s mediations of a topic somebody may be guessed: %s', ([n, few]) => {
	const { data } = example('requests', {
		mediations: [{ topic: '养犬扰民', by: '调解小组', ...(n === undefined ? {} : { n, settled: 0 }) }],
	});
	expect(fewIn(data).length > 0).toBe(few);
});

test('Counts that come from a register are never refused, and one that is off always is', () => {
	const months = fc
		.array(fc.record({ received: fc.integer({ min: 0, max: 200 }), late: fc.integer({ min: 0, max: 20 }) }), { minLength: 1, maxLength: 9 })
		.map((kinds) => kinds.map(({ received, late }) => ({ received, inTime: Math.max(0, received - late) })));
	const names = ['repair', 'parking', 'noise', 'cleaning', 'safety', 'lift', 'charging', 'fee', 'neighbour'];
	fc.assert(
		fc.property(
			months,
			fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }),
			fc.integer({ min: -3, max: 3 }),
			(kinds, losses, off) => {
				const received = kinds.reduce((all, kind) => all + kind.received, 0);
				const inTime = kinds.reduce((all, kind) => all + kind.inTime, 0);
				const steps = losses.map((_, i) => Math.max(0, received - losses.slice(0, i + 1).reduce((a, b) => a + b, 0)));
				const [placed, dispatched, accepted, finished, rated, satisfied] = steps;
				const written = {
					orders: { placed, dispatched, accepted, finished, rated, satisfied },
					answered: received,
					inTime,
					kinds: kinds.map((kind, i) => ({ kind: names[i], ...kind })),
				};
				const said = (over: object) => requestSums.run(recordsOf([example('requests', { received, ...written, ...over })])).length;
				expect(said({})).toBe(0);
				if (off !== 0 && received + off >= 0) expect(said({ received: received + off })).toBeGreaterThan(0);
			},
		),
		runs,
	);
});
