import { daysThatMatter, inOffice, latestCome, listedOn, termOn } from '../domain/roster.ts';
import type { Judged, Judgement } from './check.ts';
import { localRules } from './local-rules.ts';

/** Where a place says so, who sits on a committee has nothing to do with the manager. What a member said of themselves is only held beside the rule. */
export const memberEligibility: Judgement<'bodies'> = {
	id: 'member-eligibility',
	asks: '业委会委员和本小区的物业有没有关系？',
	of: 'bodies',
	look(entry, around) {
		const { data } = entry;
		const on = latestCome(daysThatMatter(data), around.hasCome);
		if (data.kind !== 'ownersCommittee' || !on) return [];
		const { community, rules } = localRules(entry, around, on);
		const manager = community?.manager && around.get<'bodies'>(community.manager)?.data;
		if (!manager || !rules.eligibility) return [];
		const { says, provision } = rules.eligibility;
		const term = termOn(data, on);
		const staff = new Set(listedOn(termOn(manager, on), on).map(({ name }) => name));
		return inOffice(term, on).flatMap((member): Judged[] => {
			const tie = (member.interests ?? []).find(({ firm }) => firm === manager.name);
			const actual = tie
				? `${member.post}本人说明和${manager.name}有关系：${tie.relation}`
				: staff.has(member.name)
					? `${member.post}和${manager.name}名册上的一人同名`
					: null;
			return actual
				? [
						{
							field: `terms[${data.terms.indexOf(term) + 1}].members[${term.members.indexOf(member) + 1}]`,
							expected: says,
							actual,
							fix: '这样的关系算不算，由业主大会和街道看；算的，委员资格按当地规定处理。',
							provision: { ...provision, leavesRoom: '算不算要由人看' },
						},
					]
				: [];
		});
	},
};
