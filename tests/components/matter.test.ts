import { describe, expect, test } from 'vitest';
import { namesOf, nextOf, sayAge, sayLength, sayMissing, sayWay } from '../../src/components/matter/way.ts';
import { progressOf } from '../../src/domain/matter.ts';
import type { Matter, Step } from '../../src/schema/matters.ts';

const hasCome = (day: string) => day <= '2026-04-13';
const step = (name: Step['step'], on?: string, over: Partial<Step> = {}): Step => ({
	step: name,
	by: '业委会',
	what: '办了。',
	...(on ? { on } : { planned: '以后' }),
	...over,
});
const election = (state: Matter['state'], ...steps: Step[]) => {
	const matter = { kind: 'election' as const, state, steps };
	const progress = progressOf(matter, hasCome);
	return [sayWay(progress, matter), sayMissing(progress)].filter(Boolean).join('；没有');
};
const whole = (['preparation', 'nomination', 'candidates', 'notice', 'vote', 'result', 'filing', 'handover'] as const).map((name, i) =>
	step(name, `2026-01-0${i + 1}`),
);

describe('How far a matter has come', () => {
	test.for<[string, string]>([
		[election('open', whole[0]!), '共8步，走了1步'],
		[election('open', whole[0]!, whole[2]!), '共8步，走了2步；没有推荐'],
		[election('open', ...whole.slice(0, 4), step('vote', '2026-04-01', { until: '2026-04-30' })), '共8步，现在第5步'],
		[election('done', ...whole), '8步都走完了'],
		[election('done', ...whole.slice(0, 7)), '共8步，走了7步；没有交接'],
		[election('dropped', ...whole.slice(0, 4), step('vote', '2026-02-01', { result: 'failed' })), '走到“表决”，不再办'],
	])('%s', ([said, expected]) => {
		expect(said).toBe(expected);
	});
});

describe('How long', () => {
	test.for<[string, string, string]>([
		['2025-08-12', '2025-08-12', '1天'],
		['2025-08-12', '2025-09-11', '31天'],
		['2025-08-12', '2025-09-12', '1个月'],
		['2024-07-15', '2026-03-27', '20个月'],
	])('from %s to %s', ([from, until, expected]) => {
		expect(sayLength(from, until)).toBe(expected);
	});

	test('what is open grows older month by month, what is closed does not', () => {
		const steps = [step('proposal', '2025-08-12')];
		expect(sayAge({ raisedOn: '2025-08-12', closedOn: undefined, steps }, hasCome)).toBe('8个月');
		expect(sayAge({ raisedOn: '2025-08-12', closedOn: '2025-08-20', steps }, hasCome)).toBe('9天');
		expect(sayAge({ raisedOn: '2026-04-01', closedOn: undefined, steps: [step('proposal', '2026-04-01')] }, hasCome)).toBe('1天');
		expect(sayAge({ raisedOn: '2026-01-31', closedOn: undefined, steps: [] }, hasCome)).toBe('2个月');
	});
});

test('what is taken again by its nature is counted, what is only told in parts is not', () => {
	expect(namesOf([step('proposal'), step('proposal'), step('vote'), step('payment'), step('vote')])).toEqual([
		'提议',
		'提议',
		'第一次表决',
		'付款',
		'第二次表决',
	]);
});

test('next is what is only planned, else what is planned of a step under way', () => {
	const works = step('works', '2026-01-20', { planned: '5月完工' });
	expect(nextOf([works, step('payment')], hasCome)?.step).toBe('payment');
	expect(nextOf([works, step('acceptance', '2026-06-01')], hasCome)?.step).toBe('acceptance');
	expect(nextOf([works], hasCome)?.step).toBe('works');
	expect(nextOf([step('works', '2026-01-20', { result: 'done' })], hasCome)).toBeNull();
});
