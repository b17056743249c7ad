import { periodDays } from '../basics/days.ts';
import { fen, plainYuan } from '../basics/money.ts';
import { totalsOf } from '../domain/ledger.ts';
import { incomeKinds } from '../schema/ledgers.ts';
import type { Check, Said } from './check.ts';

/** A ledger adds up to the 分, and each entry stands on its side and in its period. */
export const ledgerSums: Check = {
	id: 'ledger-sums',
	kind: 'slip',
	asks: '期初＋收入－支出＝期末吗？每笔都在期间里、类别和收支对得上吗？',
	law: '住宅专项维修资金管理办法 第三十条',
	run: (records) =>
		records.of('ledgers').flatMap(({ file, data }) => {
			const { opening, income, expense, computed, closing } = totalsOf(data);
			const found: Said[] = [];
			if (computed !== closing)
				found.push({
					file,
					field: 'closing',
					problem: `期末结余写的是${data.closing}，算出来是${plainYuan(computed)}（期初${plainYuan(opening)}＋收入${plainYuan(income)}－支出${plainYuan(expense)}），差${plainYuan(closing - computed)}元。`,
					fix: '对一对明细有没有漏记、重记，再改期末结余。',
				});
			const { first, last } = periodDays(data.period);
			data.entries.forEach((entry, i) => {
				const field = (name: string) => `entries[${i + 1}].${name}`;
				if (entry.on < first || entry.on > last)
					found.push({
						file,
						field: field('on'),
						problem: `第${i + 1}笔的日期${entry.on}不在${first}至${last}之间。`,
						fix: '改日期，或把这笔移到它那一期的账里。',
					});
				if (fen(entry.amount) <= 0)
					found.push({
						file,
						field: field('amount'),
						problem: `第${i + 1}笔的金额是${entry.amount}。`,
						fix: '金额写正数；冲销的，另记一笔相反的收支并写明。',
					});
				if ((entry.direction === 'in') !== Object.hasOwn(incomeKinds, entry.kind))
					found.push({
						file,
						field: field('kind'),
						problem: `第${i + 1}笔是${entry.direction === 'in' ? '收入' : '支出'}，类别“${entry.kind}”却是另一边的。`,
						fix: '改收支或改类别。',
					});
			});
			return found;
		}),
};
