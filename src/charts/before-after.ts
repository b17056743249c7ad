import { grouped } from '../basics/numbers.ts';
import { type ChartFigure, figure, type Name } from './figure.ts';
import { HATCH } from './recorder.ts';
import { type Row, rowsPlot } from './rows.ts';

/** One thing measured before and after, in its own unit; null where nobody says the number. */
export interface Comparison {
	name: string;
	unit: string;
	before: number | null;
	after: number | null;
}

/** Before and after, thing by thing. Each thing has its own scale (a percentage: 0 to 100), since units differ; only the two bars of one thing compare. */
export function beforeAfterChart(
	name: Name & { comparisons: readonly Comparison[]; words?: { before: string; after: string } },
): ChartFigure {
	const { comparisons, words = { before: '改造前', after: '改造后' } } = name;
	return figure(
		name,
		{
			desc: comparisons
				.map((one) => `${one.name}：${words.before}${said(one.before, one.unit)}，${words.after}${said(one.after, one.unit)}。`)
				.join(''),
			columns: ['项目', words.before, words.after],
			rows: comparisons.map((one) => [one.name, said(one.before, one.unit), said(one.after, one.unit)]),
		},
		(shape) =>
			rowsPlot(
				comparisons.flatMap((one) => pair(one, words)),
				shape,
				{ beside: true },
			),
	);
}

function pair(one: Comparison, words: { before: string; after: string }): Row[] {
	const full = one.unit === '%' ? 100 : Math.max(0, one.before ?? 0, one.after ?? 0);
	const bar = (name: string, value: number | null, paint: string): Row => ({
		name,
		to: value === null ? null : full && Math.min(1, Math.max(0, value / full)),
		paint,
		text: said(value, one.unit),
	});
	return [
		{ ...bar(words.before, one.before, HATCH), heading: one.name },
		{ ...bar(words.after, one.after, '@in-'), bold: true },
	];
}

const said = (value: number | null, unit: string): string => (value === null ? '没有数字' : `${grouped(value)}${unit}`);
