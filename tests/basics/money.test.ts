import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen, formalYuan, plainYuan, wan, yuan } from '../../src/basics/money.ts';
import { runs } from '../properties.ts';

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
		fc.assert(
			fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (n) => fen(plainYuan(n)) === n),
			runs,
		);
	});
	test('is said in 万 in headings only', () => {
		expect(wan(24_154_114)).toBe('24.15万');
		expect(wan(900_000)).toBe('9,000');
	});
});

describe('The characters that cannot be altered', () => {
	test.for([
		['12000.00', '人民币壹万贰仟元整', 'ends at the yuan: 整'],
		['1409.50', '人民币壹仟肆佰零玖元伍角整', 'ends at the 角: 整 may stand and does'],
		['16409.02', '人民币壹万陆仟肆佰零玖元零贰分', 'ends at the 分: no 整; no 角: 零 before the 分'],
		['325.04', '人民币叁佰贰拾伍元零肆分', 'the same without a zero in the yuan'],
		['100005.00', '人民币壹拾万零伍元整', 'four zeros are one 零'],
		['107000.53', '人民币壹拾万柒仟元伍角叁分', 'zeros at the end of the yuan before a 角: 零 may stand and does not'],
		['241541.14', '人民币贰拾肆万壹仟伍佰肆拾壹元壹角肆分', 'no zero at all'],
		['10.00', '人民币壹拾元整', 'ten is 壹拾'],
		['10001.00', '人民币壹万零壹元整', 'zeros over the 万'],
		['100000000.00', '人民币壹亿元整', 'an empty 万 is not said'],
		['100010000.00', '人民币壹亿零壹万元整', 'and leaves a 零 where more follows'],
		['1000000005.06', '人民币壹拾亿零伍元零陆分', 'zeros over two groups are one 零'],
		['0.00', '人民币零元整', 'nothing'],
		['0.30', '人民币叁角整', 'less than a yuan begins with the 角'],
		['0.07', '人民币柒分', 'or with the 分'],
		['-26380.00', '人民币负贰万陆仟叁佰捌拾元整', 'below zero'],
	] as const)('%s is %s (%s)', ([amount, formal]) => {
		expect(formalYuan(fen(amount))).toBe(formal);
	});

	test('say the amount they stand for, with one 零 at most in each gap', () => {
		const property = fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (amount) => {
			const formal = formalYuan(amount);
			expect(formal).toMatch(/^人民币[^零]|^人民币零元整$/);
			if (amount >= 100) expect(formal).not.toMatch(/零零|零[万亿元角整]/);
			expect(amountOf(formal)).toBe(amount);
		});
		fc.assert(property, runs);
	});
});

/** Reads the amount back, in 分, as a cashier would: digit by digit, unit by unit. */
function amountOf(formal: string): number {
	let [all, group, digit] = [0, 0, 0];
	for (const sign of formal.replace('人民币', '')) {
		const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(sign);
		const unit = { 拾: 10, 佰: 100, 仟: 1000 }[sign];
		const tail = { 元: 100, 角: 10, 分: 1 }[sign];
		const large = { 万: 10_000, 亿: 100_000_000 }[sign];
		if (value >= 0) digit = value;
		else if (unit) [group, digit] = [group + digit * unit, 0];
		else if (large) [all, group, digit] = [all + (group + digit) * large * 100, 0, 0];
		else if (tail) [all, group, digit] = [all + (group + digit) * tail, 0, 0];
	}
	return all;
}
