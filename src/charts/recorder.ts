import { escapeHtml } from '../basics/html.ts';
import { textWidth } from './measure.ts';

/** The size of text that says no other: 14 in a drawing 360 wide is 13 px on a phone. */
export const TEXT_SIZE = 14;

/** The one fill that is a pattern: spending, white with ink hatch. */
export const HATCH = '@c-hatch';

/**
 * A 2D drawing context that writes down what Chart.js draws and gives it back as SVG.
 *
 * A colour is a name, `@in-`, and becomes a class, so that dark mode and print change it in the stylesheet; a real colour is refused.
 * It knows what our charts use: whole circles, straight lines, rectangles, and text that stands upright.
 */
export class Recorder {
	fillStyle: unknown = 'transparent';
	strokeStyle: unknown = 'transparent';
	lineWidth = 1;
	font = `${TEXT_SIZE}px`;
	textAlign = 'start';
	textBaseline = 'alphabetic';

	readonly #id: string;
	#marks: Mark[] = [];
	#path: string[] = [];
	#shift = { x: 0, y: 0 };
	#saved: Partial<Recorder>[] = [];
	#shifts: { x: number; y: number }[] = [];

	/** `id`: a prefix unique on the page, for the pattern. */
	constructor(id: string) {
		this.#id = id;
	}

	/** What was drawn, as the inside of an `<svg>`. */
	markup(): string {
		const shapes = this.#marks.map((mark) => (mark.kind === 'text' ? mark.svg : `<path${mark.look} d="${mark.d}"/>`)).join('');
		return shapes.includes(this.#pattern) ? hatching(this.#pattern) + shapes : shapes;
	}

	get #pattern(): string {
		return `${this.#id}-h`;
	}

	// State

	save(): void {
		const { fillStyle, strokeStyle, lineWidth, font, textAlign, textBaseline } = this;
		this.#saved.push({ fillStyle, strokeStyle, lineWidth, font, textAlign, textBaseline });
		this.#shifts.push(this.#shift);
	}

	restore(): void {
		Object.assign(this, this.#saved.pop());
		this.#shift = this.#shifts.pop() ?? { x: 0, y: 0 };
	}

	translate(x: number, y: number): void {
		this.#shift = { x: this.#shift.x + x, y: this.#shift.y + y };
	}

	rotate(angle: number): void {
		if (angle) throw new Error('A chart’s text stands upright: set minRotation and maxRotation to 0.');
	}

	resetTransform(): void {
		this.#shift = { x: 0, y: 0 };
	}

	setTransform(): void {
		this.resetTransform();
	}

	setLineDash(): void {}

	/** Nothing is cut off: every scale holds its data, and a clip path would need an id and bytes for each chart. */
	clip(): void {}

	clearRect(): void {
		this.#marks = [];
	}

	// Paths

	beginPath(): void {
		this.#path = [];
	}

	closePath(): void {
		if (this.#path.length && !this.#path.at(-1)!.endsWith('z')) this.#path.push('z');
	}

	moveTo(x: number, y: number): void {
		this.#path.push(`M${this.#x(x)} ${this.#y(y)}`);
	}

	lineTo(x: number, y: number): void {
		this.#path.push(`${this.#path.length ? 'L' : 'M'}${this.#x(x)} ${this.#y(y)}`);
	}

	rect(x: number, y: number, width: number, height: number): void {
		this.#path.push(`M${this.#x(x)} ${this.#y(y)}h${round(width)}v${round(height)}h${round(-width)}z`);
	}

	arc(x: number, y: number, radius: number, from: number, to: number): void {
		if (Math.abs(to - from) < 6.28) throw new Error('The recorder draws whole circles only.');
		const [r, d] = [round(radius), round(radius * 2)];
		this.#path.push(`M${this.#x(x - radius)} ${this.#y(y)}a${r} ${r} 0 1 0 ${d} 0a${r} ${r} 0 1 0-${d} 0z`);
	}

	fill(): void {
		this.#draw('fill', this.fillStyle);
	}

	stroke(): void {
		if (this.lineWidth > 0) this.#draw('stroke', this.strokeStyle);
	}

	fillRect(x: number, y: number, width: number, height: number): void {
		this.beginPath();
		this.rect(x, y, width, height);
		this.fill();
	}

	/** Like things that follow each other (grid lines, the bars of one series, dots) share one element. */
	#draw(kind: 'fill' | 'stroke', colour: unknown): void {
		const name = className(colour);
		const d = this.#path.join('');
		if (!name || !d) return;
		const last = this.#marks.at(-1);
		// A dot is filled and then stroked: its class does both.
		if (kind === 'stroke' && last?.kind === 'fill' && last.name === name && last.d.endsWith(d)) {
			last.look = `${this.#thickness} class="${name}"`;
			return;
		}
		if (last?.kind === kind && last.name === name) last.d += d;
		else this.#marks.push({ kind, name, look: `${this.#paint(kind, colour)} class="${name}"`, d });
	}

	#paint(kind: 'fill' | 'stroke', colour: unknown): string {
		if (kind === 'stroke') return ` fill="none"${this.#thickness}`;
		return colour === HATCH ? ` fill="url(#${this.#pattern})"` : '';
	}

	get #thickness(): string {
		return this.lineWidth === 1 ? '' : ` stroke-width="${round(this.lineWidth)}"`;
	}

	// Text

	measureText(text: unknown) {
		const { size, bold } = this.#type;
		const width = textWidth(String(text), size, bold);
		return { width, actualBoundingBoxAscent: size * 0.8, actualBoundingBoxDescent: size * 0.2 };
	}

	fillText(text: string, x: number, y: number): void {
		const name = className(this.fillStyle);
		if (!text || !name) return;
		const { size, bold } = this.#type;
		const anchor = ANCHORS[this.textAlign];
		const look = [
			anchor && ` text-anchor="${anchor}"`,
			size !== TEXT_SIZE && ` font-size="${round(size)}"`,
			bold && ' font-weight="700"',
			` class="${name}"`,
		];
		// Browsers place Han text differently under dominant-baseline; a shift of our own is the same everywhere.
		const baseline = y + size * (DROPS[this.textBaseline] ?? 0);
		this.#marks.push({
			kind: 'text',
			name,
			svg: `<text x="${this.#x(x)}" y="${this.#y(baseline)}"${look.filter(Boolean).join('')}>${escapeHtml(text)}</text>`,
		});
	}

	/** Chart.js writes a font as `bold 13px sans-serif`; the family is the page’s. */
	get #type(): { size: number; bold: boolean } {
		return { size: Number(/([\d.]+)px/.exec(this.font)?.[1] ?? TEXT_SIZE), bold: /\b(bold|[6-9]00)\b/.test(this.font) };
	}

	#x(x: number): string {
		return round(x + this.#shift.x);
	}

	#y(y: number): string {
		return round(y + this.#shift.y);
	}
}

type Mark = { kind: 'fill' | 'stroke'; name: string; look: string; d: string } | { kind: 'text'; name: string; svg: string };

const ANCHORS: Record<string, string> = { center: 'middle', right: 'end', end: 'end' };

/** How far below the given line the letters stand, in em. */
const DROPS: Record<string, number> = { top: 0.85, middle: 0.36, bottom: -0.15 };

/** `@in-` → `in-`; what is transparent is not drawn. */
function className(colour: unknown): string | null {
	if (typeof colour === 'string' && colour.startsWith('@')) return colour.slice(1);
	if (colour === 'transparent' || colour === undefined) return null;
	throw new Error(`The colour ${String(colour)} would not follow dark mode: name a class, like “@c-ink”.`);
}

/** Ink lines on white at 45°, five apart. Each drawing has its own: a pattern inside a hidden drawing is not drawn. */
const hatching = (id: string): string =>
	`<defs><pattern id="${id}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
	'<path class="c-hat0" d="M0 0h5v5H0z"/><path class="c-hat" d="M2.5 0v5"/></pattern></defs>';

/** Tenths of a px are enough for an eye. */
const round = (n: number): string => String(Math.round(n * 10) / 10 || 0);
