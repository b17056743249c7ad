import { describe, expect, test } from 'vitest';
import {
	addDays,
	chineseDay,
	chinesePeriod,
	dayInShanghai,
	daysBetween,
	isDay,
	periodBefore,
	periodDays,
	periodInYear,
	weekdayName,
} from '../../src/basics/days.ts';

describe('A day', () => {
	test.for([
		['2026-03-10', true],
		['2024-02-29', true],
		['2026-02-29', false],
		['2026-02-30', false],
		['2026-13-01', false],
		['2026-3-1', false],
		['2026-03-10T00:00', false],
	] as const)('%s exists: %s', ([text, exists]) => {
		expect(isDay(text)).toBe(exists);
	});
	test('is counted across the end of February', () => {
		expect(addDays('2024-02-27', 3)).toBe('2024-03-01');
		expect(daysBetween('2024-02-27', '2024-03-01')).toBe(3);
	});
	test('turns in Shanghai eight hours before Greenwich', () => {
		expect(dayInShanghai(Date.UTC(2026, 3, 12, 15, 59))).toBe('2026-04-12');
		expect(dayInShanghai(Date.UTC(2026, 3, 12, 16, 0))).toBe('2026-04-13');
	});
	test('is written the Chinese way, without the year when it is this year', () => {
		expect(chineseDay('2026-04-03')).toBe('2026年4月3日');
		expect(chineseDay('2026-04-03', '2026-12-31')).toBe('4月3日');
		expect(chineseDay('2025-04-03', '2026-12-31')).toBe('2025年4月3日');
		expect(weekdayName('2026-04-13')).toBe('周一');
	});
});

describe('A period', () => {
	test.for([
		['2026-Q1', '2026-01-01', '2026-03-31', '2026年第一季度', '2025-Q4'],
		['2025-Q4', '2025-10-01', '2025-12-31', '2025年第四季度', '2025-Q3'],
		['2026-H2', '2026-07-01', '2026-12-31', '2026年下半年', '2026-H1'],
		['2024-02', '2024-02-01', '2024-02-29', '2024年2月', '2024-01'],
		['2026-01', '2026-01-01', '2026-01-31', '2026年1月', '2025-12'],
		['2026', '2026-01-01', '2026-12-31', '2026年', '2025'],
	] as const)('%s runs from %s to %s, is read %s and follows %s', ([period, first, last, read, before]) => {
		expect(periodDays(period)).toEqual({ first, last });
		expect(chinesePeriod(period)).toBe(read);
		expect(periodBefore(period)).toBe(before);
	});
});

test('A period is said with its year, and without', () => {
	const said = (period: string) => [chinesePeriod(period), periodInYear(period)];
	expect(said('2026-Q1')).toEqual(['2026年第一季度', '一季度']);
	expect(said('2026-H2')).toEqual(['2026年下半年', '下半年']);
	expect(said('2026-03')).toEqual(['2026年3月', '3月']);
	expect(said('2026')).toEqual(['2026年', null]);
});
