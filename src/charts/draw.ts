import {
	BarController,
	BarElement,
	BasicPlatform,
	CategoryScale,
	Chart,
	type ChartConfiguration,
	type ChartOptions,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
} from 'chart.js';
import { escapeHtml } from '../basics/html.ts';
import { Recorder, TEXT_SIZE } from './recorder.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement);

/** The drawing’s frame: size in px of the view box, an `id` unique on the page, what it is called and what it shows, and its class. */
export interface Frame {
	width: number;
	height: number;
	id: string;
	title: string;
	desc: string;
	className?: string;
}

/** The chart as `<svg>` text: real text, colours by class, no style and no script, and the same bytes every time. */
export function draw(config: ChartConfiguration, { width, height, id, title, desc, className }: Frame): string {
	const recorder = new Recorder(id);
	const chart = new Chart(canvas(recorder, width, height), {
		...config,
		platform: BasicPlatform,
		options: { ...config.options, ...STILL },
	});
	const drawn = recorder.markup();
	chart.destroy();
	return (
		`<svg${className ? ` class="${className}"` : ''} viewBox="0 0 ${width} ${height}" font-size="${TEXT_SIZE}" role="img" aria-labelledby="${id}-t ${id}-d">` +
		`<title id="${id}-t">${escapeHtml(title)}</title><desc id="${id}-d">${escapeHtml(desc)}</desc>${drawn}</svg>`
	);
}

/**
 * A drawing that is drawn once and never touched. The locale is fixed so that no machine’s own reaches the output,
 * and a bar is as long as its number: Chart.js would widen each by a third of a px on either side.
 */
const STILL: ChartOptions = {
	responsive: false,
	animation: false,
	events: [],
	devicePixelRatio: 1,
	locale: 'zh-CN',
	clip: false,
	elements: { bar: { inflateAmount: 0 } },
};

/** What Chart.js asks of a canvas element: its size and its context. */
const canvas = (recorder: Recorder, width: number, height: number): HTMLCanvasElement => {
	const element = { width, height, getContext: () => recorder };
	Object.assign(recorder, { canvas: element });
	return element as unknown as HTMLCanvasElement;
};
