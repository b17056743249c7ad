/** Money that moves between the funds of one community: it leaves one and comes into another, on the same day, to the 分. */
import { periodDays } from '../basics/days.ts';
import { type Fen, fen } from '../basics/money.ts';
import type { Ledger, LedgerEntry } from '../schema/ledgers.ts';

/** A ledger, as much of it as is asked. */
export interface Account {
	data: Pick<Ledger, 'fund' | 'period' | 'entries'>;
}

/** A transfer without its other half. `no`: the entry's number in its ledger, from 1. */
export interface HalfTransfer {
	no: number;
	entry: LedgerEntry;
	amount: Fen;
}

/** Whether an entry says that it only moves money between funds. */
export const isTransfer = ({ kind }: Pick<LedgerEntry, 'kind'>): boolean =>
	kind === 'transferIn' || kind === 'transferOut' || kind === 'toMaintenance';

/**
 * The transfers of a ledger that have no other half in another fund of the community. An outflow of any kind can be the other half of an
 * inflow, since an allowance to the committee is one; what goes to the maintenance fund has to arrive in that. Where no other account
 * covers the day nothing can be said, and the accounts are asked for only where there is a transfer. Funds are never netted: what one lacks is not looked for in the sum of all.
 */
export function halfTransfers(own: Account, accounts: () => readonly Account[]): HalfTransfer[] {
	if (!own.data.entries.some(isTransfer)) return [];
	const published = accounts();
	return own.data.entries.flatMap((entry, i): HalfTransfer[] => {
		if (!isTransfer(entry)) return [];
		const others = published.filter(
			({ data }) => data.fund !== own.data.fund && covers(data, entry) && (entry.kind !== 'toMaintenance' || data.fund === 'maintenance'),
		);
		if (!others.length || hasOtherHalf(entry, own, others)) return [];
		return [{ no: i + 1, entry, amount: fen(entry.amount) }];
	});
}

/** Of several like transfers on one day each needs a half of its own. */
function hasOtherHalf(entry: LedgerEntry, own: Account, others: readonly Account[]): boolean {
	const like = own.data.entries.filter(
		(e) => isTransfer(e) && e.on === entry.on && e.amount === entry.amount && e.direction === entry.direction,
	);
	const halves = others.flatMap(({ data }) => data.entries).filter((e) => isOtherHalf(entry, e));
	return like.indexOf(entry) < halves.length;
}

const isOtherHalf = (entry: LedgerEntry, other: LedgerEntry): boolean =>
	other.on === entry.on &&
	other.amount === entry.amount &&
	other.direction !== entry.direction &&
	(entry.direction === 'in' || other.kind === 'transferIn');

function covers({ period }: Pick<Ledger, 'period'>, { on }: LedgerEntry): boolean {
	const { first, last } = periodDays(period);
	return on >= first && on <= last;
}
