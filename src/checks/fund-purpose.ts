import { fen, yuan } from '../basics/money.ts';
import { FOREIGN_KINDS, whoseDuty } from '../domain/ledger-fund.ts';
import { inForce, type Provision, provisions } from '../law/provisions.ts';
import type { LedgerEntry } from '../schema/ledgers.ts';
import type { Judgement } from './check.ts';

/** The maintenance fund pays for repairs and renewals of what is common, and not for what others owe. */
export const fundPurpose: Judgement<'ledgers'> = {
	id: 'fund-purpose',
	asks: '维修资金用在该用的地方了吗？',
	of: 'ledgers',
	look({ data: { fund, entries } }) {
		if (fund !== 'maintenance') return [];
		return entries.flatMap((entry, i) => {
			const why = whoseDuty(entry);
			return why
				? [
						{
							field: `entries[${i + 1}]`,
							expected: '维修资金只用于共用部位、共用设施设备的维修和更新、改造',
							actual: `“${entry.purpose}”${yuan(fen(entry.amount))}元，${why}`,
							fix: '类别选错的改正；不该由维修资金出的，追回并写明；确实应当出的，在备注里写明依据。',
							provision: heldTo(entry),
						},
					]
				: [];
		});
	},
};

/** A kind is what the ledger itself says; words are only a hint. The share of a home that is gone goes back to its owner. @law 住宅专项维修资金管理办法 第十八条、第二十五条、第二十九条 */
function heldTo({ kind, on }: LedgerEntry): Provision | null {
	if (!FOREIGN_KINDS.includes(kind)) return { ...provisions.fundNotFor, leavesRoom: '只是从字面看' };
	if (!inForce(provisions.fundPurpose, on)) return null;
	return kind === 'distribution' ? { ...provisions.fundPurpose, leavesRoom: '房屋灭失的，余额返还业主' } : provisions.fundPurpose;
}
