import { expect, test } from 'vitest';
import { certain, deadlineOf, lastPossible, sayLatest } from '../../src/domain/deadline.ts';
import { accuses, type Provision } from '../../src/law/provisions.ts';

test.for<[string, number, { last: string; sure: boolean }]>([
	['2023-06-18', 30, { last: '2023-07-18', sure: true }],
	['2023-09-01', 30, { last: '2023-10-07', sure: true }],
	['2026-03-12', 3, { last: '2026-03-16', sure: true }],
	['2019-09-01', 30, { last: '2019-10-01', sure: false }],
])('%s and %d days: %j', ([since, days, deadline]) => {
	expect(deadlineOf(since, days)).toEqual(deadline);
});

test('Where the rest days of a year are not known, the last day is not named, nobody is late before ten more, and nobody is accused', () => {
	const unsure = deadlineOf('2019-09-01', 30);
	const read: Provision = { name: '示例条例 第一条', says: '三十日内备案。', from: '2010-01-01', checked: '公开的文本' };
	expect([lastPossible(unsure), sayLatest(unsure), accuses(certain(read, unsure))]).toEqual(['2019-10-11', '', false]);
	const sure = deadlineOf('2023-09-01', 30);
	expect([lastPossible(sure), sayLatest(sure), accuses(certain(read, sure))]).toEqual(['2023-10-07', '，最迟2023年10月7日', true]);
});
