import { expect, test } from 'vitest';
import { reckoningOf } from '../../src/components/notices/reckoning.ts';
import { lastDay } from '../../src/domain/notice-period.ts';
import { restDays } from '../../src/law/rest-days.ts';

const said = (
	postedOn: string,
	days: number,
	unit: 'calendar' | 'working',
	rollOver: boolean,
	{ changedOn = [] as string[], closesOn = '' } = {},
) => {
	const counted = lastDay({ postedOn, changedOn, days, unit }, { rollOver }, restDays);
	return reckoningOf({ postedOn, closesOn: closesOn || counted.last, days, unit, counted }, restDays);
};

test('Days of the calendar need no schedule of rest days', () => {
	expect(said('2026-03-11', 7, 'calendar', false)).toEqual(['公示7日，3月11日（周三）张贴，张贴当天不算。', '第7天是3月18日（周三）。']);
});

test('A roll-over names the days it passed over and where it learnt of them', () => {
	expect(said('2026-04-11', 7, 'calendar', true)).toEqual([
		'公示7日，4月11日（周六）张贴，张贴当天不算。',
		'第7天是4月18日（周六）。',
		'4月18日周六、4月19日周日，顺延到4月20日（周一）。',
		'休息日按国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）。',
	]);
	expect(said('2025-04-02', 30, 'calendar', true)[2]).toBe('5月2日至5日劳动节放假，顺延到5月6日（周二）。');
});

test('Working days say which days were not counted, and a weekend that was worked', () => {
	expect(said('2026-02-06', 6, 'working', true)).toEqual([
		'公示6个工作日，2月6日（周五）张贴，张贴当天不算。',
		'第6个工作日是2月14日（周六，调休上班）。',
		'中间2月7日周六、2月8日周日不算。',
		'休息日按国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）。',
	]);
	expect(said('2026-02-13', 5, 'working', true)[2]).toBe('中间2月15日至23日春节放假不算。');
	expect(said('2026-03-02', 12, 'working', true)[2]).toBe('中间4天周末不算。');
});

test('A changed text is counted from the day it was posted anew', () => {
	expect(said('2026-03-02', 7, 'calendar', false, { changedOn: ['2026-03-05'] })).toEqual([
		'公示7日，3月2日（周一）张贴，张贴当天不算。',
		'3月5日（周四）改了内容重新张贴，从这天重新数。',
		'第7天是3月12日（周四）。',
	]);
});

test('A later last day than was reckoned is said to be later', () => {
	expect(said('2026-03-11', 7, 'calendar', false, { closesOn: '2026-03-20' }).at(-1)).toBe('写明到3月20日（周五）截止，比算出来的多2天。');
});

test('Of a year whose schedule is not out nothing is claimed', () => {
	expect(said('2026-12-28', 5, 'working', true).at(-1)).toBe('2027年的放假安排还没有录入，只按周末数，以公布后的为准。');
});
