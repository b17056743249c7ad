import { describe, expect, test } from 'vitest';
import { asCalled, uploadName } from '../../../cms/app/names.ts';
import { readArea, readDay, readMoney, readTime } from '../../../cms/app/widgets/written.ts';

describe('An amount', () => {
	test.for([
		['1234.5', '1234.50'],
		['1,234.50元', '1234.50'],
		['￥12，800', '12800.00'],
		['１２８００', '12800.00'],
		['1.2万', '12000.00'],
		['0.5', '0.50'],
		['007', '7.00'],
		['-300', '-300.00'],
		['－300.10', '-300.10'],
		['-0', '0.00'],
		['12.345', null],
		['12.340', '12.34'],
		['1.23456万', '12345.60'],
		['一百元', null],
		['1.2.3', null],
		['12 800.00', '12800.00'],
		['', null],
	] as const)('written %s is kept as %s', ([written, kept]) => {
		expect(readMoney(written)).toBe(kept);
	});
});

describe('A day', () => {
	test.for([
		['2026-3-5', '2026-03-05'],
		['2026.03.05', '2026-03-05'],
		['2026年3月5日', '2026-03-05'],
		['2026/3/5', '2026-03-05'],
		['20260305', '2026-03-05'],
		['２０２６－３－５', '2026-03-05'],
		['2026-02-30', null],
		['3月5日', null],
		['昨天', null],
	] as const)('written %s is kept as %s', ([written, kept]) => {
		expect(readDay(written)).toBe(kept);
	});
});

describe('An hour', () => {
	test.for([
		['7:30', '07:30'],
		['19：30', '19:30'],
		['19点30分', '19:30'],
		['19点', '19:00'],
		['24:00', '24:00'],
		['24:30', null],
		['19', null],
	] as const)('written %s is kept as %s', ([written, kept]) => {
		expect(readTime(written)).toBe(kept);
	});
});

test.for([
	['86,412.6㎡', '86412.60'],
	['86412.60平方米', '86412.60'],
	['8.6万平方米', '86000.00'],
	['-5', null],
] as const)('An area written %s is kept as %s', ([written, kept]) => {
	expect(readArea(written)).toBe(kept);
});

describe('An upload is called', () => {
	const file = (name: string) => ({ name, size: 1000, lastModified: 1_775_000_000_000 });
	test('what it was called, when that can stand in an address', () => {
		expect(uploadName(file('Receipt 01.PDF'))).toBe('receipt-01.pdf');
	});
	test('something of its own when it has a Chinese name, and another for another file', () => {
		expect(uploadName(file('签到表.pdf'))).toMatch(/^file-[a-z0-9]+\.pdf$/);
		expect(uploadName({ ...file('签到表.pdf'), size: 1001 })).not.toBe(uploadName(file('签到表.pdf')));
	});
	test('by its owner’s name in what is said of it afterwards, where that is another', () => {
		const [plain, named] = [uploadName(file('receipt.pdf')), uploadName(file('报价单.pdf'))];
		expect(asCalled(`“来源”第1项的“附件”：“${named}”没有上传。`)).toBe(`“来源”第1项的“附件”：“报价单.pdf”（存成 ${named}）没有上传。`);
		expect(asCalled(`“${plain}”和“file-zz.pdf”没有上传。`)).toBe(`“${plain}”和“file-zz.pdf”没有上传。`);
	});
	test('nothing that leads elsewhere', () => {
		expect(uploadName(file('../../etc/passwd'))).toMatch(/^[a-z0-9][a-z0-9.-]*$/);
	});
});
