import { describe, expect, test } from 'vitest';
import { paymentsOf } from '../../src/domain/matter-money.ts';
import { actsBeforeVote, decisionsOf, lawOn, neededVote } from '../../src/domain/matter-votes.ts';
import { example } from '../examples.ts';

const ROOF = example('matters').id;
const hasCome = (day: string) => day <= '2026-04-13';
const tally = (heads: number, area: string) => ({ heads, area });
const ownersVote = (over: object = {}) => ({
	matter: '5',
	scope: '3栋业主',
	total: tally(300, '24000.00'),
	part: tally(210, '16800.00'),
	for: tally(200, '16000.00'),
	against: tally(10, '800.00'),
	abstained: tally(0, '0.00'),
	...over,
});
const minutes = (heldOn: string, outcome: string, vote: object = {}, over: object = {}) =>
	example(
		'meetings',
		{
			form: 'assembly',
			heldOn,
			agenda: [{ title: '用维修资金', decision: '见计票。', outcome, matter: ROOF, ownersVote: ownersVote(vote), ...over }],
		},
		{ slug: `${heldOn}-assembly` },
	);
const contract = (signedOn: string) => ({ firm: '示例防水公司', signedOn, amount: '1000.00' });
const ledger = (on: string, direction = 'out') =>
	example('ledgers', {
		fund: 'maintenance',
		entries: [
			{
				on,
				direction,
				kind: direction === 'out' ? 'renewal' : 'venue',
				amount: '5.00',
				purpose: '一笔',
				counterparty: '某公司',
				matter: ROOF,
			},
		],
	});

/** What was done too early, in words: what, when, and when the owners passed it. */
const early = (over: object, meetings: ReturnType<typeof minutes>[] = [], ledgers: ReturnType<typeof ledger>[] = []) =>
	actsBeforeVote(example('matters', over).data, {
		decisions: decisionsOf(ROOF, meetings),
		payments: paymentsOf(ROOF, ledgers),
		hasCome,
	}).map(({ what, on, passed }) => `${what} ${on} / ${passed}`);

describe('Votes are drawn from the minutes', () => {
	test('items that name the matter and count ballots, by the last day of voting', () => {
		const meetings = [
			minutes('2025-12-15', 'passed', { until: '2025-12-14' }),
			minutes('2025-11-05', 'rejected'),
			minutes('2025-10-01', 'passed', {}, { ownersVote: undefined }),
			minutes('2025-09-01', 'passed', {}, { matter: undefined }),
		];
		expect(decisionsOf(ROOF, meetings).map(({ on, passed, no }) => [on, passed, no])).toEqual([
			['2025-11-05', false, 1],
			['2025-12-14', true, 1],
		]);
	});
});

describe('What needs the owners first', () => {
	test.for<[string, object, string | null]>([
		['a repair from the maintenance fund', { kind: 'repair', fund: 'maintenance' }, '5'],
		['a repair from another fund', { kind: 'repair', fund: 'commonIncome' }, null],
		['an emergency', { kind: 'emergency', fund: 'maintenance' }, null],
		['the use of common parts', { kind: 'commonSpace' }, '8'],
		['an election', { kind: 'election' }, '3'],
		['a purchase', { kind: 'purchase', fund: 'propertyFee' }, null],
	])('%s', ([, over, matter]) => {
		expect(neededVote(example('matters', over).data)?.matter ?? null).toBe(matter);
	});
});

describe('A repair from the maintenance fund', () => {
	const repair = { kind: 'repair', fund: 'maintenance' };
	const passed = minutes('2025-12-15', 'passed');
	test.for<[string, string[], string[]]>([
		['signed on the day of the vote is in order', ['2025-12-15', '2025-12-16'], []],
		['signed the day before is early', ['2025-12-14', '2025-12-16'], ['签合同 2025-12-14 / 2025-12-15']],
		['paid before the vote is early', ['2025-12-20', '2025-12-01'], ['付第一笔钱 2025-12-01 / 2025-12-15']],
		['both', ['2025-12-01', '2025-12-02'], ['签合同 2025-12-01 / 2025-12-15', '付第一笔钱 2025-12-02 / 2025-12-15']],
	])('%s', ([, [signed, paid], expected]) => {
		expect(early({ ...repair, contract: contract(signed!) }, [passed], [ledger(paid!)])).toEqual(expected);
	});

	test('signed after a vote that failed has no vote', () => {
		expect(early({ ...repair, contract: contract('2025-12-20') }, [minutes('2025-12-15', 'rejected')])).toEqual([
			'签合同 2025-12-20 / null',
		]);
	});

	test('passed under another matter has no vote, and under several in one motion it has', () => {
		expect(early({ ...repair, contract: contract('2025-12-20') }, [minutes('2025-12-15', 'passed', { matter: '9' })])).toHaveLength(1);
		expect(early({ ...repair, contract: contract('2025-12-20') }, [minutes('2025-12-15', 'passed', { matter: '7', also: ['5'] })])).toEqual(
			[],
		);
	});

	test('whose steps say the vote passed is believed where no minutes are linked, not where they say otherwise', () => {
		const step = { step: 'vote', on: '2026-02-21', until: '2026-02-25', by: '业主', what: '投票。', result: 'passed' };
		expect(early({ ...repair, contract: contract('2026-03-01'), steps: [step] })).toEqual([]);
		expect(early({ ...repair, contract: contract('2026-02-24'), steps: [step] })).toEqual(['签合同 2026-02-24 / 2026-02-25']);
		const meeting = minutes('2026-02-25', 'rejected');
		expect(early({ ...repair, contract: contract('2026-03-01'), steps: [{ ...step, record: meeting.id }] }, [meeting])).toHaveLength(1);
	});

	test('that did nothing yet did nothing early', () => {
		expect(early(repair)).toEqual([]);
	});
});

test('common parts bring in money only after three quarters agreed', () => {
	expect(early({ kind: 'commonSpace' }, [], [ledger('2026-01-05', 'in')])).toEqual(['收第一笔钱 2026-01-05 / null']);
	expect(early({ kind: 'commonSpace' }, [minutes('2025-12-15', 'passed', { matter: '8' })], [ledger('2026-01-05', 'in')])).toEqual([]);
});

test('a committee is filed and takes over after it was elected', () => {
	const steps = [
		{ step: 'filing', on: '2026-02-21', by: '筹备组', what: '备案。' },
		{ step: 'handover', on: '2026-03-01', by: '筹备组', what: '交接。' },
	];
	expect(early({ kind: 'election', steps }, [minutes('2026-02-25', 'passed', { matter: '3' })])).toEqual(['备案 2026-02-21 / 2026-02-25']);
});

test('before the Civil Code it was another law', () => {
	const needed = neededVote(example('matters', { kind: 'repair', fund: 'maintenance' }).data)!;
	expect(lawOn(needed, '2021-01-01')?.name).toMatch('民法典');
	expect(lawOn(needed, '2020-12-31')?.name).toMatch('物权法');
	expect(lawOn(needed, '2007-09-30')).toBeNull();
});
