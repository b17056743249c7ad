import { describe, expect, test } from 'vitest';
import { type Measure, number, shareOf, sumOf } from '../../src/domain/statistic.ts';

const measure = (name: string, value: number, parts: number[] = [], over: Partial<Measure> = {}): Measure => ({
	name,
	value,
	unit: '个',
	grade: 'self',
	parts: parts.map((part, i) => ({ name: `第${i + 1}部分`, value: part })),
	...over,
});

describe('The parts of a total', () => {
	test('are added up before the reader’s eyes', () => {
		expect(sumOf(measure('党组织', 81, [8, 5, 57, 11]))).toEqual({ said: '8＋5＋57＋11＝81', holds: true, off: 0 });
	});

	test('that come to more or less say by how much', () => {
		expect(sumOf(measure('党组织', 82, [8, 5, 57, 11]))).toMatchObject({ holds: false, off: -1 });
		expect(sumOf(measure('党组织', 80, [8, 5, 57, 11]))).toMatchObject({ holds: false, off: 1 });
	});

	test('may have decimals', () => {
		expect(sumOf(measure('比例', 0.3, [0.1, 0.2]))).toMatchObject({ said: '0.1＋0.2＝0.3', holds: true });
	});

	test('of a figure without any are not shown as a sum', () => {
		expect(sumOf(measure('户数', 488))).toBeNull();
	});
});

describe('A share', () => {
	const whole = measure('已成立业委会', 488);

	test('is said with both counts, rounded only at the end', () => {
		const part = measure('建了党组织的业委会', 338, [], { of: '已成立业委会' });
		expect(shareOf(part, [whole, part])).toMatchObject({ said: '338÷488＝69.3%', percent: '69.3%' });
	});

	test('is not made of figures of different units, of nothing, or of a measure that is not there', () => {
		expect(shareOf(measure('人', 3, [], { of: '已成立业委会', unit: '人' }), [whole])).toBeNull();
		expect(shareOf(measure('人', 3, [], { of: '空' }), [measure('空', 0)])).toBeNull();
		expect(shareOf(measure('人', 3, [], { of: '没有这项' }), [whole])).toBeNull();
	});
});

test('Figures are grouped by three', () => {
	expect([number(15749), number(69.3), number(-1000), number(81)]).toEqual(['15,749', '69.3', '－1,000', '81']);
});
