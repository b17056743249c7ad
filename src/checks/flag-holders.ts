import { chineseDay } from '../basics/days.ts';
import { type Holding, overlapsOf } from '../domain/assessment.ts';
import type { Check } from './check.ts';

/** A flag goes from hand to hand: in one community it is with one holder at a time. */
export const flagHolders: Check = {
	id: 'flag-holders',
	kind: 'slip',
	asks: '同一面流动红旗，同一天只在一处吗？',
	run: (records) => {
		const flags = records.of('assessments').filter(({ data }) => data.flag && !data.withdrawn);
		const files = new Map(flags.map(({ id, file }) => [id, file]));
		const reversed = flags.flatMap(({ file, data: { flag } }) =>
			flag!.until && flag!.until < flag!.from
				? [
						{
							file,
							field: 'flag.until',
							problem: `挂到${chineseDay(flag!.until)}，早于开始的${chineseDay(flag!.from)}。`,
							fix: '改正日期。',
						},
					]
				: [],
		);
		const doubled = [...Map.groupBy(flags, ({ community }) => community).values()].flatMap((own) =>
			overlapsOf(own.map(({ id, data: { flag } }): Holding => ({ id, ...flag!, until: flag!.until ?? null }))).map(({ first, second }) => ({
				file: files.get(second.id)!,
				field: 'flag.from',
				problem: `“${second.name}”${chineseDay(second.from)}给了${second.holder}，那天还在${first.holder}（到${first.until ? chineseDay(first.until) : '下一次'}）。`,
				fix: '查一查哪个日期写错了；两面旗的，名称分开写。',
			})),
		);
		return [...reversed, ...doubled];
	},
};
