import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personalData } from '../../src/privacy/detectors.ts';

const whats = (text: string) => personalData(text).map(({ what }) => what);

describe('A private number is seen', () => {
	test.for([
		['手机号', '有事打13800138000'],
		['手机号', '有事打 138-0013-8000'],
		['手机号', '有事打+86 138 0013 8000'],
		['手机号', '有事打１３８００１３８０００'],
		['手机号', '有事打138\u200b0013\u200b8000'],
		['手机号', '有事打138**0013**8000'],
		['手机号', '有事打一三八零零一三八零零零'],
		['手机号', '有事打幺三八〇〇幺三八〇〇〇'],
		['手机号', '有事打1 3 8 0 0 1 3 8 0 0 0'],
		['手机号', '有事打138<b>0013</b>8000'],
		['身份证号', '证件 11010519491231002X'],
		['银行卡号', '收款账号 4111 1111 1111 1111'],
		['车牌号', '车牌浙A12345的车'],
		['车牌号', '车牌浙AD12345的车'],
		['微信号', '加微信 abc_12345'],
		['QQ号', 'QQ：123456789'],
		['不动产权证号', '浙（2019）杭州市不动产权第0123456号'],
	] as const)('%s in “%s”', ([what, text]) => {
		expect(whats(text)).toEqual([what]);
	});
});

describe('What is no private number is left alone', () => {
	test.for([
		'社区电话0000-6000100，急修0571-87000000',
		'结余241,541.14元，凭证2026-0412-008',
		'统一社会信用代码91350100M000100Y43',
		'2026年4月13日19:30至20:40，第13800号',
		'编号 4111 1111 1111 1111',
		'400-8001-2345、12345、96123',
		'共划分网格15749个，网格员12076名',
		'一至九号楼三百零四户，二〇二六年一月一日至二〇二六年十二月三十一日',
		'面积13812.34平方米，金额138001380.00元',
	])('“%s”', (text) => {
		expect(whats(text)).toEqual([]);
	});
});

test('what is said of it does not repeat it', () => {
	expect(personalData('13800138000')[0]!.shown).toBe('138…00');
});

test('any mobile number is seen in the middle of Chinese, whatever stands between its parts', () => {
	const number = fc.tuple(
		fc.integer({ min: 3, max: 9 }),
		fc.integer({ min: 0, max: 9 }),
		fc.integer({ min: 0, max: 9999 }),
		fc.integer({ min: 0, max: 9999 }),
	);
	const between = fc.constantFrom('', ' ', '-', '\u200b', '*', '　');
	fc.assert(
		fc.property(number, between, ([second, third, a, b], gap) => {
			const parts = [`1${second}${third}`, String(a).padStart(4, '0'), String(b).padStart(4, '0')];
			return whats(`请联系${parts.join(gap)}再来`).includes('手机号');
		}),
	);
});
