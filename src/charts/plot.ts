import type { ChartOptions, ScaleOptionsByType } from 'chart.js';
import type { Shape } from './figure.ts';
import { WIDTH } from './figure.ts';
import { textWidth } from './measure.ts';
import { axisLabels } from './periods.ts';
import { TEXT_SIZE } from './recorder.ts';
import type { roundScale } from './scale.ts';

/** The heights of charts with a time axis. */
export const HEIGHT: Record<Shape, number> = { wide: 280, narrow: 230 };

const FONT = { family: 'sans-serif', size: TEXT_SIZE, lineHeight: 1.3 };

type Linear = ScaleOptionsByType<'linear'>;

/** The upright axis: hairlines at round steps, the base line a little stronger, quiet figures. */
export const valueAxis = ({ min, max, step }: ReturnType<typeof roundScale>, write: (value: number) => string) => ({
	min,
	max,
	border: { display: false },
	grid: { color: ({ tick }: { tick: { value: number } }) => (tick.value === 0 ? '@c-base' : '@ax'), drawTicks: false },
	ticks: {
		color: '@q1',
		font: FONT,
		padding: 6,
		stepSize: step,
		callback: (value: string | number) => write(Number(value)),
	} satisfies Partial<Linear['ticks']>,
});

/** The axis of periods: no lines, short names with the year below, as many as there is room for. */
export const periodAxis = (ids: readonly string[], shape: Shape) => {
	const names = axisLabels(ids, (WIDTH[shape] - AXIS) / ids.length, (text) => textWidth(text, TEXT_SIZE));
	return {
		...LOWER_AXIS,
		ticks: { ...LOWER_AXIS.ticks, callback: (_: unknown, index: number) => names[index] ?? [] },
	};
};

/** The lower axis of every plot: quiet text that stands upright, no lines. */
export const LOWER_AXIS = {
	border: { display: false },
	grid: { display: false },
	ticks: { color: '@c-text', font: FONT, padding: 4, autoSkip: false, minRotation: 0, maxRotation: 0 },
};

/** Roughly what the upright axis takes from the width. */
const AXIS = 50;

/** No legend or tooltip of Chart.js’s own is registered; this is the room around the plot. */
export const room = (padding: { top?: number; right?: number; bottom?: number; left?: number }): ChartOptions['layout'] => ({ padding });
