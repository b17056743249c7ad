import { interestsIn } from '../domain/interest.ts';
import type { Judged, Judgement } from './check.ts';
import { bodiesOf } from './payee-member.ts';

/** A firm with which an office-holder said they have to do takes part: the matter says so too, and who stood aside. */
export const declaredInterest: Judgement<'matters'> = {
	id: 'declared-interest',
	asks: '名册里说明过利害关系的单位参加了，这件事里写明了吗？',
	of: 'matters',
	look({ data, community }, around) {
		const firms = [
			...data.bids.map(({ firm }, i) => ({ firm, field: `bids[${i + 1}].firm` })),
			...(data.contract ? [{ firm: data.contract.firm, field: 'contract.firm' }] : []),
		];
		if (firms.length === 0) return [];
		const bodies = bodiesOf(community!, around);
		const told = (firm: string) => data.related.some((said) => said.firm === undefined || said.firm === firm);
		return firms.flatMap(({ firm, field }): Judged[] =>
			told(firm)
				? []
				: interestsIn(bodies, firm, data.contract?.signedOn ?? data.raisedOn).map(({ body, post, relation }) => ({
						field,
						expected: '写明利害关系和谁回避了',
						actual: `${body}${post}说明过${relation ? `：${relation}` : ''}，这里没有写`,
						fix: '在“利害关系”里写明是什么关系、谁回避。',
						provision: null,
					})),
		);
	},
};
