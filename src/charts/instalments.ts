import { type Fen, yuan } from '../basics/money.ts';
import { shortYuan } from './amounts.ts';
import { type ChartFigure, figure, type Name } from './figure.ts';
import { HATCH } from './recorder.ts';
import { type Row, rowsPlot } from './rows.ts';

/** One payment in 分, made or only agreed upon. */
export interface Part {
	name: string;
	amount: Fen;
	paid: boolean;
}

/** What is due against what was paid: each payment begins where the one before it ends. Paid is hatched as all that goes out, what is to come is empty. */
export function instalmentsChart(name: Name & { whole: { name: string; amount: Fen }; parts: readonly Part[] }): ChartFigure {
	const { whole, parts } = name;
	const said = (part: Part) => (part.paid ? '已付' : '还没付');
	let end = 0;
	const rows = parts.map((part): Row => {
		const from = end;
		end += part.amount;
		return {
			name: part.name,
			from,
			to: end,
			paint: part.paid ? HATCH : '@c-rest',
			text: `${shortYuan(part.amount)}${part.paid ? '' : '，未付'}`,
		};
	});
	return figure(
		name,
		{
			desc: [`${whole.name}${yuan(whole.amount)}元。`, ...parts.map((part) => `${part.name}${yuan(part.amount)}元，${said(part)}。`)].join(
				'',
			),
			columns: ['哪一笔', '金额（元）', '付款情况'],
			rows: [[whole.name, yuan(whole.amount), '—'], ...parts.map((part) => [part.name, yuan(part.amount), said(part)])],
		},
		(shape) =>
			rowsPlot([{ name: whole.name, to: whole.amount, paint: '@c-ink', text: shortYuan(whole.amount), bold: true }, ...rows], shape),
	);
}
