/** On which days people work: weekends, and what the State Council's notice of each year makes of them (放假 and 调休). */
import { addDays, type Day, weekday } from '../basics/days.ts';

/** What a day is: worked as usual, worked although it is a weekend (调休), a weekend, or in a holiday. */
export type DayKind = 'working' | 'adjusted' | 'weekend' | 'holiday';

/** A calendar of rest days. A year whose notice is not in it is counted by weekends alone, and is not `sure`. */
export interface RestDays {
	of(day: Day): DayKind;
	/** the name of the holiday a day lies in: `国庆节` */
	holiday(day: Day): string | null;
	/** whether the notice of the day's year is in it, and was read in a public text */
	sure(day: Day): boolean;
}

/** One year's notice. `checked`: the public text it was read in, or null: then what follows from it is 未核实. */
export interface YearOfRest {
	year: number;
	notice: string;
	checked: string | null;
	/** each holiday with its first and last day, days of 调休 included */
	holidays: readonly (readonly [name: string, first: Day, last: Day])[];
	/** the weekend days that are worked */
	worked: readonly Day[];
}

const notice = (year: number, number?: string): string => `国务院办公厅关于${year}年部分节假日安排的通知${number ? `（${number}）` : ''}`;

/** @law the State Council's notices, year by year; the next one is added when it is out, usually in November */
export const yearsOfRest: readonly YearOfRest[] = [
	{
		year: 2023,
		notice: notice(2023, '国办发明电〔2022〕16号'),
		checked: '国务院公报2023年第1号',
		holidays: [
			['元旦', '2022-12-31', '2023-01-02'],
			['春节', '2023-01-21', '2023-01-27'],
			['清明节', '2023-04-05', '2023-04-05'],
			['劳动节', '2023-04-29', '2023-05-03'],
			['端午节', '2023-06-22', '2023-06-24'],
			['中秋节、国庆节', '2023-09-29', '2023-10-06'],
		],
		worked: ['2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25', '2023-10-07', '2023-10-08'],
	},
	{
		year: 2024,
		notice: notice(2024, '国办发明电〔2023〕7号'),
		checked: '人民日报2023年10月26日第6版',
		holidays: [
			['元旦', '2024-01-01', '2024-01-01'],
			['春节', '2024-02-10', '2024-02-17'],
			['清明节', '2024-04-04', '2024-04-06'],
			['劳动节', '2024-05-01', '2024-05-05'],
			['端午节', '2024-06-10', '2024-06-10'],
			['中秋节', '2024-09-15', '2024-09-17'],
			['国庆节', '2024-10-01', '2024-10-07'],
		],
		worked: ['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
	},
	{
		year: 2025,
		notice: notice(2025, '国办发明电〔2024〕12号'),
		checked: '新华社2024年11月12日通稿',
		holidays: [
			['元旦', '2025-01-01', '2025-01-01'],
			['春节', '2025-01-28', '2025-02-04'],
			['清明节', '2025-04-04', '2025-04-06'],
			['劳动节', '2025-05-01', '2025-05-05'],
			['端午节', '2025-05-31', '2025-06-02'],
			['国庆节、中秋节', '2025-10-01', '2025-10-08'],
		],
		worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
	},
	{
		year: 2026,
		notice: notice(2026, '国办发明电〔2025〕7号'),
		checked: '新华社2025年11月4日通稿（光明网、中山日报同文）',
		holidays: [
			['元旦', '2026-01-01', '2026-01-03'],
			['春节', '2026-02-15', '2026-02-23'],
			['清明节', '2026-04-04', '2026-04-06'],
			['劳动节', '2026-05-01', '2026-05-05'],
			['端午节', '2026-06-19', '2026-06-21'],
			['中秋节', '2026-09-25', '2026-09-27'],
			['国庆节', '2026-10-01', '2026-10-07'],
		],
		worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
	},
];

/** A calendar of rest days from some years' notices. */
export function restDaysOf(years: readonly YearOfRest[]): RestDays {
	const worked = new Set(years.flatMap((year) => year.worked));
	const holidays = new Map(
		years.flatMap((year) => year.holidays).flatMap(([name, first, last]) => daysOf(first, last).map((day) => [day, name])),
	);
	const sure = new Set(years.filter(({ checked }) => checked).map(({ year }) => String(year)));
	return {
		of(day) {
			if (holidays.has(day)) return 'holiday';
			if (worked.has(day)) return 'adjusted';
			return weekday(day) % 6 === 0 ? 'weekend' : 'working';
		},
		holiday: (day) => holidays.get(day) ?? null,
		sure: (day) => sure.has(day.slice(0, 4)),
	};
}

/** The rest days of every year whose notice is out. */
export const restDays = restDaysOf(yearsOfRest);

/** The last day of the last year whose notice was read: until then it is certain what is a working day. */
export const SURE_UNTIL: Day = `${Math.max(...yearsOfRest.filter(({ checked }) => checked).map(({ year }) => year))}-12-31`;

/** The notice a day's kind follows from, if its year is out. */
export const noticeFor = (day: Day): YearOfRest | undefined => yearsOfRest.find(({ year }) => String(year) === day.slice(0, 4));

function daysOf(first: Day, last: Day): Day[] {
	return first > last ? [] : [first, ...daysOf(addDays(first, 1), last)];
}
