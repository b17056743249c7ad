import { interestsIn } from '../domain/interest.ts';
import type { Around, Judgement } from './check.ts';

/** Who is paid does not sit among those who decide, or it is said. It accuses nobody: the payment may be as it should be. */
export const payeeMember: Judgement<'ledgers'> = {
	id: 'payee-member',
	asks: '收钱的一方是不是任职人员，或者和任职人员有关系？',
	of: 'ledgers',
	look({ data, community }, around) {
		const bodies = bodiesOf(community!, around);
		return data.entries.flatMap(({ on, direction, counterparty }, i) =>
			direction === 'in'
				? []
				: interestsIn(bodies, counterparty, on).map(({ body, post, relation }) => ({
						field: `entries[${i + 1}].counterparty`,
						expected: '付给任职人员或者和他们有关系的单位的，写明谁决定的、谁回避了',
						actual: relation ? `${counterparty}：${body}${post}说明过，${relation}` : `对方是${body}的${post}`,
						fix: '在事项的“利害关系”里写明回避情况，账上写明凭证和决定。',
						provision: null,
					})),
		);
	},
};

/** The rosters of a community. */
export const bodiesOf = (community: string, around: Around) =>
	around.of('bodies', community).flatMap(({ id }) => around.get<'bodies'>(id)?.data ?? []);
