import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeFault, organisationCheck, unifiedCheck } from '../../src/basics/unified-code.ts';
import { runs } from '../properties.ts';
import { inventedCode } from '../unified-codes.ts';

const GOOD = '91350100M000100Y43';

test('the last character follows from the 17 before it', () => {
	expect(unifiedCheck('91350100M000100Y4')).toBe('3');
	expect(organisationCheck('M000100Y')).toBe('4');
	expect(codeFault(GOOD)).toBeNull();
});

describe('A code that does not hold says where', () => {
	test.for<[string, object]>([
		['91350100M000100Y4', { kind: 'length', length: 17 }],
		[`${GOOD}3`, { kind: 'length', length: 19 }],
		['91350100M000100Y44', { kind: 'check', at: 18, character: '4', expected: '3' }],
		['91350100M000100Y33', { kind: 'inner', at: 17, character: '3', expected: '4' }],
		['91350100I000100Y43', { kind: 'character', at: 9, character: 'I' }],
		['91350100m000100Y43', { kind: 'character', at: 9, character: 'm' }],
		['9135O100M000100Y43', { kind: 'character', at: 5, character: 'O' }],
		['9135 0100M000100Y4', { kind: 'character', at: 5, character: ' ' }],
	])('%s', ([code, fault]) => {
		expect(codeFault(code)).toEqual(fault);
	});
});

test('no one character can be miswritten, and no two neighbours changed about, without its being seen', () => {
	const codes = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), minLength: 6, maxLength: 6 }).map(inventedCode);
	const place = fc.integer({ min: 0, max: 17 });
	const letter = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');
	fc.assert(
		fc.property(codes, place, letter, (code, at, other) => {
			expect(codeFault(code)).toBeNull();
			const miswritten = code.slice(0, at) + other + code.slice(at + 1);
			if (miswritten !== code) expect(codeFault(miswritten)).not.toBeNull();
			const swapped = code.slice(0, at) + code.slice(at + 1, at + 2) + code[at] + code.slice(at + 2);
			if (swapped !== code) expect(codeFault(swapped)).not.toBeNull();
		}),
		runs,
	);
});
