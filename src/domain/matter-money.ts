/** What a matter costs and what was paid for it: its payments stand in the ledgers that name it and are never typed twice. All in 分. */
import type { Day } from '../basics/days.ts';
import { type Fen, fen, sum } from '../basics/money.ts';
import type { Ledger, LedgerEntry } from '../schema/ledgers.ts';
import type { Matter } from '../schema/matters.ts';

/** A ledger, as much of it as is asked. */
interface Account {
	id: string;
	data: Pick<Ledger, 'fund' | 'period' | 'entries'>;
}

/** One movement of money for a matter: the entry of a ledger, which one it is there (from 1), and in which account. */
export interface Payment {
	ledger: string;
	no: number;
	fund: Ledger['fund'];
	period: string;
	on: Day;
	direction: LedgerEntry['direction'];
	amount: Fen;
	entry: LedgerEntry;
}

/** Every entry that names the matter, by day, then by account and its order there. */
export const paymentsOf = (matter: string, ledgers: readonly Account[]): Payment[] =>
	ledgers
		.flatMap(({ id, data: { fund, period, entries } }) =>
			entries.flatMap((entry, i): Payment[] =>
				entry.matter === matter
					? [{ ledger: id, no: i + 1, fund, period, on: entry.on, direction: entry.direction, amount: fen(entry.amount), entry }]
					: [],
			),
		)
		.sort((a, b) => compare(a.on, b.on) || compare(a.ledger, b.ledger) || a.no - b.no);

/** What was agreed and what was paid. Null where there is no contract, or no settlement. */
export interface Sums {
	contract: Fen | null;
	/** changes of the contract, more less less */
	changes: Fen;
	/** contract and changes */
	agreed: Fen | null;
	settled: Fen | null;
	/** what is to be paid in the end: the settlement, else what was agreed */
	due: Fen | null;
	paid: Fen;
	/** what came in for the matter, a refund or a fee */
	received: Fen;
	/** kept back until the warranty has run */
	retention: Fen;
	/** what is still to be paid; below zero where more was paid than is due */
	open: Fen | null;
}

/** Adds a matter's money up. A refund is income: it is not taken off what was paid. */
export function accountOf(
	{ contract, changes, settlement }: Pick<Matter, 'contract' | 'changes' | 'settlement'>,
	payments: readonly Payment[],
): Sums {
	const paid = sum(payments.filter(({ direction }) => direction === 'out').map(({ amount }) => amount));
	const received = sum(payments.filter(({ direction }) => direction === 'in').map(({ amount }) => amount));
	const changed = sum(changes.map(({ direction, amount }) => (direction === 'more' ? fen(amount) : -fen(amount))));
	const price = contract ? fen(contract.amount) : null;
	const agreed = price === null ? null : price + changed;
	const settled = settlement ? fen(settlement.approved) : null;
	const due = settled ?? agreed;
	return {
		contract: price,
		changes: changed,
		agreed,
		settled,
		due,
		paid,
		received,
		retention: contract?.retention ? fen(contract.retention) : 0,
		open: due === null ? null : due - paid,
	};
}

/** A payment that was agreed, and the one that was made for it. `off`: what was paid less what was agreed. */
export interface Instalment {
	planned: Matter['planned'][number];
	amount: Fen;
	payment: Payment | null;
	off: Fen;
}

/** The payments that were agreed against those that were made, one by one in order; `more`: those nobody had planned. */
export function instalmentsOf(planned: Matter['planned'], payments: readonly Payment[]): { instalments: Instalment[]; more: Payment[] } {
	const made = payments.filter(({ direction }) => direction === 'out');
	return {
		instalments: planned.map((one, i): Instalment => {
			const payment = made[i] ?? null;
			const amount = fen(one.amount);
			return { planned: one, amount, payment, off: payment ? payment.amount - amount : 0 };
		}),
		more: made.slice(planned.length),
	};
}

/** Whether somebody in office has said to be near a firm: named as such, or in the words of the relation. */
export const isRelated = ({ related }: Pick<Matter, 'related'>, firm: string): boolean =>
	related.some((one) => one.firm === firm || one.relation.includes(firm));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
