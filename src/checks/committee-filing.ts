import { addDays, chineseDay, daysBetween } from '../basics/days.ts';
import { certain, deadlineOf, lastPossible, sayLatest } from '../domain/deadline.ts';
import { latestBegun } from '../domain/roster.ts';
import { inForce } from '../law/provisions.ts';
import type { Judged, Judgement } from './check.ts';
import { localRules } from './local-rules.ts';

/**
 * A committee is filed with the authorities some days after it was elected. A term may begin on another day, so that one without the day of
 * its election is not held late. That no number is seen is not that there is none.
 */
export const committeeFiling: Judgement<'bodies'> = {
	id: 'committee-filing',
	asks: '业委会选出以后按期备案了吗？',
	of: 'bodies',
	look(entry, around) {
		const { kind, terms } = entry.data;
		if (kind !== 'ownersCommittee') return [];
		const current = latestBegun(terms, around.hasCome);
		return terms.flatMap((term, i): Judged[] => {
			const { from, electedOn, filing } = term;
			const since = electedOn ?? from;
			const { days, provision } = localRules(entry, around, since).rules.committeeFiling;
			if (!inForce(provision, since)) return [];
			const deadline = deadlineOf(since, days);
			const field = `terms[${i + 1}].filing`;
			const expected = `选出后${days}日内备案${electedOn ? sayLatest(deadline) : ''}`;
			if (!filing)
				return term === current && around.hasCome(addDays(lastPossible(deadline), 1))
					? [{ field, expected, actual: '名册上没有备案号', fix: '备了案的，补上备案号和日期；没有备案的，尽快去办。', provision: null }]
					: [];
			if (!electedOn || filing.on <= lastPossible(deadline)) return [];
			return [
				{
					field,
					expected,
					actual: `${chineseDay(filing.on)}备案${deadline.sure ? `，晚了${daysBetween(deadline.last, filing.on)}天` : ''}`,
					arithmetic: `${chineseDay(electedOn)}选出，到${chineseDay(filing.on)}是${daysBetween(electedOn, filing.on)}天`,
					fix: '业委会说明为什么晚。',
					provision: certain(provision, deadline),
					settledOn: filing.on,
				},
			];
		});
	},
};
