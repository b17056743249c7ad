import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/basics/days.ts';
import { plainYuan, sum } from '../../src/basics/money.ts';
import {
	balancesOf,
	byCategory,
	byMonth,
	bySource,
	goesOn,
	headlineOf,
	history,
	type Period,
	spanOf,
	storyOf,
	totalsOf,
} from '../../src/domain/ledger.ts';
import type { Ledger, LedgerEntry } from '../../src/schema/ledgers.ts';
import { runs } from '../properties.ts';

const entry = (on: string, kind: LedgerEntry['kind'], amount: string, direction: LedgerEntry['direction'] = 'in'): LedgerEntry => ({
	on,
	direction,
	kind,
	amount,
	purpose: '地面月租',
	counterparty: '物业代收',
});

const quarter: Pick<Ledger, 'opening' | 'closing' | 'entries'> = {
	opening: '100.00',
	closing: '130.10',
	entries: [
		entry('2026-01-05', 'parking', '40.00'),
		entry('2026-01-30', 'operating', '30.40', 'out'),
		entry('2026-02-05', 'parking', '40.00'),
		entry('2026-03-31', 'interest', '0.50'),
		entry('2026-03-31', 'repair', '20.00', 'out'),
	],
};

const period = (name: string, income: number, expense: number, opening = 0): Period => ({
	period: name,
	opening,
	income,
	expense,
	closing: opening + income - expense,
});

describe('A ledger', () => {
	test('adds up to the cent', () => {
		expect(totalsOf(quarter)).toEqual({ opening: 10_000, income: 8_050, expense: 5_040, computed: 13_010, closing: 13_010 });
	});

	test('has a balance after every entry, and the last is its closing', () => {
		expect(balancesOf(quarter)).toEqual([14_000, 10_960, 14_960, 15_010, 13_010]);
	});

	test('that claims another closing than it comes to shows both', () => {
		expect(totalsOf({ ...quarter, closing: '130.00' })).toMatchObject({ computed: 13_010, closing: 13_000 });
	});
});

describe('Any ledger', () => {
	const movement = fc.record({ income: fc.boolean(), amount: fc.integer({ min: 1, max: 10 ** 11 }), day: fc.nat(89) });
	const property = fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.array(movement, { maxLength: 40 }), (opening, movements) => {
		const entries = movements.map(({ income, amount, day }) =>
			entry(addDays('2026-01-01', day), income ? 'parking' : 'repair', plainYuan(amount), income ? 'in' : 'out'),
		);
		const closing = opening + sum(movements.map(({ income, amount }) => (income ? amount : -amount)));
		const ledger = { opening: plainYuan(opening), closing: plainYuan(closing), entries };
		const totals = totalsOf(ledger);
		expect(totals.opening + totals.income - totals.expense).toBe(closing);
		expect(totals.computed).toBe(totals.closing);
		expect(balancesOf(ledger).at(-1) ?? opening).toBe(closing);
		expect(sum(byCategory(ledger, 'in').map(({ amount }) => amount))).toBe(totals.income);
		const months = byMonth(ledger);
		expect(months.at(-1)?.closing ?? opening).toBe(closing);
		expect(sum(months.map(({ income, expense }) => income - expense))).toBe(closing - opening);
	});
	test('opens, takes in and pays out what it closes with, by entry, by month and by category', () => {
		fc.assert(property, runs);
	});
});

describe('Income and expense by category', () => {
	test('put the largest first and say in how many entries', () => {
		expect(byCategory(quarter, 'in')).toEqual([
			{ kind: 'parking', name: '停车', amount: 8_000, entries: 2 },
			{ kind: 'interest', name: '利息', amount: 50, entries: 1 },
		]);
		expect(byCategory(quarter, 'out').map(({ name }) => name)).toEqual(['经营成本', '设施维修']);
	});

	test('of the same amount keep the order of the schema', () => {
		const entries = [entry('2026-01-01', 'interest', '1.00'), entry('2026-01-02', 'parking', '1.00')];
		expect(byCategory({ entries }, 'in').map(({ kind }) => kind)).toEqual(['parking', 'interest']);
	});
});

describe('Income by whose money it is', () => {
	test('puts the largest first and what names nobody last', () => {
		const entries = [
			{ ...entry('2025-11-06', 'grant', '300.00'), source: 'appropriation' as const },
			{ ...entry('2025-11-24', 'otherIn', '500.00'), source: 'sponsorship' as const },
			entry('2025-12-20', 'interest', '900.00'),
		];
		expect(bySource({ entries }).map(({ name, amount }) => `${name} ${amount}`)).toEqual(['赞助 50000', '行政拨款 30000', '其余 90000']);
	});
	test('is not asked of a ledger that names none', () => {
		expect(bySource(quarter)).toEqual([]);
	});
});

describe('Entries by month', () => {
	test('carry their number in the record and the balance after them', () => {
		const months = byMonth(quarter);
		expect(months.map(({ month, income, expense, closing }) => [month, income, expense, closing])).toEqual([
			['2026-01', 4_000, 3_040, 10_960],
			['2026-02', 4_000, 0, 14_960],
			['2026-03', 50, 2_000, 13_010],
		]);
		expect(months[2]!.lines.map(({ no, balance }) => [no, balance])).toEqual([
			[4, 15_010],
			[5, 13_010],
		]);
	});

	test('of a ledger without entries are none', () => {
		expect(byMonth({ opening: '1.00', entries: [] })).toEqual([]);
	});
});

describe('The history of a fund', () => {
	const cards = [period('2025-Q3', 3, 1), period('2025-Q4', 3, 1), period('2026-Q1', 3, 1), period('2025', 9, 3), period('2025-Q1', 3, 1)];

	test('reaches back, oldest first, until a period is missing', () => {
		expect(history(cards, '2026-Q1', 8).map(({ period }) => period)).toEqual(['2025-Q3', '2025-Q4', '2026-Q1']);
	});

	test('is no longer than asked for', () => {
		expect(history(cards, '2026-Q1', 2).map(({ period }) => period)).toEqual(['2025-Q4', '2026-Q1']);
	});

	test('has a heading that counts its periods', () => {
		expect(spanOf(history(cards, '2026-Q1', 8))).toBe('近三个季度');
		expect(spanOf([period('2025-11', 1, 1), period('2025-12', 1, 1)])).toBe('近两个月');
		expect(spanOf(Array.from({ length: 12 }, () => period('2025-12', 1, 1)))).toBe('近十二个月');
	});
});

describe('Whether a ledger goes on where the last one ended', () => {
	test.for([
		{ opening: 500, before: { closing: 500 }, said: { agrees: true, off: 0 }, what: 'the same to the cent agrees' },
		{ opening: 499, before: { closing: 500 }, said: { agrees: false, off: -1 }, what: 'one cent less does not' },
		{ opening: 499, before: undefined, said: null, what: 'with none before it there is nothing to say' },
	])('$what', ({ opening, before, said }) => {
		expect(goesOn(opening, before)).toEqual(said);
	});
});

describe('The headline', () => {
	test.for([
		[period('2026-Q1', 6_842_500, 4_127_038, 21_438_652), '一季度结余增加27,154.62元，期末结余24.15万元'],
		[period('2025-H2', 100, 250, 1_000_000), '下半年支出比收入多1.50元，期末结余9,999元'],
		[period('2025-03', 100, 100, 2_000_000), '3月收支相抵，期末结余2万元'],
		[period('2025', 0, 0, 2_000_000), '全年没有收支，期末结余2万元'],
	] as const)('%j', ([card, said]) => {
		expect(headlineOf(card)).toBe(said);
	});
});

describe('The story of some periods', () => {
	test('counts how long the balance has been rising and names the periods that spent more than they took', () => {
		const periods = [
			period('2025-Q1', 3, 1),
			period('2025-Q2', 1, 3),
			period('2025-Q3', 3, 1),
			period('2025-Q4', 3, 1),
			period('2026-Q1', 3, 1),
		];
		expect(storyOf(periods)).toEqual({ said: '结余连续三个季度上升。', more: '支出大于收入的有2025年二季度。' });
	});

	test('says when it fell, and when nothing moved', () => {
		expect(storyOf([period('2025-11', 3, 1), period('2025-12', 1, 3)])).toEqual({
			said: '结余比上一期下降。',
			more: '支出大于收入的有2025年12月。',
		});
		expect(storyOf([period('2025', 3, 1), period('2026', 2, 2)])).toEqual({ said: '结余没有变。', more: '每期收入都不少于支出。' });
	});
});
