import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen, plainYuan } from '../../src/basics/money.ts';
import { accountOf, instalmentsOf, isRelated, paymentsOf } from '../../src/domain/matter-money.ts';
import { example } from '../examples.ts';
import { runs } from '../properties.ts';

const ROOF = 'matters/ceshiyuan/roof';
const entry = (on: string, amount: string, over: object = {}) => ({
	on,
	direction: 'out',
	kind: 'renewal',
	amount,
	purpose: '屋面翻修',
	counterparty: '示例防水公司',
	matter: ROOF,
	...over,
});
const ledger = (slug: string, entries: object[], over: object = {}) =>
	example('ledgers', { fund: 'maintenance', period: '2026-Q1', entries, ...over }, { slug });
const money = (over: object) => {
	const { contract, changes, settlement } = example('matters', over).data;
	return { contract, changes, settlement };
};
const contract = { firm: '示例防水公司', signedOn: '2026-01-08', amount: '1000.00', retention: '100.00' };

describe('Payments are drawn from the ledgers', () => {
	test('every entry that names the matter, from any account, by day, with its number there', () => {
		const ledgers = [
			ledger('2026-Q1-maintenance', [
				entry('2026-03-02', '3.00'),
				entry('2026-01-20', '1.00', { matter: undefined }),
				entry('2026-01-20', '2.00'),
			]),
			ledger('2025-Q4-maintenance', [entry('2025-12-30', '1.00')], { period: '2025-Q4' }),
			ledger('2026-Q1-common-income', [entry('2026-01-20', '9.00', { matter: 'matters/ceshiyuan/other' })], { fund: 'commonIncome' }),
		];
		expect(paymentsOf(ROOF, ledgers).map(({ ledger, no, on, amount }) => [ledger.split('/')[2], no, on, amount])).toEqual([
			['2025-Q4-maintenance', 1, '2025-12-30', 100],
			['2026-Q1-maintenance', 3, '2026-01-20', 200],
			['2026-Q1-maintenance', 1, '2026-03-02', 300],
		]);
	});
});

describe('What is due and what was paid', () => {
	const paid = (...amounts: string[]) =>
		paymentsOf(ROOF, [
			ledger(
				'a',
				amounts.map((amount) => entry('2026-01-20', amount)),
			),
		]);
	test.for<[string, object, string[], object]>([
		['nothing is due without a contract', {}, ['10.00'], { agreed: null, due: null, paid: 1000, open: null }],
		['the contract', { contract }, ['300.00'], { agreed: 100_000, due: 100_000, paid: 30_000, open: 70_000, retention: 10_000 }],
		[
			'with its changes, more and less',
			{
				contract,
				changes: [
					{ on: '2026-02-01', what: '加一道', direction: 'more', amount: '80.00' },
					{ on: '2026-02-02', what: '少做', direction: 'less', amount: '30.50' },
				],
			},
			[],
			{ changes: 4950, agreed: 104_950, due: 104_950, open: 104_950 },
		],
		[
			'or what was settled',
			{ contract, settlement: { on: '2026-03-01', claimed: '1020.00', approved: '990.00', by: '示例造价公司' } },
			['990.00'],
			{ agreed: 100_000, settled: 99_000, due: 99_000, open: 0 },
		],
		['and what was paid too much', { contract }, ['600.00', '500.00'], { paid: 110_000, open: -10_000 }],
	])('%s', ([, over, amounts, expected]) => {
		expect(accountOf(money(over), paid(...amounts))).toMatchObject(expected);
	});

	test('a refund is income: it is not taken off what was paid', () => {
		const refund = entry('2026-03-01', '5.00', { direction: 'in', kind: 'otherIn' });
		expect(accountOf(money({ contract }), paymentsOf(ROOF, [ledger('a', [entry('2026-01-20', '9.00'), refund])]))).toMatchObject({
			paid: 900,
			received: 500,
		});
	});
});

test('what was agreed is matched with what was paid one by one, and what nobody had planned is left over', () => {
	const planned = [
		{ name: '第一笔', amount: '300.00', condition: '进场' },
		{ name: '第二笔', amount: '700.00', condition: '验收' },
	];
	const payments = paymentsOf(ROOF, [
		ledger('a', [entry('2026-01-20', '300.00'), entry('2026-02-20', '690.00'), entry('2026-03-20', '5.00')]),
	]);
	const { instalments, more } = instalmentsOf(planned, payments);
	expect(instalments.map(({ payment, off }) => [payment?.on, off])).toEqual([
		['2026-01-20', 0],
		['2026-02-20', -1000],
	]);
	expect(more.map(({ amount }) => amount)).toEqual([500]);
	expect(instalmentsOf(planned, payments.slice(0, 1)).instalments[1]!.payment).toBeNull();
});

test('however the entries are spread over accounts, not a 分 is lost or counted twice', () => {
	const amounts = fc.array(
		fc.record({ fen: fc.integer({ min: 1, max: 10_000_000 }), own: fc.boolean(), account: fc.integer({ min: 0, max: 3 }) }),
		{
			maxLength: 30,
		},
	);
	fc.assert(
		fc.property(amounts, (all) => {
			const ledgers = [0, 1, 2, 3].map((account) =>
				ledger(
					`a${account}`,
					all
						.filter((one) => one.account === account)
						.map(({ fen, own }) => entry('2026-01-20', plainYuan(fen), own ? {} : { matter: 'matters/ceshiyuan/other' })),
				),
			);
			const { paid, open } = accountOf(money({ contract }), paymentsOf(ROOF, ledgers));
			expect(paid).toBe(all.filter(({ own }) => own).reduce((sum, { fen }) => sum + fen, 0));
			expect(paid + open!).toBe(fen(contract.amount));
		}),
		runs,
	);
});

test('a firm is related by name or by what was said of the relation', () => {
	const said = { who: '副主任', saidOn: '2026-03-01', recused: true };
	const { data } = example('matters', {
		related: [
			{ ...said, relation: '配偶在投标的甲公司任职' },
			{ ...said, relation: '持股', firm: '乙公司' },
		],
	});
	expect(['甲公司', '乙公司', '丙公司'].map((firm) => isRelated(data, firm))).toEqual([true, true, false]);
});
