import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen, formalYuan, plainYuan, wan, yuan } from '../../src/basics/money.ts';

describe('Yuan', () => {
	test.for([
		['12800.00', 1_280_000, '12,800.00'],
		['0.05', 5, '0.05'],
		['-3.50', -350, '－3.50'],
		['214386.52', 21_438_652, '214,386.52'],
	] as const)('%s is %s 分 and shown as %s', ([text, amount, shown]) => {
		expect(fen(text)).toBe(amount);
		expect(plainYuan(amount)).toBe(text);
		expect(yuan(amount)).toBe(shown);
	});
	test.for(['12800', '12,800.00', '1.5', ' 1.00', '1.000', ''])('“%s” is no amount', (text) => {
		expect(() => fen(text)).toThrow();
	});
	test('any amount survives being written and read', () => {
		fc.assert(fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (n) => fen(plainYuan(n)) === n));
	});
	test('is said in 万 in headings only', () => {
		expect(wan(24_154_114)).toBe('24.15万');
		expect(wan(900_000)).toBe('9,000');
	});
});

describe('The characters that cannot be altered', () => {
	test.for([
		['12000.00', '人民币壹万贰仟元整'],
		['1409.50', '人民币壹仟肆佰零玖元伍角整'],
		['16409.02', '人民币壹万陆仟肆佰零玖元零贰分'],
		['325.04', '人民币叁佰贰拾伍元零肆分'],
		['100005.00', '人民币壹拾万零伍元整'],
		['107000.53', '人民币壹拾万柒仟元伍角叁分'],
		['241541.14', '人民币贰拾肆万壹仟伍佰肆拾壹元壹角肆分'],
		['100000000.00', '人民币壹亿元整'],
		['100010000.00', '人民币壹亿零壹万元整'],
		['0.00', '人民币零元整'],
		['0.30', '人民币叁角整'],
		['0.07', '人民币柒分'],
	] as const)('%s is %s', ([amount, formal]) => {
		expect(formalYuan(fen(amount))).toBe(formal);
	});
});
