import { describe, expect, test } from 'vitest';
import { caution, comparisonsOf, countClaims, type Grade, placeOf } from '../../src/domain/case-study.ts';
import type { CaseStudy } from '../../src/schema/cases.ts';

const claims = (...grades: Grade[]) => grades.map((grade) => ({ grade })) as CaseStudy['claims'];
const sources = (...interested: boolean[]) => interested.map((one) => ({ title: '报道', ...(one ? { interested: true } : {}) }));

describe('The figures of a case', () => {
	test.for([
		[claims('self', 'self'), '2个，都是自述'],
		[claims('self', 'third', 'self'), '3个：1个第三方记录，2个自述'],
		[claims('ours', 'party'), '2个：1个当事方原始记录，1个本站推算'],
		[claims(), '没有列出数字'],
	] as const)('are counted by who recorded them', ([given, said]) => {
		expect(countClaims({ claims: given })).toBe(said);
	});
});

describe('A case says before anything else that it is told by those who did it', () => {
	test.for([
		{
			claims: claims('self'),
			sources: sources(true),
			said: '自述：材料由做这件事的人或单位提供，数字都是当事方自己说的，本站没有见到旁证。',
		},
		{ claims: claims('self', 'third'), sources: sources(true, false), said: '自述：一部分材料由做这件事的人或单位提供。' },
		{ claims: claims('self'), sources: sources(false), said: '自述：数字都是当事方自己说的，本站没有见到旁证。' },
		{ claims: claims('self', 'third'), sources: sources(false), said: null },
		{ claims: claims(), sources: sources(false), said: null },
	])('$said', ({ said, ...study }) => {
		expect(caution(study)).toBe(said);
	});
});

test('Only what is a number before and after can be drawn', () => {
	const beforeAfter = [
		{ what: '电梯', before: '不敢坐', after: '修好了' },
		{ what: '修好的', before: '没有', after: '41台', beforeValue: 0, afterValue: 41, unit: '台' },
		{ what: '故障', before: '没有写', after: '少了80%', afterValue: 20 },
	];
	expect(comparisonsOf({ beforeAfter })).toEqual([{ name: '修好的', unit: '台', before: 0, after: 41 }]);
});

test('A place is named as far as the source names it', () => {
	expect(placeOf({ place: { city: '杭州市', district: '拱墅区', estate: '小河佳苑' } })).toBe('杭州市拱墅区小河佳苑');
	expect(placeOf({ place: { city: '西安市' } })).toBe('西安市');
});
