import { leastOf } from '../domain/vote.ts';
import { inForce, provisions } from '../law/provisions.ts';
import { memberShares, type Share } from '../law/vote.ts';
import type { EntryOf } from '../schema/index.ts';
import { agreeingOf } from '../schema/rulepacks.ts';
import type { Judged, Judgement } from './check.ts';
import { committeeMeeting, membersAt } from './committee-meeting.ts';
import { localRules } from './local-rules.ts';

/**
 * As many members come, and as many agree, as the place asks. That exactly half agree is enough by the nation's guidance, and in many places
 * is not: where the place says nothing it is noted.
 */
export const committeeQuorum: Judgement<'meetings'> = {
	id: 'committee-quorum',
	asks: '业委会会议到会的委员够了吗？决定经过够多的委员同意了吗？',
	of: 'meetings',
	look(entry, around) {
		const { agenda, heldOn, parties } = entry.data;
		const body = committeeMeeting(entry, around);
		if (!body) return [];
		const { provision, ...rule } = localRules(entry, around, heldOn).rules.committeeQuorum;
		if (!inForce(provision, heldOn)) return [];
		const { members, most, listed, present } = membersAt(entry, body);
		if (members === 0) return [];
		const whole = `${listed ? '名册上在任' : '应到'}${members}人`;
		const found: Judged[] = [];
		const come = { share: memberShares[rule.present], base: members };
		if (present !== null && present < needed(come))
			found.push({
				field: `parties[${parties.findIndex(({ body: id }) => id === body.id) + 1}].present`,
				expected: `${come.share.words}委员到会，${sayNeeded(come)}`,
				actual: `到会${present}人，差${needed(come) - present}人`,
				arithmetic: `${whole}；${sayShort(present, come)}`,
				fix: '业委会另行召开会议，重新决定。',
				provision,
			});
		if (listed) found.push(...tooMany(entry.data, body.id, most));
		const agree = { share: memberShares[rule.agree], base: rule.agreeOf === 'all' ? members : present };
		agenda.forEach(({ outcome, vote }, i) => {
			if (outcome !== 'passed' || !vote || !isKnown(agree)) return;
			const field = `agenda[${i + 1}].vote.for`;
			const isHalf = vote.for * 2 === agree.base && provision === provisions.committeeQuorum;
			if (vote.for < needed(agree))
				found.push({
					field,
					expected: `${agreeingOf[rule.agreeOf]}${agree.share.words}同意，${sayNeeded(agree)}`,
					actual: `同意${vote.for}人，差${needed(agree) - vote.for}人，写了通过`,
					arithmetic: `${whole}；${sayShort(vote.for, agree)}`,
					fix: '业委会更正结果，或者另行召开会议，重新决定。',
					provision,
				});
			else if (isHalf)
				found.push({
					field,
					expected: `过半数委员同意，${sayNeeded({ ...agree, share: memberShares.moreThanHalf })}`,
					actual: `同意${vote.for}人，正好一半`,
					fix: '指导规则写的是半数以上，许多地方要求过半数；议事规则另有规定的，照议事规则。',
					provision: null,
				});
		});
		return found;
	},
};

/** More who came or voted than members sit: whoever does not count was counted. */
const tooMany = ({ parties, agenda }: EntryOf<'meetings'>['data'], body: string, members: number): Judged[] => {
	const said = (field: string, actual: string): Judged => ({
		field,
		expected: `名册上在任${members}人，候补委员、秘书、顾问不算`,
		actual,
		fix: '候补的、列席的写在“列席”里，不算到会、不计票；名册漏了人的，补上名册。',
		provision: null,
	});
	const came = parties.flatMap(({ body: id, present }, i) =>
		id === body && present > members ? [said(`parties[${i + 1}].present`, `写了到会${present}人`)] : [],
	);
	const voted = agenda.flatMap(({ vote }, i) => {
		const cast = vote ? vote.for + vote.against + vote.abstained : 0;
		return cast > members ? [said(`agenda[${i + 1}].vote`, `写了${cast}人表决`)] : [];
	});
	return [...came, ...voted];
};

/** A share of so many persons. */
interface Threshold {
	share: Share;
	base: number;
}
const isKnown = (asked: { share: Share; base: number | null }): asked is Threshold => asked.base !== null;
const needed = ({ share, base }: Threshold): number => leastOf(base, share);
const sayNeeded = (asked: Threshold): string => `${asked.base}人的${asked.share.words}是${needed(asked)}人`;
/** `3×2＝6，不大于6` */
const sayShort = (n: number, { share: { part, of, over }, base }: Threshold): string =>
	`${n}×${of}＝${n * of}，${over ? '不大于' : '小于'}${part === 1 ? base : `${base}×${part}＝${base * part}`}`;
