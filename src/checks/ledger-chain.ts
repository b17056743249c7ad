import { chinesePeriod, periodBefore } from '../basics/days.ts';
import type { Check } from './check.ts';

/** A period opens with what the last one closed with. */
export const ledgerChain: Check = {
	id: 'ledger-chain',
	kind: 'slip',
	asks: '期初结余等于上一期的期末结余吗？同一期有没有两本账？',
	law: '住宅专项维修资金管理办法 第三十条',
	run(records) {
		const ledgers = records.of('ledgers');
		const key = (community: string | undefined, fund: string, period: string) => `${community} ${fund} ${period}`;
		const by = Map.groupBy(ledgers, (l) => key(l.community, l.data.fund, l.data.period));
		return ledgers.flatMap((ledger) => {
			const { community, file, data } = ledger;
			const [one] = by.get(key(community, data.fund, data.period))!;
			if (one !== ledger)
				return [
					{
						file,
						field: 'period',
						problem: `${chinesePeriod(data.period)}的同一本账已经有了：${one!.file}。`,
						fix: '两份合成一份，或改期间。',
					},
				];
			const before = by.get(key(community, data.fund, periodBefore(data.period)))?.[0];
			if (!before || before.data.closing === data.opening) return [];
			return [
				{
					file,
					field: 'opening',
					problem: `期初结余写的是${data.opening}，${chinesePeriod(before.data.period)}的期末结余是${before.data.closing}。`,
					fix: `两个数应当相同：改这里，或者改${before.file}并写更正。`,
				},
			];
		});
	},
};
