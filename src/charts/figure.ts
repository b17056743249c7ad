import type { ChartConfiguration } from 'chart.js';
import { draw } from './draw.ts';

/** A chart ready for a page: the drawing for a desk and for a phone, what it is called and shows, and its data as a table. */
export interface ChartFigure {
	wide: string;
	narrow: string;
	title: string;
	desc: string;
	/** The first column names the row; the others are figures. */
	columns: string[];
	rows: string[][];
}

/** Which of the two drawings: 720 wide for a desk, 360 for a phone. */
export type Shape = 'wide' | 'narrow';

/** The width of each drawing in px of its view box. */
export const WIDTH: Record<Shape, number> = { wide: 720, narrow: 360 };

/** What tells one chart from the others: an `id` unique on the page, and its title. */
export interface Name {
	id: string;
	title: string;
}

/** The figure, each drawing made by the same function. */
export function figure(
	{ id, title }: Name,
	{ desc, columns, rows }: Pick<ChartFigure, 'desc' | 'columns' | 'rows'>,
	plot: (shape: Shape) => { config: ChartConfiguration; height: number },
): ChartFigure {
	const drawing = (shape: Shape) => {
		const { config, height } = plot(shape);
		return draw(config, { width: WIDTH[shape], height, id: `${id}-${shape[0]}`, title, desc, className: shape });
	};
	return { wide: drawing('wide'), narrow: drawing('narrow'), title, desc, columns, rows };
}
