import type { z } from 'zod';
import { choice, count, day, flag, group, line, list, period, record, ref, text, time } from './fields.ts';
import { meetingForms } from './meetings.ts';
import { publication } from './publication.ts';

export const scheduleKinds = {
	meeting: '例会',
	reception: '接待日',
	branchDay: '党员活动日',
	lesson: '三会一课',
	forum: '论坛',
	desk: '值班',
	mediation: '驻点调解',
	visits: '走访',
	contact: '日常联系',
	activity: '主题活动',
	patrol: '巡查',
} as const;

export const rhythms = { week: '每周', month: '每月', quarter: '每季度', year: '每年' } as const;

export const weekdays = {
	'1': '星期一',
	'2': '星期二',
	'3': '星期三',
	'4': '星期四',
	'5': '星期五',
	'6': '星期六',
	'7': '星期日',
} as const;

/** The months of a year, for what is not every month. */
export const months = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [String(i + 1), `${i + 1}月`])) as Readonly<
	Record<string, string>
>;

/** What recurs: on which day, how often. What was kept and what was missed is computed, from the meetings of its form and from its own log. */
export const schedule = record({
	title: line('标题', '例如“每月10日联席会议”。'),
	kind: choice('类别', '是哪一类日程。', scheduleKinds),
	bodies: list(ref(['bodies'], '组织', '谁来办。'), '谁办', '由哪些组织办。').min(1),
	every: choice('多久一次', '每周、每月、每季度还是每年。', rhythms),
	times: count('几次', '每一期至少几次。').default(1),
	inMonths: list(choice('月份', '几月。', months), '哪几个月', '每季度、每年办的，固定在哪几个月的填。').default([]),
	onDay: count('几号', '固定在几号的填；没有这一天的月份算月末。').optional(),
	weekdays: list(choice('星期几', '星期几。', weekdays), '星期几', '固定在星期几的填。').default([]),
	nth: count('第几个', '每月第几个星期几的填，例如第一个星期六写1。').optional(),
	moves: flag('遇休息日挪动', '遇周末和节假日提前或者推后的选“是”。').default(false),
	at: time('几点', '几点开始。').optional(),
	endsAt: time('到几点', '几点结束，没有定的不填。').optional(),
	place: line('地点', '在哪里。').optional(),
	who: line('谁参加', '哪些人可以来。').optional(),
	from: day('从', '从哪天起。'),
	until: day('到', '到哪天为止，还在办的不填。').optional(),
	form: choice('哪种会', '按会议纪要核对的，选会议形式；不开会的不填，写在下面的记录里。', meetingForms).optional(),
	log: list(
		group('办过的一次', '一次活动、值班、走访。', {
			on: day('日期', '哪天。'),
			times: count('次数', '同一天几次。').default(1),
			what: line('做了什么', '一句话，不写居民姓名。'),
			theme: line('主题', '例如“学雷锋”“送清凉”。').optional(),
			people: count('人数', '参加几人，只写人数。').optional(),
			cancelled: flag('取消', '定了没办的选“是”。').default(false),
		}),
		'办过的',
		'不开会的日程，一次一条。',
	).default([]),
	tallies: list(
		group('一个月的次数', '一个月办了几次。', {
			period: period('月份', '写成 2026-03。'),
			times: count('办了几次', '这个月一共几次。'),
			what: line('说明', '一句话，不写居民姓名。').optional(),
			people: count('人次', '一共几人次，只写数。').optional(),
		}),
		'按月记的次数',
		'每周一次或者更多的，可以一个月记一条；逐次记了的不再记。',
	).default([]),
	excused: list(
		group('没有办的说明', '哪一期没办、为什么。', { period: period('期间', '哪个月、季度、年。'), why: text('原因', '为什么没办。') }),
		'没有办的说明',
		'有正当原因没办的，写明。',
	).default([]),
	rota: list(
		group('值班', '一班。', { when: line('时间', '例如“周一、三、五 14:00至17:00”。'), who: line('谁', '岗位或队伍，不写志愿者姓名。') }),
		'值班表',
		'固定的班次。',
	).default([]),
	about: list(ref(['meetings', 'notices', 'documents'], '相关记录', '有关的制度、公示。'), '相关记录', '有关的记录。').default([]),
	...publication,
});

export type Schedule = z.infer<typeof schedule>;
