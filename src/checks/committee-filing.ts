import { addDays, chineseDay, daysBetween } from '../basics/days.ts';
import { lastDay } from '../domain/notice-period.ts';
import { latestBegun } from '../domain/roster.ts';
import { inForce } from '../law/provisions.ts';
import { restDays } from '../law/rest-days.ts';
import type { Judged, Judgement } from './check.ts';
import { localRules } from './local-rules.ts';

/** A committee is filed with the authorities some days after it was elected. That no number is seen is not that there is none. */
export const committeeFiling: Judgement<'bodies'> = {
	id: 'committee-filing',
	asks: '业委会选出以后按期备案了吗？',
	of: 'bodies',
	look(entry, around) {
		const { kind, terms } = entry.data;
		if (kind !== 'ownersCommittee') return [];
		const current = latestBegun(terms, around.hasCome);
		return terms.flatMap((term, i): Judged[] => {
			const { from, filing } = term;
			const { committeeFiling: rule } = localRules(entry, around, from).rules;
			if (!inForce(rule.provision, from)) return [];
			const { last } = lastDay({ postedOn: from, days: rule.days, unit: 'calendar' }, { rollOver: true }, restDays);
			const asked = { field: `terms[${i + 1}].filing`, expected: `选出后${rule.days}日内备案，最迟${chineseDay(last)}` };
			if (!filing)
				return term === current && around.hasCome(addDays(last, 1))
					? [{ ...asked, actual: '名册上没有备案号', fix: '备了案的，补上备案号和日期；没有备案的，尽快去办。', provision: null }]
					: [];
			if (filing.on <= last) return [];
			return [
				{
					...asked,
					actual: `${chineseDay(filing.on)}备案，晚了${daysBetween(last, filing.on)}天`,
					arithmetic: `${chineseDay(from)}选出，到${chineseDay(filing.on)}是${daysBetween(from, filing.on)}天`,
					fix: '业委会说明为什么晚。',
					provision: rule.provision,
					settledOn: filing.on,
				},
			];
		});
	},
};
