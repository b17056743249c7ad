import { grouped, rounded, share } from '../basics/numbers.ts';
import { type ChartFigure, figure, type Name } from './figure.ts';
import { type Row, rowsPlot } from './rows.ts';

/** A part of a total: 57 of 81. */
export interface Part {
	name: string;
	value: number;
}

/**
 * A total and the parts that make it up, one bar each; a bar begins where the one before it ended, so the last ends with the total.
 * What the parts leave over is drawn as an empty bar: named by `remainder` where the record says what it is, else as what is not accounted for.
 * Parts that come to more than the total are drawn as they are, past its end.
 */
export function coverageChart(name: Name & { total: Part; unit: string; parts: readonly Part[]; remainder?: string }): ChartFigure {
	const { total, unit, parts, remainder } = name;
	const left = rounded(total.value - parts.reduce((sum, part) => sum + part.value, 0));
	const rest: Part[] = left > 0 ? [{ name: remainder ?? '没有列明', value: left }] : [];
	const said = ({ value }: Part) => `${grouped(value)}${unit}`;
	const all = [...parts, ...rest];
	const list = all.map((part) => `${part.name}${said(part)}`).join('，');
	return figure(
		name,
		{
			desc: `${total.name}${said(total)}${all.length ? `：${list}` : ''}。${left < 0 ? `各部分相加比总数多${grouped(-left)}${unit}。` : ''}`,
			columns: ['组成', unit ? `数量（${unit}）` : '数量', '占比'],
			rows: [...all, total].map((part) => [part.name, grouped(part.value), share(part.value, total.value)]),
		},
		(shape) => {
			const solid = steps(parts, 0, '@in-');
			const empty = steps(rest, total.value - Math.max(0, left), '@c-rest');
			const text = (row: Row, part: Part) => ({ ...row, text: `${said(part)}　${share(part.value, total.value)}` });
			return rowsPlot(
				[
					...[...solid, ...empty].map((row, index) => text(row, all[index]!)),
					{ name: total.name, to: total.value, paint: '@c-ink', text: said(total), bold: true },
				],
				shape,
			);
		},
	);
}

function steps(parts: readonly Part[], start: number, paint: string): Row[] {
	return parts.map(({ name, value }, index) => {
		const from = parts.slice(0, index).reduce((sum, part) => sum + part.value, start);
		return { name, from, to: from + value, paint, text: '' };
	});
}
