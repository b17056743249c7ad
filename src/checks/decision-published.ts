import { chineseDay, type Day, daysBetween } from '../basics/days.ts';
import { certain, deadlineOf, lastPossible, sayLatest } from '../domain/deadline.ts';
import { inForce, unseen } from '../law/provisions.ts';
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
		const { on, posted } = publishedOn(entry, around, last);
		if (!on || on <= last) return [];
		return [
			{
				field: 'publishedOn',
				expected: `${what}的决定${rule.within}日内公布${sayLatest(deadline)}`,
				actual: `${chineseDay(on)}公布${deadline.sure ? `，晚了${daysBetween(last, on)}天` : ''}`,
				arithmetic: `${chineseDay(heldOn)}作出，当天不算`,
				fix: `${what}说明为什么晚；以后会后就排好公布的人和日子。`,
				// Minutes that came here late may have hung on site in time; only a sheet's own day is proof.
				provision: posted ? certain(rule.provision, deadline) : unseen(rule.provision),
				settledOn: on,
			},
		];
	},
};

/** The first day on which what was decided could be read, and whether a sheet about it is on record; sheets are asked for only if the minutes were late. */
function publishedOn(
	{ id, data: { heldOn, publishedOn, agenda } }: EntryOf<'meetings'>,
	around: Around,
	last: Day,
): { on: Day | undefined; posted: boolean } {
	if (!publishedOn || publishedOn <= last) return { on: publishedOn, posted: false };
	const named = [...new Set(agenda.flatMap(({ about }) => about))].filter((ref) => ref.startsWith('notices/'));
	const posted = [
		...around.linking(id, 'notices').map(({ day }) => day),
		...named.flatMap((ref) => around.get<'notices'>(ref)?.data.postedOn ?? []),
	];
	const after = posted.filter((day) => day >= heldOn);
	return { on: [publishedOn, ...after].sort()[0], posted: after.length > 0 };
}
