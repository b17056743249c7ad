import { periodDays } from '../basics/days.ts';
import type { Schedule } from '../schema/schedules.ts';
import type { Check, Said } from './check.ts';

/** When a schedule falls can be told from what it says, and what was held lies within it and is counted once. */
export const scheduleDays: Check = {
	id: 'schedule-days',
	kind: 'slip',
	asks: '日程的日子说得清吗？办过的都在日程的时间里、只记了一次吗？',
	run: (records) =>
		records
			.of('schedules')
			.flatMap(({ file, data }) => [...rule(data), ...held(data), ...counted(data)].map((said) => ({ file, ...said }))),
};

type Found = Omit<Said, 'file'>;

const rule = (data: Schedule): Found[] => {
	const { every, times, onDay, nth, weekdays, inMonths, from, until } = data;
	const found = (field: string, problem: string, fix: string): Found => ({ field, problem, fix });
	return [
		...(times < 1 ? [found('times', '一期0次，就不是日程。', '写至少几次。')] : []),
		...(onDay !== undefined && (onDay < 1 || onDay > 31) ? [found('onDay', `没有${onDay}号。`, '写1到31。')] : []),
		...(nth !== undefined && (nth < 1 || nth > 5) ? [found('nth', `一个月没有第${nth}个星期几。`, '写1到5。')] : []),
		...(nth !== undefined && !weekdays.length ? [found('nth', '写了第几个，没有写星期几。', '补上星期几。')] : []),
		...(every !== 'week' && weekdays.length && nth === undefined
			? [found('weekdays', '不是每周的日程，只写了星期几，没有写第几个。', '补上第几个；每周都办的，“多久一次”选每周。')]
			: []),
		...(every === 'week' && (onDay !== undefined || nth !== undefined)
			? [found('onDay', '每周的日程不写几号、第几个。', '只写星期几。')]
			: []),
		...(onDay !== undefined && weekdays.length && every !== 'week' ? [found('onDay', '又写了几号，又写了星期几。', '只写一种。')] : []),
		...(every === 'week' && inMonths.length ? [found('inMonths', '每周的日程不写哪几个月。', '用“从”“到”写起止日期。')] : []),
		...(until && until < from ? [found('until', `到${until}为止，早于开始的${from}。`, '改正日期。')] : []),
	];
};

const held = ({ log, from, until }: Schedule): Found[] =>
	log.flatMap(({ on }, i) =>
		on < from || (until && on > until)
			? [
					{
						field: `log[${i + 1}].on`,
						problem: `${on}不在日程的时间里（${from}至${until ?? '今后'}）。`,
						fix: '改正日期，或者改日程的起止。',
					},
				]
			: [],
	);

/** A monthly count and single entries of the same month would be counted twice. */
const counted = ({ tallies, log, excused, every }: Schedule): Found[] => [
	...tallies.flatMap(({ period }, i): Found[] => {
		const field = `tallies[${i + 1}].period`;
		if (!/-\d\d$/.test(period)) return [{ field, problem: `${period}不是一个月。`, fix: '按月记，写成 2026-03。' }];
		const { first, last } = periodDays(period);
		const at = tallies.findIndex((other) => other.period === period);
		return [
			...(at < i ? [{ field, problem: `${period}已经在第${at + 1}条记过。`, fix: '合成一条。' }] : []),
			...(log.some(({ on }) => on >= first && on <= last) ? [{ field, problem: `${period}已经逐次记了。`, fix: '留一种记法。' }] : []),
		];
	}),
	...excused.flatMap(({ period }, i) =>
		PERIODS[every].test(period)
			? []
			: [{ field: `excused[${i + 1}].period`, problem: `${period}和日程的期间不一样长。`, fix: SHAPES[every] }],
	),
];

const PERIODS = { week: /-\d\d$/, month: /-\d\d$/, quarter: /-Q/, year: /^\d{4}$/ } as const;
const SHAPES = {
	week: '按月写，例如 2026-03。',
	month: '按月写，例如 2026-03。',
	quarter: '按季度写，例如 2026-Q1。',
	year: '按年写，例如 2026。',
} as const;
