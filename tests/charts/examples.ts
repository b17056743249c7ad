import { attendanceChart } from '../../src/charts/attendance.ts';
import { balanceChart } from '../../src/charts/balance.ts';
import { beforeAfterChart } from '../../src/charts/before-after.ts';
import { categoryChart } from '../../src/charts/categories.ts';
import { coverageChart } from '../../src/charts/coverage.ts';
import type { ChartFigure } from '../../src/charts/figure.ts';
import { incomeExpenseChart } from '../../src/charts/income-expense.ts';
import { instalmentsChart } from '../../src/charts/instalments.ts';
import { outcomesChart } from '../../src/charts/outcomes.ts';
import { scoresChart } from '../../src/charts/scores.ts';

/** Five quarters of a fund that grows but for one. */
export const flows = [
	{ period: '2025-Q1', income: 5030000, expense: 3814000, closing: 15392712 },
	{ period: '2025-Q2', income: 5880000, expense: 6127000, closing: 15145712 },
	{ period: '2025-Q3', income: 6110000, expense: 3350000, closing: 17905712 },
	{ period: '2025-Q4', income: 6500000, expense: 2967060, closing: 21438652 },
	{ period: '2026-Q1', income: 6842500, expense: 4127038, closing: 24154114 },
];

/** Two years of months, up and down. */
const months = Array.from({ length: 24 }, (_, index) => {
	const [year, month] = [2024 + Math.floor((index + 3) / 12), ((index + 3) % 12) + 1];
	return { period: `${year}-${String(month).padStart(2, '0')}`, rise: (index * 7919) % 23 };
});

const categories = [
	{ name: '审计和法律服务', amount: 300000 },
	{ name: '经营成本', amount: 2250000 },
	{ name: '召开业主大会和使用电子表决系统以及印制、张贴、寄送各种书面材料的费用', amount: 120000 },
	{ name: '税费', amount: 243038 },
];

const committee = ['2026-01-13', '2026-02-10', '2026-03-10', '2026-04-14'].map((meeting, index) => ({
	meeting,
	present: [7, 9, 8, 4][index]!,
	expected: 9,
	needed: 5,
}));

/** Every kind of chart, with ordinary data and with the odd cases. */
export const makers: Record<string, () => ChartFigure> = {
	'the balance of five quarters': () =>
		balanceChart({ id: 'a', title: '结余', balances: flows.map(({ period, closing }) => ({ at: period, balance: closing })) }),
	'the balance of 24 months': () =>
		balanceChart({
			id: 'b',
			title: '结余',
			balances: months.map(({ period, rise }) => ({ at: period, balance: 4_000_000 + rise * 1_234_567 })),
		}),
	'the balance of single days': () =>
		balanceChart({
			id: 'c',
			title: '结余',
			balances: [
				{ at: '2026-01-05', balance: 22698652 },
				{ at: '2026-01-30', balance: 22500652 },
				{ at: '2026-03-31', balance: 24893395 },
				{ at: '2026-03-31', balance: 24154114 },
			],
		}),
	'the balance of days close together': () =>
		balanceChart({
			id: 'c1',
			title: '结余',
			balances: ['2026-01-05', '2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31'].map((at, index) => ({
				at,
				balance: 22698652 + index,
			})),
		}),
	'a balance that falls below nought': () =>
		balanceChart({
			id: 'd',
			title: '结余',
			balances: months.slice(0, 8).map(({ period }, index) => ({ at: period, balance: 3e6 - index * 9e5 })),
		}),
	'one balance': () => balanceChart({ id: 'e', title: '结余', balances: [{ at: '2026', balance: 12345 }] }),
	'one balance on one day': () => balanceChart({ id: 'e1', title: '结余', balances: [{ at: '2026-03-31', balance: 12345 }] }),
	'balances of nought': () => balanceChart({ id: 'f', title: '结余', balances: flows.map(({ period }) => ({ at: period, balance: 0 })) }),
	'no balance at all': () => balanceChart({ id: 'g', title: '结余', balances: [] }),
	'income and expense': () =>
		incomeExpenseChart({ id: 'h', title: '收支', flows: flows.map(({ period, income, expense }) => ({ period, income, expense })) }),
	'income, expense and balance': () => incomeExpenseChart({ id: 'i', title: '收支和结余', flows }),
	'income and expense of 24 months': () =>
		incomeExpenseChart({
			id: 'j',
			title: '收支',
			flows: months.map(({ period, rise }) => ({ period, income: rise * 400_000, expense: (23 - rise) * 300_000 })),
		}),
	'income and expense of nought': () => incomeExpenseChart({ id: 'k', title: '收支', flows: [{ period: '2026', income: 0, expense: 0 }] }),
	'no income or expense at all': () => incomeExpenseChart({ id: 'l', title: '收支', flows: [] }),
	'expense by category': () => categoryChart({ id: 'm', title: '支出', categories }),
	'income by category, one of them paid back': () =>
		categoryChart({
			id: 'n',
			title: '收入',
			direction: 'in',
			categories: [
				{ name: '停车', amount: 4849281 },
				{ name: '广告', amount: -90000 },
			],
		}),
	'no category at all': () => categoryChart({ id: 'o', title: '支出', categories: [] }),
	attendance: () => attendanceChart({ id: 'p', title: '到会', meetings: committee }),
	'attendance of 24 meetings': () =>
		attendanceChart({
			id: 'q',
			title: '到会',
			meetings: months.map(({ period, rise }) => ({ meeting: `${period}-10`, present: 5 + (rise % 9), expected: 13 })),
		}),
	'attendance of one owners’ assembly': () =>
		attendanceChart({
			id: 'r',
			title: '到会',
			unit: '户',
			meetings: [{ meeting: '首次业主大会', present: 1012, expected: 1204, needed: 803 }],
		}),
	'before and after': () =>
		beforeAfterChart({
			id: 's',
			title: '前后',
			comparisons: [
				{ name: '物业费收缴率', unit: '%', before: 52.5, after: 93 },
				{ name: '电梯故障', unit: '次/年', before: 1210, after: 242 },
				{ name: '投诉办结', unit: '天', before: null, after: 3 },
			],
		}),
	'instalments, paid and to come': () =>
		instalmentsChart({
			id: 'pay',
			title: '应付的和已付的',
			whole: { name: '审定价', amount: 41723600 },
			parts: [
				{ name: '第一笔', amount: 12378000, paid: true },
				{ name: '竣工验收以后、分摊公示期满没有异议才付的第二笔进度款', amount: 27282600, paid: false },
				{ name: '质保金', amount: 2063000, paid: false },
			],
		}),
	'instalments beyond what is due': () =>
		instalmentsChart({
			id: 'over',
			title: '应付的和已付的',
			whole: { name: '合同价', amount: 100000 },
			parts: [
				{ name: '第一笔', amount: 90000, paid: true },
				{ name: '第二笔', amount: 30000, paid: true },
			],
		}),
	'coverage in four parts': () =>
		coverageChart({
			id: 't',
			title: '企业党组织',
			total: { name: '企业党组织', value: 81 },
			unit: '个',
			parts: [
				{ name: '党委', value: 8 },
				{ name: '党总支', value: 5 },
				{ name: '党支部', value: 57 },
				{ name: '党小组', value: 11 },
			],
		}),
	'coverage with a remainder': () =>
		coverageChart({
			id: 'u',
			title: '覆盖',
			total: { name: '没有专业物业的小区', value: 488 },
			unit: '个',
			parts: [{ name: '已覆盖', value: 338 }],
			remainder: '还没有覆盖',
		}),
	'parts that come to more than their total': () =>
		coverageChart({
			id: 'v',
			title: '覆盖',
			total: { name: '合计', value: 10 },
			unit: '个',
			parts: [
				{ name: '甲', value: 8 },
				{ name: '乙', value: 4 },
			],
		}),
	'requests answered in time, by month': () =>
		outcomesChart({
			id: 'w',
			title: '诉求办理',
			unit: '件',
			rate: '按时率',
			words: ['按时答复', '超时答复', '没有答复'],
			outcomes: months.slice(0, 12).map(({ period, rise }) => ({ period, counts: [120 + rise, rise % 9, rise % 3] })),
		}),
	'promises kept in four quarters': () =>
		outcomesChart({
			id: 'x',
			title: '承诺',
			unit: '条',
			rate: '做到的',
			words: ['做到', '没做到', '本站未见'],
			outcomes: flows.map(({ period }, index) => ({ period, counts: [9 - index, index, 0] })),
		}),
	'outcomes of nothing': () =>
		outcomesChart({ id: 'y', title: '承诺', unit: '条', rate: '做到的', words: ['做到', '没做到'], outcomes: [] }),
	'a month in which nothing came': () =>
		outcomesChart({
			id: 'y1',
			title: '诉求',
			unit: '件',
			rate: '按时率',
			words: ['按时', '超时'],
			outcomes: [{ period: '2026-03', counts: [0, 0] }],
		}),
	'both halves of five scorecards': () =>
		scoresChart({
			id: 'z',
			title: '双百分考核',
			scores: flows.map(({ period }, index) => ({
				when: `${period.slice(0, 4)}年\n${period.slice(5)}`,
				party: 90 + index / 2,
				service: 84 + index,
			})),
		}),
	'scorecards of long names': () =>
		scoresChart({
			id: 'z1',
			title: '考核',
			scores: Array.from({ length: 8 }, (_, index) => ({
				when: `2025年\n上半年物业服务合同履行情况考核第${index}次`,
				party: 100,
				service: 0,
			})),
		}),
	'no scorecard at all': () => scoresChart({ id: 'z2', title: '考核', scores: [] }),
};
