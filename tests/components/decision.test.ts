import { describe, expect, test } from 'vitest';
import { decisionName, shortTitle } from '../../src/components/ledger/decision.ts';
import { lengthOf, monthsOf, spanText } from '../../src/components/roster/span.ts';

const records: Record<string, Record<string, string>> = {
	'communities/a': { name: '金桂苑（示例）' },
	'meetings/a/2026-03-10-joint': { form: 'joint', heldOn: '2026-03-10' },
	'documents/a/rules': { title: '金桂苑公共收益管理办法（2024年修订）' },
};
const store = { get: <Data>(id: string) => (records[id] as Data | undefined) ?? null };

describe('A line of a ledger names what it was decided by', () => {
	test('in few words', () => {
		expect(decisionName(store, 'meetings/a/2026-03-10-joint')).toBe('3月联席会议');
		expect(decisionName(store, 'documents/a/rules')).toBe('公共收益管理办法');
	});

	test('only if it is there', () => {
		expect(decisionName(store, 'meetings/a/2026-04-10-joint')).toBeNull();
		expect(decisionName(store, 'documents/a/none')).toBeNull();
	});

	test('by its whole title where that is all there is', () => {
		expect(shortTitle('（2024年修订）', '金桂苑（示例）')).toBe('（2024年修订）');
		expect(shortTitle('维修资金使用公示', '金桂苑（示例）')).toBe('维修资金使用公示');
	});
});

describe('The length of a term', () => {
	test.for([
		['2023-06-18', '2028-06-17', '五年'],
		['2024-09-01', '2026-08-31', '两年'],
		['2024-09-01', '2027-02-28', '30个月'],
	] as const)('from %s until %s is %s', ([from, until, said]) => {
		expect(lengthOf(from, until)).toBe(said);
	});

	test('counts a month only when it is full', () => {
		expect(monthsOf('2023-06-18', '2023-07-16')).toBe(0);
		expect(monthsOf('2023-06-18', '2023-07-17')).toBe(1);
	});

	test('is said in years and months', () => {
		expect([spanText(26), spanText(36), spanText(5)]).toEqual(['2年2个月', '3年', '5个月']);
	});
});
