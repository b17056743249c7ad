import { addDays } from '../basics/days.ts';
import type { Check } from './check.ts';

/** A 公示 says until when one may object, and gives at least the days it promises; the day of posting does not count. */
export const noticeDates: Check = {
	id: 'notice-dates',
	kind: 'slip',
	asks: '公示写明公示期了吗？截止日期够天数吗？',
	law: '民法典 第二百零一条、第二百零三条',
	run: (records) =>
		records.of('notices').flatMap(({ file, data }) => {
			const { kind, period, postedOn } = data;
			if (kind === 'publicity' && !period)
				return [
					{
						file,
						field: 'period',
						problem: '公示没有写公示期。',
						fix: '写明公示几天、哪天截止；只告知、不征求意见的，类别改成“公告”或“通知”。',
					},
				];
			if (!period) return [];
			const earliest = addDays(postedOn, period.days);
			if (period.unit === 'calendar' && period.closesOn < earliest)
				return [
					{
						file,
						field: 'period.closesOn',
						problem: `${postedOn}张贴、公示${period.days}日，张贴当天不算，最早到${earliest}截止，写的是${period.closesOn}。`,
						fix: `改成${earliest}或以后。`,
					},
				];
			return [];
		}),
};
