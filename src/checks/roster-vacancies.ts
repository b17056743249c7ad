import { addDays, chineseDay } from '../basics/days.ts';
import { daysThatMatter, inOffice, latestCome, termOn, vacanciesOn } from '../domain/roster.ts';
import { inForce, provisions } from '../law/provisions.ts';
import type { Judged, Judgement } from './check.ts';

/** An empty seat is filled by the day that was named, and a committee that has lost more than half of its members is elected anew: how is for each place to say. */
export const rosterVacancies: Judgement<'bodies'> = {
	id: 'roster-vacancies',
	asks: '空缺按期补上了吗？委员还够一半吗？',
	of: 'bodies',
	look({ data }, { hasCome }) {
		const { kind, seats, terms } = data;
		const on = latestCome(daysThatMatter(data), hasCome);
		if (!on) return [];
		const term = termOn(data, on);
		const place = `terms[${terms.indexOf(term) + 1}]`;
		const open = vacanciesOn(term, on);
		const late = open.flatMap(({ post, fillBy }): Judged[] =>
			fillBy && hasCome(addDays(fillBy, 1))
				? [
						{
							field: `${place}.vacancies[${term.vacancies.findIndex((v) => v.post === post && v.fillBy === fillBy) + 1}]`,
							expected: `${post}的空缺${chineseDay(fillBy)}前补上`,
							actual: '还空着',
							fix: '补上的写日期；没有补上的，写明补选到哪一步。',
							provision: null,
						},
					]
				: [],
		);
		const sitting = inOffice(term, on).length;
		const few = kind === 'ownersCommittee' && inForce(provisions.reelection, on) && sitting * 2 < seats;
		return few
			? [
					...late,
					{
						field: place,
						expected: `在任的不少于总数的一半，${seats}席的一半是${Math.ceil(seats / 2)}人`,
						actual: `在任${sitting}人，差${Math.ceil(seats / 2) - sitting}人`,
						arithmetic: `${sitting}×2＝${sitting * 2}，小于${seats}`,
						fix: '有候补的先递补；补不足的，召开业主大会临时会议，重新选举业主委员会。当地另有规定的照当地的。',
						provision: { ...provisions.reelection, leavesRoom: '怎么补由业主大会和当地规定' },
					},
				]
			: late;
	},
};
