import type { Chart, ChartConfiguration } from 'chart.js';
import { grouped, share } from '../basics/numbers.ts';
import { type ChartFigure, figure, type Name, type Shape, WIDTH } from './figure.ts';
import { KEY_HEIGHT, key, type Label, labelled, labels } from './labels.ts';
import { textWidth } from './measure.ts';
import { periodName } from './periods.ts';
import { HEIGHT, periodAxis, room, valueAxis } from './plot.ts';
import { HATCH, TEXT_SIZE } from './recorder.ts';
import { roundScale } from './scale.ts';

/** What became of all things of a period, in so many of them as there are words: `[121, 5, 2]` for in time, late, not yet. */
export interface Outcomes {
	period: string;
	counts: readonly number[];
}

/** What the counts are called: the first is what was wished, solid; the second hatched; the third an empty outline. */
type Words = readonly [string, string] | readonly [string, string, string];

const PAINTS = ['@in-', HATCH, '@c-rest'];

/** What became of the things of each period, stacked: how many there were, and how many of them as they should. `rate` names that share. */
export function outcomesChart(name: Name & { outcomes: readonly Outcomes[]; words: Words; unit: string; rate: string }): ChartFigure {
	const { outcomes, words, unit, rate } = name;
	return figure(
		name,
		{
			desc: describe(outcomes, words, unit),
			columns: ['期间', ...words.map((word) => `${word}（${unit}）`), rate],
			rows: outcomes.map(({ period, counts }) => [periodName(period), ...counts.map(grouped), share(counts[0]!, total(counts))]),
		},
		(shape) => ({ height: HEIGHT[shape], config: plot(outcomes, words, shape) }),
	);
}

const total = (counts: readonly number[]): number => counts.reduce((all, n) => all + n, 0);

function plot(outcomes: readonly Outcomes[], words: Words, shape: Shape): ChartConfiguration {
	const periods = outcomes.map(({ period }) => period);
	const bars = { stack: 'all', categoryPercentage: 0.7, barPercentage: 1, maxBarThickness: 40 };
	return {
		type: 'bar',
		data: {
			labels: periods,
			datasets: words.map((_, i) => ({ data: outcomes.map(({ counts }) => counts[i] ?? 0), backgroundColor: PAINTS[i]!, ...bars })),
		},
		options: {
			layout: room({ top: KEY_HEIGHT + 16, right: 6 }),
			scales: {
				x: { ...periodAxis(periods, shape), stacked: true },
				y: { ...valueAxis(roundScale(outcomes.map(({ counts }) => total(counts))), grouped), stacked: true },
			},
		},
		plugins: [key(words.map((text, i) => ({ text, paint: PAINTS[i]! }))), labels((chart) => shareLabels(chart, outcomes, shape))],
	};
}

/** Each bar says the share that went as it should, where all have room; else the first, the last, the best and the worst. */
function shareLabels(chart: Chart, outcomes: readonly Outcomes[], shape: Shape): Label[] {
	const said = ({ counts }: Outcomes) => share(counts[0]!, total(counts));
	const slot = (WIDTH[shape] - 40) / outcomes.length;
	const fits = outcomes.every((one) => textWidth(said(one), TEXT_SIZE) + 4 <= slot);
	const shares = outcomes.map(({ counts }) => counts[0]! / (total(counts) || 1));
	return labelled(shares, fits ? Infinity : 0).map((index) => {
		const one = outcomes[index]!;
		return { text: said(one), x: chart.getDatasetMeta(0).data[index]!.x, y: chart.scales.y!.getPixelForValue(total(one.counts)) - 10 };
	});
}

function describe(outcomes: readonly Outcomes[], words: Words, unit: string): string {
	if (!outcomes.length) return '没有数字。';
	const sums = words.map((word, i) => `${word}${grouped(total(outcomes.map(({ counts }) => counts[i] ?? 0)))}${unit}`);
	const [first, last] = [periodName(outcomes[0]!.period), periodName(outcomes.at(-1)!.period)];
	return `${first === last ? first : `${first}至${last}`}，共${grouped(total(outcomes.flatMap(({ counts }) => counts)))}${unit}：${sums.join('，')}。`;
}
