import type { Chart, ChartConfiguration } from 'chart.js';
import { type Day, daysBetween, isDay } from '../basics/days.ts';
import { type Fen, yuan } from '../basics/money.ts';
import { shortYuan } from './amounts.ts';
import { type ChartFigure, figure, type Name, type Shape } from './figure.ts';
import { type Label, labelled, labels } from './labels.ts';
import { monthStarts, periodName } from './periods.ts';
import { HEIGHT, LOWER_AXIS, periodAxis, room, valueAxis } from './plot.ts';
import { roundScale } from './scale.ts';

/** A balance in 分 at the end of a period (`2026-Q1`, `2026-03`, `2026`) or of a day (`2026-03-31`). */
export interface Balance {
	at: string;
	balance: Fen;
}

/**
 * Balance over time. Periods stand side by side on a line with dots; days stand where they fall in the calendar on a stepped line,
 * since a balance holds until the next entry. Of several balances on one day the last is the day’s.
 */
export function balanceChart(name: Name & { balances: readonly Balance[] }): ChartFigure {
	const points = [...new Map(name.balances.map((point) => [point.at, point])).values()];
	const days = points.length > 1 && points.every(({ at }) => isDay(at));
	return figure(
		name,
		{ desc: describe(points), columns: [points.every(({ at }) => isDay(at)) ? '日期' : '期间', '结余（元）'], rows: points.map(row) },
		(shape) => ({
			height: HEIGHT[shape],
			config: days ? byDay(points, shape) : byPeriod(points, shape),
		}),
	);
}

/** One dot of the line, and how it is drawn everywhere. */
export const LINE = {
	borderColor: '@bal',
	borderWidth: 2.5,
	pointRadius: 4,
	pointBackgroundColor: '@pt',
	pointBorderColor: '@pt',
	pointBorderWidth: 2.5,
};

/** The balances beside their dots, where the line leaves room: above a summit or a slope, on its outer side; below in a valley. */
export function balanceLabels(chart: Chart, dataset: number, balances: readonly Fen[], shape: Shape): Label[] {
	const dots = chart.getDatasetMeta(dataset).data;
	return labelled(balances, shape === 'wide' ? 12 : 8).map((index) => {
		const { x, y } = dots[index]!;
		const [before, after] = [fall(dots[index - 1], dots[index]), fall(dots[index], dots[index + 1])];
		const below = before >= 0 && after <= 0 && (before > 0.1 || after < -0.1) && y + BELOW < chart.chartArea.bottom;
		const uphill = before < -STEEP && after < -STEEP;
		const downhill = before > STEEP && after > STEEP;
		return {
			text: shortYuan(balances[index]!),
			x: uphill ? x + 8 : downhill ? x - 8 : x,
			y: below ? y + BELOW : y - ABOVE,
			align: uphill ? 'right' : downhill ? 'left' : 'center',
			bold: index === balances.length - 1,
		};
	});
}

const ABOVE = 16;
const BELOW = 18;
const STEEP = 0.35;

/** How steeply the line falls (negative: climbs) from one dot to the next, px per px; level where there is no other dot. */
const fall = (from: Point | undefined, to: Point | undefined): number =>
	from && to && to.x > from.x ? (to.y - from.y) / (to.x - from.x) : 0;

type Point = { x: number; y: number };

function byPeriod(points: readonly Balance[], shape: Shape): ChartConfiguration {
	const balances = points.map(({ balance }) => balance);
	return {
		type: 'line',
		data: { labels: points.map(({ at }) => at), datasets: [{ data: balances, ...LINE, ...dots(points.length, shape) }] },
		options: {
			layout: room({ top: 24, right: 6 }),
			scales: {
				x: {
					...periodAxis(
						points.map(({ at }) => at),
						shape,
					),
					offset: true,
				},
				y: moneyAxis(balances),
			},
		},
		plugins: [labels((chart) => balanceLabels(chart, 0, balances, shape))],
	};
}

function byDay(points: readonly Balance[], shape: Shape): ChartConfiguration {
	const balances = points.map(({ balance }) => balance);
	const [first, last] = [points[0]!.at, points.at(-1)!.at];
	const months = monthStarts(first, last);
	const axis = periodAxis(months.length ? months.map((day) => day.slice(0, 7)) : [first], shape);
	const at = (day: Day) => daysBetween(first, day);
	return {
		type: 'line',
		data: {
			datasets: [
				{ data: points.map(({ at: day, balance }) => ({ x: at(day), y: balance })), stepped: true, ...LINE, ...dots(points.length, shape) },
			],
		},
		options: {
			layout: room({ top: 24, right: 16 }),
			scales: {
				x: {
					...LOWER_AXIS,
					type: 'linear',
					grid: { color: '@ax', drawTicks: false },
					min: 0,
					max: Math.max(1, at(last)),
					ticks: { ...axis.ticks, padding: 10, callback: (value, index) => axis.ticks.callback(value, index) },
					afterBuildTicks: (scale) => {
						scale.ticks = (months.length ? months : [first]).map((day) => ({ value: at(day) }));
					},
				},
				y: moneyAxis(balances),
			},
		},
		plugins: [labels((chart) => balanceLabels(chart, 0, balances, shape))],
	};
}

/** Many points have small dots. */
const dots = (count: number, shape: Shape) => (count > (shape === 'wide' ? 30 : 14) ? { pointRadius: 2.5, pointBorderWidth: 1.5 } : {});

/** The upright axis of amounts in 分: round steps of whole yuan, labelled in short. */
export const moneyAxis = (amounts: readonly Fen[]) => valueAxis(roundScale(amounts, { least: 100 }), shortYuan);

const row = ({ at, balance }: Balance): string[] => [periodName(at), yuan(balance)];

function describe(points: readonly Balance[]): string {
	const [first, last] = [points[0], points.at(-1)];
	if (!first || !last) return '没有数字。';
	if (first === last) return `${periodName(first.at)}结余${yuan(first.balance)}元。`;
	if (first.balance === last.balance) return `${periodName(first.at)}和${periodName(last.at)}都是${yuan(last.balance)}元。`;
	const word = last.balance > first.balance ? '升到' : '降到';
	return `从${periodName(first.at)}的${yuan(first.balance)}元${word}${periodName(last.at)}的${yuan(last.balance)}元。`;
}
