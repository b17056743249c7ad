import { expect, test } from 'vitest';
import { pieces } from '../../src/basics/words.ts';

test.each([
	['现在没有公示，有三件通知', '现在没有公示，|有三件通知', 'short clauses stay whole'],
	['4月联席会议：定了三项，一项留到5月', '4月联席会议：|定了三项，|一项留到5月', 'a line breaks after a pause'],
	['公示', '公示', 'a single word has nothing to break'],
	['', '', 'neither has nothing'],
])('%s: %s (%s)', (text, expected) => {
	expect(pieces(text).join('|')).toBe(expected);
});

test('A long clause breaks between words and nowhere else, and loses no character', () => {
	const text = '关于增设24个电动自行车充电端口的公示';
	const parts = pieces(text);
	expect(parts.length).toBeGreaterThan(2);
	expect(parts.join('')).toBe(text);
	expect(parts.some((part) => part.startsWith('的'))).toBe(false);
});

test('No break stands between Chinese and figures, where the browser draws its own space, unless the piece would be long', () => {
	for (const part of pieces('关于3栋5栋屋面防水翻修使用资金220440元的公示').slice(1)) expect(part).toMatch(/^[\u4e00-\u9fff]/);
	expect(pieces('4月18日8:00至12:00，停水洗水箱').join('|')).toBe('4月18日8:00至|12:00，|停水洗水箱');
});

test('No break stands within a figure', () => {
	expect(pieces('议了140件，44件留到2026年6月30日，电梯大修预算396606.00元').join('|')).toBe(
		'议了140件，|44件|留到|2026年6月30日，|电梯|大修|预算|396606.00元',
	);
});
