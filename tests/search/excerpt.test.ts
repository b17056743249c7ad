import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../src/search/excerpt.ts';
import { fold } from '../../src/search/fold.ts';
import { holdsAll, phrasesIn } from '../../src/search/phrases.ts';
import { indexText, readWords } from '../../src/search/tokens.ts';

const words = (text: string) => readWords(indexText(text, fold));
const excerpt = (text: string, q: string) =>
	excerptOf(words(text), phrasesIn(q, fold))
		.map(({ text, hit }) => (hit ? `【${text}】` : text))
		.join('');

describe('An excerpt', () => {
	test.for([
		['第二次通过，使用维修资金。', '维修资金', '第二次通过，使用【维修资金】。', 'marks the words'],
		['使用維修資金。', '维修资金', '使用【維修資金】。', 'marks them as they were written'],
		['先公示、后表决、再签约', '公示后表决', '先【公示、后表决】、再签约', 'marks what stands between them'],
		['结存3,206,880.45元', '3206880.45', '结存【3,206,880.45】元', 'marks a number with its commas'],
		['换了WiFi密码', 'wi', '换了【WiFi】密码', 'marks the whole of a word that was begun'],
		['甲修电梯，乙修门禁', '门禁 电梯', '甲修【电梯】，乙修【门禁】', 'marks every phrase'],
		['修电梯\n修门禁', '门禁', '修电梯 修【门禁】', 'goes on over the end of a block'],
	] as const)('%s, %s → it $3', ([text, q, marked]) => {
		expect(excerpt(text, q)).toBe(marked);
	});
	test('of a long text begins a little before the hit and says that it goes on', () => {
		const shown = excerpt(`${'前'.repeat(200)}电梯${'后'.repeat(200)}`, '电梯');
		expect(shown).toMatch(/^……前{14}【电梯】后+……$/);
	});
	test('shows the place where most hits are', () => {
		expect(excerpt(`标题\n电梯${'远'.repeat(200)}电梯和电梯`, '电梯')).toContain('【电梯】和【电梯】');
	});
	test('shows the text rather than the title, which stands above it', () => {
		expect(excerpt(`电梯电梯电梯\n${'远'.repeat(200)}电梯`, '电梯')).toMatch(/远【电梯】$/);
	});
});

describe('A query', () => {
	test.for([
		['电梯 门禁', '门禁坏了，电梯也坏了', true, 'of two words finds a text that has both, in any order'],
		['电梯 门禁', '电梯坏了', false, 'of two words does not find a text with one'],
		['电梯　门禁', '门禁和电梯', true, 'may have a blank as wide as a character'],
		['修电梯', '修\n电梯', false, 'of one word does not reach from block to block'],
		['20', '2026年', false, 'of digits finds whole numbers'],
		['prop', '买了POS机和property', true, 'of letters finds the words it begins'],
		['prop费', 'property费', false, 'of letters among others finds whole words'],
	] as const)('%s, %s: it $3', ([q, text, found]) => {
		expect(holdsAll(words(text), phrasesIn(q, fold))).toBe(found);
	});
});
