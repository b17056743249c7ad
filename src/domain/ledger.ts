import { type Fen, fen, sum } from '../basics/money.ts';
import type { Ledger, LedgerEntry } from '../schema/ledgers.ts';

/** What a ledger adds up to, in 分: opening + income − expense, and the closing it claims. */
export interface Totals {
	opening: Fen;
	income: Fen;
	expense: Fen;
	/** opening + income − expense */
	computed: Fen;
	/** what the record says */
	closing: Fen;
}

/** Adds a ledger up. @law 住宅专项维修资金管理办法 第三十条 */
export function totalsOf({ opening, closing, entries }: Pick<Ledger, 'opening' | 'closing' | 'entries'>): Totals {
	const amounts = (direction: LedgerEntry['direction']) => entries.filter((e) => e.direction === direction).map((e) => fen(e.amount));
	const start = fen(opening);
	const income = sum(amounts('in'));
	const expense = sum(amounts('out'));
	return { opening: start, income, expense, computed: start + income - expense, closing: fen(closing) };
}

/** The balance in 分 after each entry, in the order written. */
export function balancesOf({ opening, entries }: Pick<Ledger, 'opening' | 'entries'>): Fen[] {
	let balance = fen(opening);
	return entries.map((e) => (balance += e.direction === 'in' ? fen(e.amount) : -fen(e.amount)));
}
