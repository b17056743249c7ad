import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personalData } from '../../src/privacy/detectors.ts';
import { disguises, identityDisguises, mobileDisguises } from './disguising.ts';
import { innocent } from './innocent.ts';
import { planted } from './planted.ts';

const whats = (text: string) => personalData(text).map(({ what }) => what);

describe('A planted datum is found', () => {
	test('the corpus is large enough to mean something', () => {
		expect(planted.length).toBeGreaterThanOrEqual(150);
		expect(innocent.length).toBeGreaterThanOrEqual(150);
	});
	test.for(planted)('%s in “%s”', ([what, text]) => {
		expect(whats(text)).toContain(what);
	});
	test.for(Object.entries(mobileDisguises))('a mobile number, %s', ([, write]) => {
		expect(whats(`请联系${write('13800138000')}再来`)).toContain('手机号');
	});
	test.for(Object.entries(identityDisguises))('an identity number, %s', ([, write]) => {
		expect(whats(`证件${write('11010519491231002X')}已核`)).toContain('身份证号');
	});
	test.for(Object.entries(disguises))('a bank card, %s', ([, write]) => {
		expect(whats(`收款账号${write('4111111111111111')}`)).toContain('银行卡号');
	});
});

describe('What is no personal datum is let be', () => {
	test.for(innocent.map((text) => [text]))('“%s”', ([text]) => {
		expect(whats(text!)).toEqual([]);
	});
});

const digits = (n: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: n, maxLength: n });
const mobile = fc
	.tuple(fc.constantFrom(...'3456789'), digits(9))
	.map(([second, rest]) => `1${second}${rest}`)
	// 130亿元 is an amount.
	.filter((number) => !number.endsWith('000000'));
const identity = fc
	.tuple(
		fc.constantFrom('110105', '330106', '350102', '440305', '510107', '650102'),
		fc.integer({ min: 1930, max: 2020 }),
		fc.integer({ min: 1, max: 12 }),
		fc.integer({ min: 1, max: 28 }),
		digits(3),
	)
	.map(([area, year, month, day, rest]) => {
		const body = `${area}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${rest}`;
		const sum = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((all, weight, i) => all + weight * Number(body[i]), 0);
		return body + '10X98765432'[sum % 11];
	});
const chinese = fc.string({
	unit: fc.oneof(
		{
			weight: 8,
			arbitrary: fc.constantFrom(
				...'的一是在有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严',
			),
		},
		{ weight: 1, arbitrary: fc.constantFrom(...'，。；：、（）“”') },
	),
	minLength: 0,
	maxLength: 40,
});

const RUNS = { numRuns: 2000 };

test('any mobile number is found in any Chinese text, however it is disguised', () => {
	fc.assert(
		fc.property(chinese, mobile, fc.constantFrom(...Object.keys(mobileDisguises)), chinese, (before, number, disguise, after) =>
			whats(`${before}${mobileDisguises[disguise]!(number)}${after}`).includes('手机号'),
		),
		RUNS,
	);
});

test('any identity number is found in any Chinese text, however it is disguised', () => {
	fc.assert(
		fc.property(chinese, identity, fc.constantFrom(...Object.keys(identityDisguises)), chinese, (before, number, disguise, after) =>
			whats(`${before}${identityDisguises[disguise]!(number)}${after}`).includes('身份证号'),
		),
		RUNS,
	);
});

test('no Chinese text without a number in it is refused', () => {
	fc.assert(
		fc.property(chinese, fc.integer({ min: 0, max: 99_999_999 }), chinese, (before, yuan, after) => {
			const amount = `${(yuan / 100).toFixed(2)}元`;
			return !whats(`${before}，${amount}；${after}`).some((what) => what !== '房号');
		}),
		RUNS,
	);
});
