import { inForce, provisions } from '../law/provisions.ts';
import type { Judged, Judgement } from './check.ts';
import { committeeMeeting, membersAt } from './committee-meeting.ts';

/**
 * More than half of the members come, and half of all members agree. That exactly half is enough is what the words say and not how most
 * places take them: it is only noted.
 */
export const committeeQuorum: Judgement<'meetings'> = {
	id: 'committee-quorum',
	asks: '业委会会议过半数委员到会了吗？决定经过全体委员半数以上同意了吗？',
	of: 'meetings',
	look(entry, around) {
		const { agenda, heldOn } = entry.data;
		const body = committeeMeeting(entry, around);
		const provision = provisions.committeeQuorum;
		if (!body || !inForce(provision, heldOn)) return [];
		const { members, listed, present } = membersAt(entry, body);
		if (members === 0) return [];
		const whole = `${listed ? '名册上在任' : '应到'}${members}人`;
		const more = Math.floor(members / 2) + 1;
		const found: Judged[] = [];
		if (present !== null && present * 2 <= members)
			found.push({
				field: `parties[${entry.data.parties.findIndex(({ body: id }) => id === body.id) + 1}].present`,
				expected: `过半数委员到会，${members}人的过半数是${more}人`,
				actual: `到会${present}人，差${more - present}人`,
				arithmetic: `${whole}；${present}×2＝${present * 2}，不大于${members}`,
				fix: '业委会另行召开会议，重新决定。',
				provision,
			});
		agenda.forEach(({ outcome, vote }, i) => {
			if (outcome !== 'passed' || !vote || vote.for * 2 > members) return;
			const half = vote.for * 2 === members;
			found.push({
				field: `agenda[${i + 1}].vote.for`,
				expected: half
					? `过半数委员同意，${members}人的过半数是${more}人`
					: `全体委员半数以上同意，${members}人的半数是${Math.ceil(members / 2)}人`,
				actual: half ? `同意${vote.for}人，正好一半` : `同意${vote.for}人，差${Math.ceil(members / 2) - vote.for}人，写了通过`,
				arithmetic: `${whole}；${vote.for}×2＝${vote.for * 2}，${half ? '等于' : '小于'}${members}`,
				fix: half
					? '指导规则写的是半数以上，许多地方要求过半数；议事规则另有规定的，照议事规则。'
					: '业委会更正结果，或者另行召开会议，重新决定。',
				provision: half ? null : provision,
			});
		});
		return found;
	},
};
