import { chineseDay, periodDays } from '../basics/days.ts';
import { yuan } from '../basics/money.ts';
import { halfTransfers } from '../domain/ledger-transfers.ts';
import { expenseKinds, funds, incomeKinds } from '../schema/ledgers.ts';
import type { Judgement } from './check.ts';

/** What leaves one fund for another comes into it on the same day, to the 分. */
export const transfers: Judgement<'ledgers'> = {
	id: 'transfers',
	asks: '几本账之间转的钱，两边都记了吗？',
	of: 'ledgers',
	look(entry, around) {
		if (!entry.community) return [];
		const { first, last } = periodDays(entry.data.period);
		const names: Record<string, string> = { ...incomeKinds, ...expenseKinds };
		const others = () =>
			around
				.of('ledgers', entry.community!)
				.filter(({ fund, period, elsewhere }) => {
					const days = periodDays(period);
					return fund !== entry.data.fund && !elsewhere && days.first <= last && days.last >= first;
				})
				.flatMap(({ id }) => around.get<'ledgers'>(id) ?? []);
		return halfTransfers(entry, others).map(({ no, entry: { on, kind, direction, purpose }, amount }) => ({
			field: `entries[${no}]`,
			expected: `${chineseDay(on)}${direction === 'out' ? '转出' : '转入'}${yuan(amount)}元，另一本账同一天${direction === 'out' ? '转入' : '转出'}同样的数`,
			actual: `${funds[entry.data.fund]}账上“${purpose}”（${names[kind]}），别的账上没有对应的一笔`,
			fix: '对一对两本账的日期和金额；在途的，写明哪天到账。',
			provision: null,
		}));
	},
};
