import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/checks/files.ts';
import { checkEntries } from '../../src/checks/index.ts';
import { serialise } from '../../src/derive/serialise.ts';
import type { Entry } from '../../src/schema/index.ts';
import { collections } from '../../src/schema/index.ts';
import { example, whole } from '../examples.ts';

/** What the checks say of minutes with a text. */
const said = (body: string, check: string) =>
	checkEntries([...whole().filter(({ id }) => id !== example('meetings').id), example('meetings', {}, { body })])
		.filter((finding) => finding.check === check)
		.map(({ field, problem }) => `${field}: ${problem}`);

describe('A row with more cells than its head', () => {
	const ragged = '会议听了汇报。\n\n| 结果 | 面积 |\n| --- | --- |\n| 同意 | 4321.00 | 85.2% |\n| 反对 | 12.00 |';

	test('is named by its line in the text and in the file', () => {
		const { data, file } = example('meetings');
		const text = serialise(collections.meetings, data, ragged);
		const { findings } = checkFiles([{ file, bytes: new TextEncoder().encode(text) }]);
		const [found] = findings.filter(({ check }) => check === 'table-cells');
		expect(text.split('\n')[found!.line! - 1]).toBe('| 同意 | 4321.00 | 85.2% |');
		expect(found!.problem).toBe('第5行的表格有3格，表头只有2格，多出“85.2%”。');
	});

	test('is found in a list, in a quotation, and in what a notice says in another language', () => {
		expect(said('- 甲\n  | a | b |\n  |---|---|\n  | 1 | 2 | 3 |', 'table-cells')).toHaveLength(1);
		expect(said('> | a | b |\n> |---|---|\n> | 1 | 2 | 3 |', 'table-cells')).toHaveLength(1);
		const notice: Entry = example('notices', { languages: [{ language: 'en', title: 'Water', text: ragged, by: '译者' }] });
		expect(checkEntries([notice]).filter(({ check }) => check === 'table-cells')).toMatchObject([{ field: 'languages[1].text' }]);
	});

	test.each([
		'| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 1 | 2 |',
		'| 甲 | 乙 |\n| --- | --- |\n| 1 \\| 2 | 3 |',
		'甲\t乙\n1\t2',
		'停车\t12.00\n灯\t3.00',
		'同意 | 4321.00 | 85.2%',
	])('leaves alone rows that have no more, and lines that are no table: %j', (text) => {
		expect(said(text, 'table-cells')).toEqual([]);
	});
});

describe('What the page shows of a text is read by the privacy check as well', () => {
	test.each([
		['in bold by half', '有事找小王，**138**12345678'],
		['with stars between', '有事找小王，138*1234*5678'],
		['with stars in twos between', '有事找小王，138**1234**5678'],
		['with a line end in a cell', '| 找谁 | 电话 |\n| --- | --- |\n| 小王 | 138<br>12345678 |'],
		['with backslashes', '有事找小王，138\\-1234\\-5678'],
		['in rows of tabs, under their head', '找谁\t手机\n小王\t138\t1234\t5678'],
		['in rows of tabs within a list', '- 值班\n  找谁\t手机\n  小王\t138 1234 5678'],
		['in a list of numbers', '1. 小王 13812345678'],
		['behind a link', '[小王](tel:13812345678)'],
	])('a telephone number %s', (_, text) => {
		expect(said(text, 'privacy').join()).toContain('手机号');
	});

	test.each(['姓名\t房号\n张三\t3栋2单元501', '| 姓名 | 房号 |\n| --- | --- |\n| 张三 | 3栋2单元501 |'])(
		'a list of households, however its cells are kept apart: %j',
		(text) => {
			expect(said(text, 'privacy').join()).toContain('住户');
		},
	);

	test.each(['60*150元/月、200*80元/月，3*4*5', '张*三、李**签字', '停车\t12,000.00\n电梯\t138,000.00'])(
		'and leaves stars and sums alone: %j',
		(text) => {
			expect(said(text, 'privacy')).toEqual([]);
		},
	);
});
