import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/basics/days.ts';
import { interestsIn } from '../../src/domain/interest.ts';
import { inOffice } from '../../src/domain/roster.ts';
import { doubled, gapBefore, handoverDue, overlapping, renewalFrom, yearsAfter } from '../../src/domain/tenure.ts';
import { member, term } from '../examples.ts';
import { runs } from '../properties.ts';

test('Five years after a day are the same day, and after 29 February the 28th', () => {
	expect(yearsAfter('2023-06-18', 5)).toBe('2028-06-18');
	expect(yearsAfter('2024-02-29', 1)).toBe('2025-02-28');
});

test('A renewal begins so many months, or days, before a term is over', () => {
	expect(renewalFrom('2028-06-17', { months: 3 })).toBe('2028-03-17');
	expect(renewalFrom('2028-06-17', { days: 60 })).toBe('2028-04-18');
});

test('Terms that touch do not overlap, in whatever order they are written', () => {
	const first = term({ name: '第一届', from: '2018-06-18', until: '2023-06-17' });
	expect(overlapping([term(), first])).toEqual([]);
	expect(overlapping([term({ from: '2023-06-17' }), first])).toMatchObject([{ before: { name: '第一届' }, after: { name: '第二届' } }]);
	expect(overlapping([term(), term({ name: '现任', from: '2018-06-18', until: undefined })])).toEqual([]);
});

describe('Between two terms', () => {
	const first = term({ name: '第一届', from: '2014-06-18', until: '2019-06-17' });
	test.for([
		['2019-06-18', null, 'nothing lies between terms that touch'],
		['2019-06-19', { from: '2019-06-18', until: '2019-06-18', months: 0 }, 'one day may lie'],
		['2023-06-18', { from: '2019-06-18', until: '2023-06-17', months: 48 }, 'four years may lie'],
	] as const)('%s: %j, %s', ([from, gap]) => {
		const next = term({ from });
		expect(gapBefore([next, first], next)).toEqual(gap);
		expect(gapBefore([next, first], first)).toBeNull();
	});
});

describe('What leavers hand over is due', () => {
	const first = term({ name: '第一届', from: '2018-06-18', until: '2023-06-17' });
	const second = term({ members: [member('吕知远', { until: '2026-03-31' })] });
	const body = { terms: [second, first] };
	test.for([
		['2023-06-27', '2023-06-27', 'ten days after the term before'],
		['2023-08-01', '2023-06-27', 'ten days after the term before, however late it was promised'],
		['2026-04-03', '2026-04-03', 'three days after a member left'],
		['2020-01-01', null, 'never, where nobody left'],
	] as const)('promised for %s: by %s, %s', ([due, by]) => {
		expect(handoverDue(body, second, due, { days: 10, since: 'termEnd', leaver: 3 })?.last ?? null).toBe(by);
	});
	test('within the days of a term where the rules name none for leavers', () => {
		expect(handoverDue(body, second, '2026-04-03', { days: 10, since: 'termEnd' })?.last).toBe('2026-04-10');
	});
	test('on no day that is known where a term’s days are counted from the group for the renewal', () => {
		const rule = { days: 10, since: 'renewalGroup', leaver: 10 } as const;
		expect(handoverDue(body, second, '2023-06-27', rule)).toBeNull();
		expect(handoverDue(body, second, '2026-04-03', rule)?.last).toBe('2026-04-10');
	});
	test('within the longer of two times, where a member left soon after a term was over', () => {
		const soon = term({ members: [member('吕知远', { until: '2023-06-20' })] });
		expect(handoverDue({ terms: [soon, first] }, soon, '2023-06-27', { days: 10, since: 'termEnd', leaver: 3 })?.last).toBe('2023-06-27');
	});
});

test('Whoever stands twice in a term sits twice on some day, and nobody else does', () => {
	const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2024-01-01', n));
	const posting = fc
		.tuple(fc.constantFrom('甲', '乙'), day, fc.option(fc.integer({ min: 1, max: 30 })))
		.map(([name, from, lasts]) => member(name, { from, ...(lasts === null ? {} : { until: addDays(from, lasts) }) }));
	fc.assert(
		fc.property(fc.array(posting, { maxLength: 5 }), (members) => {
			const days = Array.from({ length: 100 }, (_, n) => addDays('2024-01-01', n));
			const twice = (name: string) => days.some((on) => inOffice({ members }, on).filter((m) => m.name === name).length > 1);
			const found = new Set(doubled({ members }).map(({ again }) => members[again]!.name));
			expect(['甲', '乙'].filter(twice)).toEqual(['甲', '乙'].filter((name) => found.has(name)));
		}),
		runs,
	);
});

describe('A payee is near those who decide', () => {
	const at = (kind: 'ownersCommittee' | 'propertyCompany', over = {}) => ({
		name: '甲会',
		kind,
		terms: [term({ members: [member('傅小棠', over)] })],
	});
	const declared = { interests: [{ firm: '示例防水公司', relation: '配偶在该公司任职' }] };
	test.for([
		['傅小棠', at('ownersCommittee'), 1, 'who sits on the committee'],
		['傅小棠', at('propertyCompany'), 0, 'not who works for the manager'],
		['傅小棠', at('ownersCommittee', { until: '2025-12-31' }), 0, 'not who has left'],
		['示例防水公司', at('propertyCompany', declared), 1, 'a firm that an office-holder named'],
		['示例电梯公司', at('ownersCommittee', declared), 0, 'not another firm'],
	] as const)('%s: %s', ([payee, body, n]) => {
		expect(interestsIn([body], payee, '2026-01-01')).toHaveLength(n);
	});
});
