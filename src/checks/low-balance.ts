import { periodDays } from '../basics/days.ts';
import { yuan } from '../basics/money.ts';
import { leftOf } from '../domain/ledger-fund.ts';
import type { Judgement } from './check.ts';
import { localRules } from './local-rules.ts';

/** Where a place says nothing, below this share of the first deposit most cities ask owners to pay in again. */
export const USUAL_PERCENT = 30;

/** A maintenance fund that runs low is to be filled again. Nobody has broken a rule by that, so it is only said. */
export const lowBalance: Judgement<'ledgers'> = {
	id: 'low-balance',
	asks: '维修资金的余额够首期交存的三成吗？',
	of: 'ledgers',
	look(entry, around) {
		if (entry.data.firstDeposit === undefined) return [];
		const { rules } = localRules(entry, around, periodDays(entry.data.period).last);
		const percent = rules.lowBalance?.percent ?? USUAL_PERCENT;
		const left = leftOf(entry.data, percent);
		if (!left?.low) return [];
		return [
			{
				field: 'closing',
				expected: `余额不少于首期交存${yuan(left.firstDeposit)}元的${percent}%，即${yuan(left.least)}元`,
				actual: `余额${yuan(left.closing)}元，少${yuan(left.least - left.closing)}元`,
				fix: '业主委员会提出续交办法，由业主共同决定。',
				provision: null,
			},
		];
	},
};
