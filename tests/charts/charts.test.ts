import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { overlaps, sizeOf, texts } from './drawing.ts';
import { makers } from './examples.ts';

const shapes = ['wide', 'narrow'] as const;

describe.each(Object.entries(makers))('A chart of %s', (_, make) => {
	const chart = make();

	test('has the same bytes every time', () => {
		expect(make()).toEqual(chart);
	});

	test.each(shapes)('keeps every text of the %s drawing inside it, and none on another', (shape) => {
		const placed = texts(chart[shape]);
		const { width, height } = sizeOf(chart[shape]);
		const outside = placed.filter(({ left, right, top, bottom }) => left < -1 || right > width + 1 || top < -1 || bottom > height + 1);
		expect(outside).toEqual([]);
		expect(overlaps(placed)).toEqual([]);
	});

	test('is 720 wide on a desk and 360 on a phone, where no text is smaller than 13', () => {
		expect(shapes.map((shape) => sizeOf(chart[shape]).width)).toEqual([720, 360]);
		expect(texts(chart.narrow).filter(({ size }) => size < 13)).toEqual([]);
	});

	test.each(shapes)('weighs at most 9 KB in its %s drawing', (shape) => {
		expect(Buffer.byteLength(chart[shape])).toBeLessThanOrEqual(9 * 1024);
	});

	test('holds no style, no script, no colour of its own and no number that is none', () => {
		for (const shape of shapes) {
			expect(chart[shape]).not.toMatch(/style=|<script|<style|\son\w+=|#[0-9a-f]{3,6}"|rgb|NaN|Infinity|undefined/i);
		}
	});

	test('has ids that tell its two drawings apart, and refers to nothing else', () => {
		const page = chart.wide + chart.narrow;
		const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
		expect(new Set(ids).size).toBe(ids.length);
		const used = [...page.matchAll(/url\(#([^)]+)\)|aria-labelledby="([^"]+)"/g)].flatMap(([, url, names]) => url ?? names!.split(' '));
		expect(used.filter((id) => !ids.includes(id))).toEqual([]);
	});

	test('is named and described, and its table has a cell for each column', () => {
		for (const shape of shapes) {
			expect(chart[shape]).toContain(`>${chart.title}</title>`);
			expect(chart[shape]).toContain(`>${chart.desc}</desc>`);
		}
		expect(chart.desc).toMatch(/。$/);
		expect(chart.rows.filter((row) => row.length !== chart.columns.length)).toEqual([]);
	});
});

test('Every drawing is valid HTML', async () => {
	const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });
	const drawings = Object.values(makers).flatMap((make) => shapes.map((shape) => make()[shape]));
	const report = await validator.validateString(`<figure>${drawings.join('\n')}</figure>`);
	expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
});
