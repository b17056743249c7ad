import type { Chart, Plugin } from 'chart.js';
import { textWidth } from './measure.ts';
import { TEXT_SIZE } from './recorder.ts';

/** A text beside what it says, in px; `align` says which of its ends stands at `x`, and `y` is its middle. */
export interface Label {
	text: string;
	x: number;
	y: number;
	align?: 'left' | 'center' | 'right';
	bold?: boolean;
}

/**
 * Writes labels on a chart after everything else, the most important first.
 * A label that would touch one already written is left out: the table has the number. One that would leave the drawing,
 * or stand on the figures of the upright axis, is pushed back in.
 */
export const labels = (labelsOf: (chart: Chart) => Label[]): Plugin => ({
	id: 'labels',
	afterDraw(chart) {
		const written: Box[] = [];
		const from = chart.scales.y?.options.display === false ? 0 : chart.chartArea.left + 2;
		for (const label of labelsOf(chart)) {
			const box = boxOf(label, from, chart.width);
			if (written.some((other) => touches(box, other))) continue;
			written.push(box);
			write(chart.ctx, { ...label, ...anchor(label, box) });
		}
	},
});

interface Box {
	left: number;
	right: number;
	y: number;
	/** The edge it was pushed back from. */
	pushed: 'left' | 'right' | null;
}

const LINE = TEXT_SIZE * 1.15;
const GAP = 4;

function boxOf({ text, x, align = 'center', y, bold }: Label, from: number, to: number): Box {
	const width = textWidth(text, TEXT_SIZE, bold);
	const wished = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
	const left = Math.max(from, Math.min(wished, to - width));
	return { left, right: left + width, y, pushed: left > wished ? 'left' : left < wished ? 'right' : null };
}

const touches = (a: Box, b: Box): boolean => a.left < b.right + GAP && b.left < a.right + GAP && Math.abs(a.y - b.y) < LINE;

/** What was pushed is held at the edge it was pushed from, so that a wider font still ends inside. */
const anchor = ({ x, align = 'center' }: Label, { left, right, pushed }: Box) =>
	pushed ? { x: pushed === 'left' ? left : right, align: pushed } : { x, align };

function write(ctx: CanvasRenderingContext2D, { text, x, y, align = 'center', bold }: Label): void {
	ctx.font = `${bold ? 'bold ' : ''}${TEXT_SIZE}px sans-serif`;
	ctx.fillStyle = '@c-text';
	ctx.textAlign = align;
	ctx.textBaseline = 'middle';
	ctx.fillText(text, x, y);
}

/** The points that get a label: all, from the last back, while there are at most `most`; of more only the last, first, highest and lowest. */
export function labelled(values: readonly number[], most: number): number[] {
	const last = values.length - 1;
	const ends = [last, 0, values.indexOf(Math.max(...values)), values.indexOf(Math.min(...values))];
	const others = values.length > most ? [] : values.map((_, index) => last - index);
	return [...new Set([...ends, ...others])].filter((index) => index in values);
}

/** The key of a chart with more than one series: a swatch (or the stroke of a line) and a word each, from the upper left corner on. */
export const key = (entries: readonly { text: string; paint: string; line?: number }[]): Plugin => ({
	id: 'key',
	afterDraw({ ctx }) {
		entries.reduce((x, { text, paint, line }) => {
			if (line) strokeLine(ctx, { paint, width: line, from: [x, KEY_LINE], to: [x + SWATCH, KEY_LINE] });
			else {
				ctx.fillStyle = paint;
				ctx.fillRect(x, KEY_LINE - 5, SWATCH, 10);
			}
			const left = x + SWATCH + 6;
			write(ctx, { text, x: left, y: KEY_LINE, align: 'left' });
			return left + textWidth(text, TEXT_SIZE) + 18;
		}, 1);
	},
});

/** One straight line on a chart. */
export function strokeLine(
	ctx: CanvasRenderingContext2D,
	{ paint, width = 1, from, to }: { paint: string; width?: number; from: readonly [number, number]; to: readonly [number, number] },
): void {
	ctx.strokeStyle = paint;
	ctx.lineWidth = width;
	ctx.beginPath();
	ctx.moveTo(...from);
	ctx.lineTo(...to);
	ctx.stroke();
}

const SWATCH = 20;
const KEY_LINE = 10;

/** The height to leave for a key at the top. */
export const KEY_HEIGHT = 26;
