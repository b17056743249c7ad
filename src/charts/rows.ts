import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import { type Shape, WIDTH } from './figure.ts';
import { type Label, labels, strokeLine } from './labels.ts';
import { textWidth } from './measure.ts';
import { room } from './plot.ts';
import { TEXT_SIZE } from './recorder.ts';

/** One lying bar: its name, where it starts and ends on the common scale, its paint, and the text that says its value. */
export interface Row {
	name: string;
	from?: number;
	/** Null where there is no number: the text says why. */
	to: number | null;
	paint: string;
	text: string;
	bold?: boolean;
	/** A line of its own above this row: what the row and those after it are about. */
	heading?: string;
}

/**
 * Lying bars, each said in words: no axis to read off. On a desk the name stands left and the value at the end of the bar;
 * on a phone both stand on a line above it, unless all names are short (`beside`).
 */
export function rowsPlot(given: readonly Row[], shape: Shape, { beside = false } = {}): { config: ChartConfiguration; height: number } {
	const inLine = beside || shape === 'wide';
	const rows = given.map((row) => fitted(row, shape, inLine));
	const slots = rows.flatMap((row) => slotsOf(row, inLine));
	const ends = slots.flatMap(({ bar }) => bar ?? []);
	const [min, max] = [Math.min(0, ...ends), Math.max(0, ...ends)];
	const names = inLine ? Math.max(0, ...rows.map(({ name, bold }) => textWidth(name, TEXT_SIZE, bold))) + 12 : 0;
	const values = inLine ? Math.max(0, ...rows.map(({ text, bold }) => textWidth(text, TEXT_SIZE, bold))) + 10 : 0;
	return {
		height: slots.length * SLOT + 4,
		config: {
			type: 'bar',
			data: {
				labels: slots.map((_, index) => index),
				datasets: [{ data: slots.map(({ bar }) => bar), backgroundColor: slots.map(({ row }) => row.paint), barThickness: THICKNESS }],
			},
			options: {
				indexAxis: 'y',
				layout: room({ top: 2, bottom: 2, left: names + 1, right: values + 1 }),
				scales: { y: { display: false }, x: { display: false, min, max: max === min ? min + 1 : max } },
			},
			plugins: [
				...(inLine ? [baseLine(slots)] : []),
				labels((chart) => slots.flatMap((slot, index) => slotLabels(slot, chart, index, inLine))),
			],
		},
	};
}

const SLOT = 26;
const THICKNESS = 15;

interface Slot {
	row: Row;
	/** What the slot holds besides a bar: a heading, or the name and value of the bar below it. */
	line: 'heading' | 'name' | null;
	bar: [number, number] | null;
}

function slotsOf(row: Row, inLine: boolean): Slot[] {
	const heading: Slot[] = row.heading ? [{ row, line: 'heading', bar: null }] : [];
	const name: Slot[] = inLine ? [] : [{ row, line: 'name', bar: null }];
	return [...heading, ...name, { row, line: null, bar: row.to === null ? null : [row.from ?? 0, row.to] }];
}

function slotLabels({ row, line, bar }: Slot, chart: Chart, index: number, inLine: boolean): Label[] {
	const { bold, name, text } = row;
	const y = chart.scales.y!.getPixelForValue(index);
	if (line === 'heading') return [{ text: row.heading!, x: 0, y: y + 3, align: 'left', bold: true }];
	if (line === 'name') {
		return [
			{ text, x: chart.width, y: y + 4, align: 'right', bold },
			{ text: name, x: 0, y: y + 4, align: 'left', bold },
		];
	}
	if (!inLine) return [];
	const end = chart.scales.x!.getPixelForValue(bar ? Math.max(0, ...bar) : 0);
	return [
		{ text: name, x: 0, y, align: 'left', bold },
		{ text, x: end + 7, y, align: 'left', bold },
	];
}

/** The line all bars start from, beside the bars only. */
const baseLine = (slots: readonly Slot[]): Plugin => ({
	id: 'base',
	beforeDatasetsDraw({ ctx, scales }) {
		const x = scales.x!.getPixelForValue(0);
		slots.forEach(({ line }, index) => {
			const y = scales.y!.getPixelForValue(index);
			if (line === null) strokeLine(ctx, { paint: '@c-base', from: [x, y - SLOT / 2], to: [x, y + SLOT / 2] });
		});
	},
});

/** The row with its name cut to the room it has; the table beneath the chart has it whole. */
function fitted(row: Row, shape: Shape, inLine: boolean): Row {
	const room = inLine ? WIDTH[shape] * 0.4 : WIDTH[shape] - textWidth(row.text, TEXT_SIZE, row.bold) - 14;
	const fits = (name: string) => textWidth(name, TEXT_SIZE, row.bold) <= room;
	if (fits(row.name)) return row;
	const kept = [...row.name].reduce((text, character) => (fits(`${text}${character}…`) ? text + character : text), '');
	return { ...row, name: `${kept}…` };
}
