import type { Chart, ChartConfiguration } from 'chart.js';
import { type Fen, sum, yuan } from '../basics/money.ts';
import { shortYuan } from './amounts.ts';
import { balanceLabels, LINE, moneyAxis } from './balance.ts';
import { type ChartFigure, figure, type Name, type Shape, WIDTH } from './figure.ts';
import { KEY_HEIGHT, key, type Label, labels } from './labels.ts';
import { textWidth } from './measure.ts';
import { periodName } from './periods.ts';
import { HEIGHT, periodAxis, room } from './plot.ts';
import { HATCH, TEXT_SIZE } from './recorder.ts';

/** What came in and went out in a month, quarter or year, in 分; and what was left at its end, where the chart is to show that too. */
export interface Flow {
	period: string;
	income: Fen;
	expense: Fen;
	closing?: Fen;
}

/** Income and expense side by side by period; with a closing balance on every period, the balance as a line above them. */
export function incomeExpenseChart(name: Name & { flows: readonly Flow[] }): ChartFigure {
	const { flows } = name;
	const closings = flows.flatMap(({ closing }) => closing ?? []);
	const withBalance = flows.length > 0 && closings.length === flows.length;
	return figure(
		name,
		{
			desc: describe(flows),
			columns: ['期间', '收入（元）', '支出（元）', ...(withBalance ? ['期末结余（元）'] : [])],
			rows: flows.map(({ period, income, expense, closing }) => [
				periodName(period),
				...[income, expense, ...(withBalance ? [closing!] : [])].map(yuan),
			]),
		},
		(shape) => ({ height: HEIGHT[shape] + (withBalance ? LINE_ROOM : 0), config: plot(flows, withBalance ? closings : null, shape) }),
	);
}

/** What the line of balances adds to the height. */
const LINE_ROOM = 90;

function plot(flows: readonly Flow[], closings: readonly Fen[] | null, shape: Shape): ChartConfiguration {
	const periods = flows.map(({ period }) => period);
	const [income, expense] = [flows.map((flow) => flow.income), flows.map((flow) => flow.expense)];
	const bars = { yAxisID: 'y', categoryPercentage: 0.72, barPercentage: 0.9, maxBarThickness: 34 };
	const line = closings && { type: 'line' as const, data: [...closings], yAxisID: 'balance', ...LINE };
	return {
		type: 'bar',
		data: {
			labels: periods,
			datasets: [
				{ data: income, backgroundColor: '@in-', ...bars },
				{ data: expense, backgroundColor: HATCH, ...bars },
				...(line ? [line] : []),
			],
		},
		options: {
			layout: room({ top: KEY_HEIGHT + 18, right: 6 }),
			scales: {
				x: periodAxis(periods, shape),
				y: { ...moneyAxis([...income, ...expense]), stack: 'plot', stackWeight: 2 },
				...(closings ? { balance: balanceAxis(closings) } : {}),
			},
		},
		plugins: [
			key([
				{ text: '收入', paint: '@in-' },
				{ text: '支出', paint: HATCH },
				...(line ? [{ text: '期末结余', paint: '@bal', line: 2.5 }] : []),
			]),
			labels((chart) => [
				...(closings ? balanceLabels(chart, 2, closings, shape) : []),
				...(barsHaveRoom(flows, shape) ? [...barLabels(chart, 0, income), ...barLabels(chart, 1, expense)] : []),
			]),
		],
	};
}

/** The balance has a strip of its own above the bars, from nought on, and no axis: its dots carry their numbers. */
const balanceAxis = (closings: readonly Fen[]) => ({
	display: false,
	stack: 'plot',
	stackWeight: 1,
	min: Math.min(0, ...closings),
	max: Math.max(1, ...closings),
});

/** Every bar says its amount, or none does: a few labels here and there would look like the important ones. */
function barsHaveRoom(flows: readonly Flow[], shape: Shape): boolean {
	const widest = Math.max(
		...flows.flatMap(({ income, expense }) => [income, expense]).map((amount) => textWidth(shortYuan(amount), TEXT_SIZE)),
	);
	return (((WIDTH[shape] - 50) / flows.length) * 0.72) / 2 >= widest - 2;
}

const barLabels = (chart: Chart, dataset: number, amounts: readonly Fen[]): Label[] =>
	chart
		.getDatasetMeta(dataset)
		.data.map(({ x, y }, index) => ({ text: shortYuan(amounts[index]!), x, y: amounts[index]! < 0 ? y + 10 : y - 9 }));

function describe(flows: readonly Flow[]): string {
	if (!flows.length) return '没有数字。';
	const [income, expense] = [sum(flows.map((flow) => flow.income)), sum(flows.map((flow) => flow.expense))];
	const over = flows.filter((flow) => flow.expense > flow.income).map(({ period }) => periodName(period));
	const said =
		over.length > 4
			? `${flows.length}期里有${over.length}期支出大于收入。`
			: over.length
				? `支出大于收入的：${over.join('、')}。`
				: '每期收入都不少于支出。';
	const [first, last] = [periodName(flows[0]!.period), periodName(flows.at(-1)!.period)];
	const span = first === last ? first : `${first}至${last}`;
	return `${span}，共收入${yuan(income)}元，支出${yuan(expense)}元。${said}`;
}
