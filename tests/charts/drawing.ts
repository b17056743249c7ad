import { textWidth } from '../../src/charts/measure.ts';
import { TEXT_SIZE } from '../../src/charts/recorder.ts';

/** A text of a drawing and where it stands. */
export interface Placed {
	text: string;
	size: number;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** The texts of an SVG with the boxes they fill, as far as they can be known without the font. */
export function texts(svg: string): Placed[] {
	const inherited = Number(/<svg[^>]* font-size="([\d.]+)"/.exec(svg)![1]);
	return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes, text]) => {
		const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes!)?.[1];
		const size = Number(attribute('font-size') ?? inherited);
		const width = textWidth(text!, size, attribute('font-weight') === '700');
		const x = Number(attribute('x'));
		const left = { middle: x - width / 2, end: x - width }[attribute('text-anchor') ?? ''] ?? x;
		const y = Number(attribute('y'));
		return { text: text!, size, left, right: left + width, top: y - TEXT_SIZE * 0.86, bottom: y + TEXT_SIZE * 0.12 };
	});
}

/** The width and height of the drawing. */
export const sizeOf = (svg: string): { width: number; height: number } => {
	const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!;
	return { width: Number(width), height: Number(height) };
};

/** Pairs of texts that stand on each other. */
export const overlaps = (placed: readonly Placed[]): string[] =>
	placed.flatMap((a, index) =>
		placed
			.slice(index + 1)
			.filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
			.map((b) => `${a.text} / ${b.text}`),
	);
