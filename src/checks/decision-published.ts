import { chineseDay, type Day, daysBetween } from '../basics/days.ts';
import { certain, deadlineOf, lastPossible, sayLatest } from '../domain/deadline.ts';
import { inForce } from '../law/provisions.ts';
import type { EntryOf } from '../schema/index.ts';
import type { Around, Judgement } from './check.ts';
import { committeeMeeting } from './committee-meeting.ts';
import { localRules } from './local-rules.ts';

/** A decision is published some days after it was made: here, or by a notice that was posted about it. */
export const decisionPublished: Judgement<'meetings'> = {
	id: 'decision-published',
	asks: '业委会和业主大会的决定按时公布了吗？',
	of: 'meetings',
	look(entry, around) {
		const { form, heldOn } = entry.data;
		const { community, rules } = localRules(entry, around, heldOn);
		const [rule, what] =
			form === 'assembly'
				? [rules.assemblyResult, '业主大会']
				: committeeMeeting(entry, around)
					? [rules.committeeDecision, '业委会']
					: [null, ''];
		const since = community?.dutiesSince;
		if (!rule || !since || heldOn < since || !inForce(rule.provision, heldOn)) return [];
		const deadline = deadlineOf(heldOn, rule.within);
		const last = lastPossible(deadline);
		const on = publishedOn(entry, around, last);
		if (!on || on <= last) return [];
		return [
			{
				field: 'publishedOn',
				expected: `${what}的决定${rule.within}日内公布${sayLatest(deadline)}`,
				actual: `${chineseDay(on)}公布${deadline.sure ? `，晚了${daysBetween(last, on)}天` : ''}`,
				arithmetic: `${chineseDay(heldOn)}作出，当天不算`,
				fix: `${what}说明为什么晚；以后会后就排好公布的人和日子。`,
				provision: certain(rule.provision, deadline),
				settledOn: on,
			},
		];
	},
};

/** The first day on which what was decided could be read; those who read the notices are asked only if the minutes were late. */
function publishedOn({ id, data: { heldOn, publishedOn, agenda } }: EntryOf<'meetings'>, around: Around, last: Day): Day | undefined {
	if (!publishedOn || publishedOn <= last) return publishedOn;
	const named = [...new Set(agenda.flatMap(({ about }) => about))].filter((ref) => ref.startsWith('notices/'));
	const posted = [
		...around.linking(id, 'notices').map(({ day }) => day),
		...named.flatMap((ref) => around.get<'notices'>(ref)?.data.postedOn ?? []),
	];
	return [publishedOn, ...posted.filter((day) => day >= heldOn)].reduce((a, b) => (a < b ? a : b));
}
