import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/search/fold.ts';
import { indexText, queryText, readWords, restore } from '../../src/search/tokens.ts';

const keysOf = (text: string) =>
	readWords(indexText(text, fold))
		.map(({ key }) => key)
		.filter(Boolean)
		.join(' ');

describe('A word of the index', () => {
	test.for([
		['维修资金', '维 修 资 金', 'is one Han character'],
		['維修資金', '维 修 资 金', 'is Simplified where Traditional was written'],
		['WiFi密码', 'wifi 密 码', 'is a run of letters, in lower case'],
		['2026年3月10日', '2026 年 3 月 10 日', 'is a run of digits'],
		['A1栋', 'a 1 栋', 'is never letters and digits mixed'],
		['结存3,206,880.45元', '结 存 3206880 45 元', 'is a number without the commas between its thousands'],
		['账号1234,567', '账 号 1234 567', 'is not joined by a comma that parts no thousands'],
		['建筑面积86㎡', '建 筑 面 积 86 m 2', 'is what a compatibility sign stands for'],
		['①2栋②5栋', '1 2 栋 2 5 栋', 'is a circled number by itself'],
		['１２栋Ａ座', '12 栋 a 座', 'is plain where full width was written'],
		['Café', 'cafe', 'has no accents'],
		['⽉底', '月 底', 'is the character where a radical was written'],
		['“同意”，4票。', '同 意 4 票', 'is never punctuation'],
	] as const)('%s → %s: it $2', ([text, keys]) => {
		expect(keysOf(text)).toBe(keys);
		expect(queryText(text, fold)).toBe(keys);
	});
});

describe('The text of the index', () => {
	test('keeps what was written behind the key, in signs that Pagefind drops', () => {
		expect(indexText('維修12,800元，好', fold)).toMatchInlineSnapshot(`"维|\`+;.;| 修 12800|,| 元\`==!: 好"`);
	});
	test('says nothing but the keys once punctuation is dropped, whatever was written', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(indexText(text, fold).replace(/[\p{L}\p{N} ]/gu, '')).toMatch(/^[!-/:-@[-^`{-~]*$/);
			}),
		);
	});
	test('comes back as it was, blanks evened out', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(restore(indexText(text, fold))).toBe(evened(text));
			}),
			{ numRuns: 2000 },
		);
	});
	test('lets no phrase reach from one block into the next', () => {
		expect(indexText('甲\n乙', fold).split(' ')).toHaveLength(3);
	});
});

test('Every run of words in a block is asked for by the very keys that stand there, side by side', () => {
	fc.assert(
		fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
			const words = readWords(indexText(text.replace(/\n/g, ' '), fold));
			const from = a % (words.length + 1);
			const run = words.slice(from, from + 1 + (b % 12));
			const keys = run.map(({ key }) => key).filter(Boolean);
			// ㎡ is two words written once: a run cannot begin or end within it.
			fc.pre(run[0]?.written !== '' && words[from + run.length]?.written !== '');
			expect(queryText(run.map(({ written, after }) => written + after).join(''), fold)).toBe(keys.join(' '));
		}),
		{ numRuns: 2000 },
	);
});

test('A query without a letter or digit asks for nothing', () => {
	expect(queryText('……！？ 　', fold)).toBe('');
});

/** Texts made of what trips a tokenizer, and of anything at all. */
const anyText = fc.oneof(
	fc.string({ unit: 'grapheme' }),
	fc.string({ unit: 'binary' }),
	fc
		.array(
			fc.constantFrom(
				...'维維修资資Aa1２3,,.，。、|`~\\_ \n　㎡①²éﬁ⽉々😀·'.split(/(?:)/u),
				'12,800',
				'1,234,567',
				'WiFi',
				'\u200b',
				'\ufe0f',
			),
		)
		.map((parts) => parts.join('')),
);

const evened = (text: string) =>
	text
		.split('\n')
		.map((line) => line.replace(/\s+/g, ' ').trim())
		.filter(Boolean)
		.join('\n');
