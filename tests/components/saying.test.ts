import { describe, expect, test } from 'vitest';
import { currentTerm, holds, isAhead } from '../../src/components/clock.ts';
import { sayLeft } from '../../src/components/left.ts';
import { percent } from '../../src/components/meetings/shares.ts';
import { signed } from '../../src/components/notices/signature.ts';
import { withPhones } from '../../src/components/phones.ts';
import { sayDay } from '../../src/components/saying.ts';

const on = (today: string) => ({ passed: (day: string) => today >= day });

describe('what is still open', () => {
	test.each([
		['2026-04-12', '今天4月12日，还有9天（含今天）'],
		['2026-04-19', '今天4月19日，还有2天（含今天）'],
		['2026-04-20', '今天是最后一天'],
		['2026-04-20T17:59', '今天是最后一天'],
		['2026-04-20T23:59', '今天是最后一天'],
		['2026-04-21', '今天4月21日，已经截止'],
	])('A period until 20 April, read on %s: %s', (today, said) => {
		expect(sayLeft('2026-04-20T24:00', today)).toBe(said);
	});

	test.each([
		['2026-04-20T17:59', '今天是最后一天'],
		['2026-04-20T18:00', '今天4月20日，已经截止'],
	])('P9: Where every way to object closes at 18:00, read at %s: %s', (now, said) => {
		expect(sayLeft('2026-04-20T18:00', now)).toBe(said);
	});

	test('The last day is not over, the next it is', () => {
		expect(isAhead(on('2026-04-20'), '2026-04-20')).toBe(true);
		expect(isAhead(on('2026-04-21'), '2026-04-20')).toBe(false);
	});
});

describe('how days are said', () => {
	test.each([
		['2026-04-13', '2026-04-10', {}, '4月10日'],
		['2026-04-13', '2025-12-15', {}, '2025年12月15日'],
		['2026-04-13', '2027-01-01', {}, '2027年1月1日'],
		['2026-04-13', '2026-04-10', { full: true, weekday: true }, '2026年4月10日（周五）'],
	])('Today is %s: %s with %j is %s', (today, day, how, said) => {
		expect(sayDay(on(today), day, how)).toBe(said);
	});
});

describe('who is in office', () => {
	const terms = [
		{ name: '第三届', from: '2028-06-18' },
		{ name: '第二届', from: '2023-06-18' },
		{ name: '第一届', from: '2018-06-18' },
	];
	test('The term that runs is the latest that has begun', () => {
		expect(currentTerm(on('2026-04-13'), terms).name).toBe('第二届');
		expect(currentTerm(on('2028-06-18'), terms).name).toBe('第三届');
	});
	test('On the day someone leaves, the post is no longer held', () => {
		expect(holds(on('2026-03-30'), { from: '2023-06-18', until: '2026-03-31' })).toBe(true);
		expect(holds(on('2026-03-31'), { from: '2023-06-18', until: '2026-03-31' })).toBe(false);
	});
});

test.each([
	[131, 165, '79.39%'],
	[2, 3, '66.66%'],
	[749999, 1000000, '74.99%'],
	[1, 1, '100.00%'],
	[0, 5, '0.00%'],
	[0, 0, '—'],
	[1264010, 1764048, '71.65%'],
])('%i of %i is %s', (part, whole, share) => {
	expect(percent(part, whole)).toBe(share);
});

describe('who signs a notice', () => {
	test('A text that ends with its signer and day is signed by itself', () => {
		expect(signed('特此公示。\n\n业主委员会（第二届）\n\n2026年4月11日\n', '业主委员会', '2026-04-11')).toEqual({
			text: '特此公示。',
			lines: ['业主委员会（第二届）', '2026年4月11日'],
		});
	});
	test('A text without gets the name of its issuer and the day of posting', () => {
		expect(signed('散会。\n特此公示。\n业主委员会\n居民委员会\n2026年4月11日', '业主委员会', '2026-04-11')).toEqual({
			text: '散会。\n特此公示。',
			lines: ['业主委员会', '居民委员会', '2026年4月11日'],
		});
		expect(signed('特此公示。', '业主委员会', '2026-04-11')).toEqual({ text: '特此公示。', lines: ['业主委员会', '2026年4月11日'] });
	});
});

test('An office’s telephone number in a text can be called, and other figures cannot', () => {
	expect(withPhones('0000-6000101（9:00至18:00），2026-04-11起').filter(({ phone }) => phone)).toEqual([
		{ text: '0000-6000101', phone: '00006000101' },
	]);
});
