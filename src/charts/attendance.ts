import type { BarElement, Chart, ChartConfiguration, Plugin } from 'chart.js';
import { grouped, share } from '../basics/numbers.ts';
import { type ChartFigure, figure, type Name, type Shape, WIDTH } from './figure.ts';
import { KEY_HEIGHT, key, type Label, labelled, labels, strokeLine } from './labels.ts';
import { textWidth } from './measure.ts';
import { periodName } from './periods.ts';
import { HEIGHT, periodAxis, room, valueAxis } from './plot.ts';
import { TEXT_SIZE } from './recorder.ts';
import { roundScale } from './scale.ts';

/** How many came to one meeting (a day, `2026-03-10`, or any other name), of how many, and how many must come for it to count. */
export interface Attendance {
	meeting: string;
	present: number;
	expected: number;
	needed?: number;
}

/** Who came: a bar of those present inside the outline of those expected, and a tick where the meeting becomes valid. */
export function attendanceChart(name: Name & { meetings: readonly Attendance[]; unit?: string }): ChartFigure {
	const { meetings, unit = '人' } = name;
	const ruled = meetings.some(({ needed }) => needed !== undefined);
	return figure(
		name,
		{
			desc: describe(meetings, unit),
			columns: ['会议', `应到（${unit}）`, `实到（${unit}）`, ...(ruled ? [`须到（${unit}）`] : []), '到会率'],
			rows: meetings.map(({ meeting, present, expected, needed }) => [
				periodName(meeting),
				grouped(expected),
				grouped(present),
				...(ruled ? [needed === undefined ? '—' : grouped(needed)] : []),
				share(present, expected),
			]),
		},
		(shape) => ({ height: HEIGHT[shape], config: plot(meetings, ruled, shape) }),
	);
}

function plot(meetings: readonly Attendance[], ruled: boolean, shape: Shape): ChartConfiguration {
	const names = meetings.map(({ meeting }) => meeting);
	const bars = { categoryPercentage: 0.7, barPercentage: 1, maxBarThickness: 40 };
	return {
		type: 'bar',
		data: {
			labels: names,
			datasets: [
				{ data: meetings.map(({ present }) => present), backgroundColor: '@in-', stack: 'all', ...bars },
				{
					data: meetings.map(({ present, expected }) => Math.max(0, expected - present)),
					backgroundColor: '@c-rest',
					stack: 'all',
					...bars,
				},
			],
		},
		options: {
			layout: room({ top: KEY_HEIGHT + 16, right: 6 }),
			scales: {
				x: { ...periodAxis(names, shape), stacked: true },
				y: { ...valueAxis(roundScale(meetings.flatMap(({ present, expected }) => [present, expected])), grouped), stacked: true },
			},
		},
		plugins: [
			...(ruled ? [ticks(meetings)] : []),
			key([
				{ text: '实到', paint: '@in-' },
				{ text: '未到', paint: '@c-rest' },
				...(ruled ? [{ text: '须到', paint: '@need', line: 3 }] : []),
			]),
			labels((chart) => countLabels(chart, meetings, shape)),
		],
	};
}

/** The fullest way of saying the numbers for which every bar has room; where none has, only the telling bars say theirs. */
function countLabels(chart: Chart, meetings: readonly Attendance[], shape: Shape): Label[] {
	const slot = (WIDTH[shape] - 40) / meetings.length;
	const ways = [
		({ present, expected }: Attendance) => `${grouped(present)}/${grouped(expected)}`,
		({ present }: Attendance) => grouped(present),
	];
	const way = ways.find((said) => meetings.every((one) => textWidth(said(one), TEXT_SIZE) + 6 <= slot));
	const numbers = meetings.map(({ present }) => present);
	return labelled(numbers, way ? Infinity : 0).map((index) => {
		const one = meetings[index]!;
		const top = chart.scales.y!.getPixelForValue(Math.max(one.present, one.expected));
		return { text: (way ?? ways[1]!)(one), x: chart.getDatasetMeta(0).data[index]!.x, y: top - 10 };
	});
}

/** A thick tick across each bar at the number that makes its meeting valid, with paper around it to stand out from the bar. */
const ticks = (meetings: readonly Attendance[]): Plugin => ({
	id: 'needed',
	afterDatasetsDraw(chart) {
		const { y } = chart.scales;
		const bars = chart.getDatasetMeta(0).data as BarElement[];
		const lines = meetings.flatMap(({ needed }, index) => {
			if (needed === undefined) return [];
			const { x, width } = bars[index]!.getProps(['x', 'width'], true) as { x: number; width: number };
			const height = y!.getPixelForValue(needed);
			return { from: [x - width / 2 - 3, height] as const, to: [x + width / 2 + 3, height] as const };
		});
		for (const line of lines) strokeLine(chart.ctx, { paint: '@c-gap', width: 6, ...line });
		for (const line of lines) strokeLine(chart.ctx, { paint: '@need', width: 3, ...line });
	},
});

function describe(meetings: readonly Attendance[], unit: string): string {
	if (!meetings.length) return '没有数字。';
	const few = meetings.filter(({ present, needed }) => needed !== undefined && present < needed).map(({ meeting }) => periodName(meeting));
	const shares = meetings.map(({ present, expected }) => (expected ? present / expected : 0));
	const [best, worst] = [Math.max(...shares), Math.min(...shares)].map((one) => meetings[shares.indexOf(one)]!) as [Attendance, Attendance];
	const said = (one: Attendance) => `${periodName(one.meeting)}，应到${grouped(one.expected)}${unit}，实到${grouped(one.present)}${unit}`;
	const spread = meetings.length > 1 && best !== worst ? `到得最齐：${said(best)}。到得最少：${said(worst)}。` : `${said(best)}。`;
	return `${meetings.length > 1 ? `共${meetings.length}次会议。` : ''}${spread}${few.length ? `没有到够人数的：${few.join('、')}。` : ''}`;
}
