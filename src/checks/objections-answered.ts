import { addDays, chineseDay } from '../basics/days.ts';
import type { Judgement } from './check.ts';

/** Whoever objected in time is answered before the matter goes on. How soon is for the rules of the place, so it is only said. */
export const objectionsAnswered: Judgement<'notices'> = {
	id: 'objections-answered',
	asks: '公示期满，收到的意见都答复了吗？',
	of: 'notices',
	look({ data: { period, postedOn, objections } }, around) {
		if (!period || !around.hasCome(addDays(period.closesOn, 1))) return [];
		return objections.flatMap(({ on, channel, outcome, answer }, i) =>
			outcome === 'pending' || answer === undefined
				? [
						{
							field: `objections[${i + 1}]`,
							expected: `${chineseDay(period.closesOn)}截止后，收到的意见都有答复`,
							actual: `${chineseDay(on, postedOn)}从${channel}收到的一条还没有${answer === undefined ? '答复' : '结果'}`,
							fix: '发布单位补写答复、答复日期和结果。',
							provision: null,
						},
					]
				: [],
		);
	},
};
