import { expect, test } from 'vitest';
import { withFigures } from '../../src/basics/figures.ts';
import { withoutBrokenFigures } from '../../src/components/unbroken.ts';

const figures = (text: string) => withFigures(text).flatMap((part) => (part.figure ? [part.text] : []));

test.each([
	['结余241,541.14元，比上期多＋2,415元', ['241,541.14元', '＋2,415元']],
	['2026年4月13日至5月6日，共24天', ['2026年4月13日', '5月6日', '24天']],
	['同意129人、39,102.60平方米，占74.43％', ['129人', '39,102.60平方米', '74.43％']],
	['打0000-6000101，或400 820 0000', ['0000-6000101', '400 820 0000']],
	['建筑面积57.3㎡的12 户，工期3个月', ['57.3㎡', '12 户', '3个月']],
	['合同价1.2万元，第3栋，80／100', ['1.2万元', '第3栋', '80／100']],
	['8:00至12:00', ['8:00至', '12:00']],
	['满意度 98.4，序号12', []],
	['见 https://board.example/a/2026-04-13-b/12元/ 的第2页', ['第2页']],
	['没有数字', []],
])('In “%s” what would break is %j', (text, expected) => {
	expect(figures(text)).toEqual(expected);
});

test('No sign of a text is lost', () => {
	const text = '8＋5＋57＋11＝81，2026年4月13日（周一）18:00前，-3℃';
	expect(
		withFigures(text)
			.map((part) => part.text)
			.join(''),
	).toBe(text);
});

test('A page keeps its markup, and its figures their lines', () => {
	expect(withoutBrokenFigures('<p title="12元">收<b>12元</b>&#39;3件</p><time>4月13日</time>')).toBe(
		'<p title="12元">收<b><span class="nw">12元</span></b>&#39;<span class="nw">3件</span></p><time>4月13日</time>',
	);
	const untouched = '<title>12元</title><svg><text>12元</text></svg><!-- 12元 --><script src="a?b=12元"></script>';
	expect(withoutBrokenFigures(untouched)).toBe(untouched);
});
