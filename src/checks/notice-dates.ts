import { chineseDay, type Day, weekdayName } from '../basics/days.ts';
import { isWorked, type LastDay, lastDay, MOST_DAYS } from '../domain/notice-period.ts';
import { provisions } from '../law/provisions.ts';
import { restDays } from '../law/rest-days.ts';
import { type Notice, periodUnits } from '../schema/notices.ts';
import type { Check, Said } from './check.ts';

/** A 公示 says until when one may object, and gives at least the days it promises; the day of posting does not count. */
export const noticeDates: Check = {
	id: 'notice-dates',
	kind: 'slip',
	asks: '公示写明公示期了吗？截止日期够天数吗？日期前后对得上吗？',
	law: provisions.periods.name,
	run: (records) =>
		records.of('notices').flatMap(({ file, data }) => [...periodSlips(data), ...orderSlips(data)].map((slip) => ({ file, ...slip }))),
};

type Slip = Omit<Said, 'file'>;

function periodSlips({ kind, period, postedOn }: Notice): Slip[] {
	if (!period)
		return kind === 'publicity'
			? [
					{
						field: 'period',
						problem: '公示没有写公示期。',
						fix: '写明公示几天、哪天截止；只告知、不征求意见的，类别改成“公告”或“通知”。',
					},
				]
			: [];
	const { days, unit, closesOn, rolledOver } = period;
	if (days < 1 || days > MOST_DAYS)
		return [{ field: 'period.days', problem: `公示期写了${days}天。`, fix: `写1到${MOST_DAYS}之间的天数。` }];
	const counted = lastDay({ postedOn, days, unit }, { rollOver: false }, restDays);
	const least = counted.sure ? counted : lastDay({ postedOn, days, unit: 'calendar' }, { rollOver: false }, restDays);
	if (closesOn < least.last)
		return [
			{
				field: 'period.closesOn',
				problem: `${postedOn}张贴、公示${days}${periodUnits[unit]}，张贴当天不算，最早到${least.last}截止，写的是${closesOn}。`,
				fix: `改成${least.last}或以后。`,
			},
		];
	return rolledOver ? rollOverSlips(closesOn, counted) : [];
}

/** A roll-over that is claimed has a day of rest to pass over. */
function rollOverSlips(closesOn: Day, { regular, sure }: LastDay): Slip[] {
	const known = sure && restDays.sure(regular);
	if (closesOn > regular && !(known && isWorked(regular, restDays))) return [];
	return [
		{
			field: 'period.rolledOver',
			problem: `写了顺延，公示期的最后一天${chineseDay(regular)}（${weekdayName(regular)}）${closesOn > regular ? '是工作日' : '就是截止日期'}。`,
			fix: '没有顺延的，“顺延”选“否”；顺延了的，截止日期写休息日后的第一个工作日。',
		},
	];
}

function orderSlips({ postedOn, changes, postings, objections }: Notice): Slip[] {
	const found: Slip[] = [];
	changes.forEach(({ on }, i) => {
		if (on < postedOn)
			found.push({
				field: `changes[${i + 1}].on`,
				problem: `${postedOn}张贴，${on}就改了内容。`,
				fix: '改变更日期，或改张贴日期。',
			});
	});
	postings.forEach(({ from, until }, i) => {
		if (until !== undefined && until < from)
			found.push({
				field: `postings[${i + 1}].until`,
				problem: `${from}张贴，${until}就撤下了。`,
				fix: '改张贴日期，或改撤下日期。',
			});
	});
	objections.forEach(({ on, answeredOn }, i) => {
		if (answeredOn !== undefined && answeredOn < on)
			found.push({
				field: `objections[${i + 1}].answeredOn`,
				problem: `${on}收到的意见，${answeredOn}就答复了。`,
				fix: '改收到日期，或改答复日期。',
			});
	});
	return found;
}
