import { type Fen, sum, yuan } from '../basics/money.ts';
import { share } from '../basics/numbers.ts';
import { shortYuan } from './amounts.ts';
import { type ChartFigure, figure, type Name } from './figure.ts';
import { HATCH } from './recorder.ts';
import { rowsPlot } from './rows.ts';

/** What was spent on (or came from) one category, in 分. */
export interface Category {
	name: string;
	amount: Fen;
}

/** Expense by category, the largest first; `direction: 'in'` for income. */
export function categoryChart(name: Name & { categories: readonly Category[]; direction?: 'in' | 'out' }): ChartFigure {
	const word = name.direction === 'in' ? '收入' : '支出';
	const paint = name.direction === 'in' ? '@in-' : HATCH;
	const categories = [...name.categories].sort((a, b) => b.amount - a.amount);
	const total = sum(categories.map(({ amount }) => amount));
	const largest = categories[0];
	// Where something was paid back, the others come to more than the whole: a share would say 102%.
	const paidBack = categories.some(({ amount }) => amount < 0);
	const shareOf = (amount: Fen) => (paidBack ? '—' : share(amount, total));
	return figure(
		name,
		{
			desc: largest
				? `${word}共${yuan(total)}元，最多的是${largest.name}，${yuan(largest.amount)}元${paidBack ? '' : `，占${shareOf(largest.amount)}`}。`
				: '没有数字。',
			columns: ['类别', `${word}（元）`, '占比'],
			rows: categories.map((category) => [category.name, yuan(category.amount), shareOf(category.amount)]),
		},
		(shape) =>
			rowsPlot(
				categories.map(({ name, amount }) => ({ name, to: amount, paint, text: shortYuan(amount) })),
				shape,
			),
	);
}
