import { describe, expect, test } from 'vitest';
import { shortYuan } from '../../src/charts/amounts.ts';
import { textWidth } from '../../src/charts/measure.ts';
import { axisLabels } from '../../src/charts/periods.ts';
import { Recorder } from '../../src/charts/recorder.ts';
import { roundScale } from '../../src/charts/scale.ts';
import { shareBars } from '../../src/charts/share-bars.ts';

test.each([
	[24154114, '24.2万'],
	[900000, '9,000'],
	[10719, '107'],
	[999949, '9,999'],
	[999950, '1万'],
	[2000000, '2万'],
	[-330000, '－3,300'],
	[-3300000, '－3.3万'],
	[-30, '0'],
	[0, '0'],
	[9_999_949_999, '9,999.9万'],
	[9_999_950_000, '1亿'],
	[13_512_345_678, '1.35亿'],
])('%i 分 is said as %s', (amount, text) => {
	expect(shortYuan(amount)).toBe(text);
});

describe('A scale', () => {
	test.each([
		[[24154114, 15392712], { min: 0, max: 30000000, step: 10000000 }],
		[[3000000, -3300000], { min: -4000000, max: 4000000, step: 2000000 }],
		[[-500, -100], { min: -600, max: 0, step: 200 }],
		[[0, 0], { min: 0, max: 100, step: 100 }],
		[[], { min: 0, max: 100, step: 100 }],
	])('for %j has round ends that hold nought', (values, scale) => {
		expect(roundScale(values, { least: 100 })).toEqual(scale);
	});
});

describe('The labels of a time axis', () => {
	const width = (text: string) => textWidth(text, 14);
	const months = ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03'];

	test('name each month and, where it is new, the year', () => {
		expect(axisLabels(months, 60, width)).toEqual([['11月', '2025年'], ['12月'], ['1月', '2026年'], ['2月'], ['3月']]);
	});

	test('skip in step with the year when there is little room', () => {
		expect(axisLabels(months, 20, width)).toEqual([['11月', '2025年'], [], ['1月', '2026年'], [], ['3月']]);
	});

	test('stack a month over its day before any is left out', () => {
		expect(axisLabels(['2026-03-10', '2026-04-14'], 40, width)).toEqual([
			['3月', '10日', '2026年'],
			['4月', '14日'],
		]);
	});

	test('leave text that is no period alone', () => {
		expect(axisLabels(['第一次', '2026'], 90, width)).toEqual([['第一次'], ['2026年']]);
	});
});

describe('Share bars', () => {
	const categories = [
		{ name: '利息', amount: 1 },
		{ name: '停车', amount: 4849281 },
		{ name: '广告', amount: 900000 },
	];

	test('are as wide as their share of the largest, to a tenth, and never quite nothing', () => {
		expect(shareBars(categories)).toEqual([
			{ name: '停车', amount: '48,492.81', width: '100.0%' },
			{ name: '广告', amount: '9,000.00', width: '18.6%' },
			{ name: '利息', amount: '0.01', width: '0.1%' },
		]);
	});

	test('of one whole add up to it', () => {
		const parts = [
			{ name: '甲', amount: 250 },
			{ name: '乙', amount: 600 },
			{ name: '丙', amount: 150 },
		];
		const widths = shareBars(parts, 1000).map(({ width }) => Number.parseFloat(width));
		expect(widths.reduce((sum, width) => sum + width, 0)).toBe(100);
	});

	test('of nothing, or of less, have no width', () => {
		expect(
			shareBars([
				{ name: '甲', amount: 0 },
				{ name: '乙', amount: -5 },
			]).map(({ width }) => width),
		).toEqual(['0%', '0%']);
	});
});

describe('The recorder', () => {
	test('refuses a colour that dark mode could not change', () => {
		const recorder = new Recorder('x');
		recorder.fillStyle = '#36a2eb';
		expect(() => recorder.fillRect(0, 0, 1, 1)).toThrow('would not follow dark mode');
	});

	test('writes like shapes that follow each other as one, and forgets a shift when it is restored', () => {
		const recorder = new Recorder('x');
		recorder.fillStyle = '@in-';
		recorder.save();
		recorder.translate(10, 20);
		recorder.fillRect(0, 0, 1.04, 2);
		recorder.restore();
		recorder.fillRect(0, 0, 3, 4);
		expect(recorder.markup()).toBe('<path class="in-" d="M10 20h1v2h-1zM0 0h3v4h-3z"/>');
	});

	test('escapes text', () => {
		const recorder = new Recorder('x');
		recorder.fillStyle = '@q1';
		recorder.fillText('<b>&', 1, 2);
		expect(recorder.markup()).toBe('<text x="1" y="2" class="q1">&lt;b&gt;&amp;</text>');
	});

	test('brings the hatch only where it is used, under its own id', () => {
		const recorder = new Recorder('x');
		recorder.fillStyle = '@c-hatch';
		recorder.fillRect(0, 0, 1, 1);
		expect(recorder.markup()).toMatch(/^<defs><pattern id="x-h".*<path fill="url\(#x-h\)" class="c-hatch"/);
	});
});

test('A Han character is one em wide, with a little to spare, and a figure about half of one', () => {
	expect(textWidth('结余', 100)).toBeCloseTo(206);
	expect(textWidth('00', 100)).toBeCloseTo(114.5, 0);
});
