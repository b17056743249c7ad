import { chineseDay } from '../basics/days.ts';
import { daysThatMatter, inOffice, latestCome, termOn } from '../domain/roster.ts';
import { doubled, overlapping } from '../domain/tenure.ts';
import type { Judged, Judgement } from './check.ts';

/** Nobody stands in a roster twice at one time, no term begins before the last is over, and no more sit than there are seats. */
export const rosterOverlap: Judgement<'bodies'> = {
	id: 'roster-overlap',
	asks: '名册里有没有同一个人重复、两届重叠、在任的比席位多？',
	of: 'bodies',
	look({ data }, { hasCome }) {
		const { terms, seats } = data;
		const place = (term: (typeof terms)[number]) => `terms[${terms.indexOf(term) + 1}]`;
		const twice = terms.flatMap((term) =>
			doubled(term).map(({ first, again }) =>
				said(
					`${place(term)}.members[${again + 1}]`,
					'一个人在一届里同一时间只列一次',
					`${term.members[again]!.name}在第${first + 1}条、第${again + 1}条都在任`,
					'重复的删掉；先后担任两个职务的，前一个写上到期日；确实身兼两职的，写在一条里。',
				),
			),
		);
		const crossed = overlapping(terms).map(({ before, after }) =>
			said(
				`${place(before)}.until`,
				`${after.name}开始以前，${before.name}结束`,
				`${before.name}到${chineseDay(before.until!)}，${after.name}从${chineseDay(after.from)}起`,
				'提前换届的，把上一届的结束日期改成实际结束的那天。',
			),
		);
		const on = latestCome(daysThatMatter(data), hasCome);
		const sitting = on && seats > 0 ? inOffice(termOn(data, on), on).length : 0;
		const many = sitting > seats ? [said('seats', `在任的不多于${seats}席`, `在任${sitting}人`, '离任的写上到期日，或者更正席位。')] : [];
		return [...twice, ...crossed, ...many];
	},
};

const said = (field: string, expected: string, actual: string, fix: string): Judged => ({ field, expected, actual, fix, provision: null });
