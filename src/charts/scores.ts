import type { Chart, ChartConfiguration } from 'chart.js';
import { grouped } from '../basics/numbers.ts';
import { type ChartFigure, figure, type Name, type Shape, WIDTH } from './figure.ts';
import { KEY_HEIGHT, key, type Label, labels } from './labels.ts';
import { textWidth } from './measure.ts';
import { HEIGHT, LOWER_AXIS, room, valueAxis } from './plot.ts';
import { HATCH, TEXT_SIZE } from './recorder.ts';

/** The two halves of one scorecard, each of a hundred. `when` as short as it can be: `2026年\n一季度`, a line each. */
export interface Scores {
	when: string;
	party: number;
	service: number;
}

/** Both halves of each scorecard side by side, on a scale from nought to a hundred. */
export function scoresChart(name: Name & { scores: readonly Scores[] }): ChartFigure {
	const { scores } = name;
	return figure(
		name,
		{
			desc: scores.length
				? scores.map(({ when, party, service }) => `${plain(when)}党建${party}分，服务${service}分。`).join('')
				: '没有数字。',
			columns: ['考核期', '党建工作', '物业服务', '合计'],
			rows: scores.map(({ when, party, service }) => [
				plain(when),
				grouped(party),
				grouped(service),
				grouped(Math.round((party + service) * 100) / 100),
			]),
		},
		(shape) => ({ height: HEIGHT[shape], config: plot(scores, shape) }),
	);
}

const plain = (when: string): string => when.replaceAll('\n', '');

function plot(scores: readonly Scores[], shape: Shape): ChartConfiguration {
	const bars = { categoryPercentage: 0.72, barPercentage: 0.9, maxBarThickness: 34 };
	return {
		type: 'bar',
		data: {
			labels: scores.map(({ when }) => when.split('\n').map((line) => cut(line, (WIDTH[shape] - 50) / scores.length - 6))),
			datasets: [
				{ data: scores.map(({ party }) => party), backgroundColor: '@in-', ...bars },
				{ data: scores.map(({ service }) => service), backgroundColor: HATCH, ...bars },
			],
		},
		options: {
			layout: room({ top: KEY_HEIGHT + 18, right: 6 }),
			scales: { x: LOWER_AXIS, y: valueAxis({ min: 0, max: 100, step: 20 }, grouped) },
		},
		plugins: [
			key([
				{ text: '党建工作', paint: '@in-' },
				{ text: '物业服务', paint: HATCH },
			]),
			labels((chart) =>
				haveRoom(scores, shape)
					? [
							...over(
								chart,
								0,
								scores.map(({ party }) => party),
							),
							...over(
								chart,
								1,
								scores.map(({ service }) => service),
							),
						]
					: [],
			),
		],
	};
}

/** A line cut to the room it has; the table beneath has it whole. */
function cut(line: string, room: number): string {
	const fits = (text: string) => textWidth(text, TEXT_SIZE) <= room;
	if (fits(line)) return line;
	const kept = [...line].reduce((text, character) => (fits(`${text}${character}…`) ? text + character : text), '');
	return `${kept}…`;
}

/** Every bar says its score, or none does. */
const haveRoom = (scores: readonly Scores[], shape: Shape): boolean =>
	(((WIDTH[shape] - 50) / scores.length) * 0.72) / 2 >=
	Math.max(...scores.flatMap(({ party, service }) => [party, service]).map((n) => textWidth(grouped(n), TEXT_SIZE)), 0) - 2;

const over = (chart: Chart, dataset: number, values: readonly number[]): Label[] =>
	chart.getDatasetMeta(dataset).data.map(({ x, y }, index) => ({ text: grouped(values[index]!), x, y: y - 9 }));
