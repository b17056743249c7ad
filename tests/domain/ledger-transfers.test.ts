import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/basics/days.ts';
import { plainYuan } from '../../src/basics/money.ts';
import { type Account, halfTransfers } from '../../src/domain/ledger-transfers.ts';
import type { Ledger, LedgerEntry } from '../../src/schema/ledgers.ts';
import { runs } from '../properties.ts';

const entry = (direction: LedgerEntry['direction'], kind: LedgerEntry['kind'], amount = '100.00', on = '2026-02-10'): LedgerEntry => ({
	on,
	direction,
	kind,
	amount,
	purpose: '转账',
	counterparty: '本小区',
});
const account = (fund: Ledger['fund'], ...entries: LedgerEntry[]): Account => ({
	data: { fund, period: '2026-Q1', entries },
});
const halves = (own: Account, ...others: Account[]) => halfTransfers(own, () => [own, ...others]).map(({ no }) => no);

describe('A transfer', () => {
	const out = entry('out', 'toMaintenance');
	const arrived = entry('in', 'transferIn');
	test.for<[string, Account, Account[], number[]]>([
		['that arrives on the same day is whole', account('commonIncome', out), [account('maintenance', arrived)], []],
		['that does not arrive is half', account('commonIncome', out), [account('maintenance')], [1]],
		['that arrives 0.01 short is half', account('commonIncome', out), [account('maintenance', entry('in', 'transferIn', '99.99'))], [1]],
		[
			'that arrives a day later is half',
			account('commonIncome', out),
			[account('maintenance', entry('in', 'transferIn', '100.00', '2026-02-11'))],
			[1],
		],
		[
			'to the maintenance fund is not whole by arriving elsewhere',
			account('commonIncome', out),
			[account('maintenance'), account('workingFund', arrived)],
			[1],
		],
		['cannot be judged where the other account is not published', account('commonIncome', out), [account('workingFund')], []],
		['that comes in must have left somewhere', account('maintenance', arrived), [account('commonIncome')], [1]],
		[
			'may have left as an allowance to the committee',
			account('workingFund', arrived),
			[account('commonIncome', entry('out', 'committee'))],
			[],
		],
		['is not its own other half', account('maintenance', arrived, entry('out', 'repair')), [account('commonIncome')], [1]],
		['made twice has to arrive twice', account('commonIncome', out, { ...out }), [account('maintenance', arrived)], [2]],
		['is no business of a fee', account('commonIncome', entry('in', 'parking')), [account('maintenance')], []],
	])('%s', ([, own, others, expected]) => {
		expect(halves(own, ...others)).toEqual(expected);
	});
});

test('However much is moved between three funds, it cancels out; take one half away and exactly its other half is said', () => {
	const funds = ['commonIncome', 'workingFund', 'maintenance'] as const;
	const move = fc.record({
		from: fc.nat(2),
		step: fc.integer({ min: 1, max: 2 }),
		amount: fc.integer({ min: 1, max: 10 ** 9 }),
		day: fc.nat(80),
	});
	const moves = fc.uniqueArray(move, { minLength: 1, maxLength: 12, selector: ({ amount, day }) => `${amount} ${day}` });
	const property = fc.property(moves, fc.nat(), (moves, which) => {
		const entries = funds.map((): LedgerEntry[] => []);
		for (const { from, step, amount, day } of moves) {
			const [text, on] = [plainYuan(amount), addDays('2026-01-01', day)];
			entries[from]!.push(entry('out', 'transferOut', text, on));
			entries[(from + step) % 3]!.push(entry('in', 'transferIn', text, on));
		}
		const accounts = funds.map((fund, i) => account(fund, ...entries[i]!));
		for (const own of accounts) expect(halfTransfers(own, () => accounts)).toEqual([]);

		const lost = which % moves.length;
		const { from, step, amount, day } = moves[lost]!;
		const less = accounts.map((own, i) =>
			i === (from + step) % 3
				? account(
						own.data.fund,
						...own.data.entries.filter(
							(e) => !(e.direction === 'in' && e.amount === plainYuan(amount) && e.on === addDays('2026-01-01', day)),
						),
					)
				: own,
		);
		expect(less.flatMap((own) => halfTransfers(own, () => less)).map(({ amount }) => amount)).toEqual([amount]);
	});
	fc.assert(property, runs);
});
