import { chineseDay } from '../basics/days.ts';
import { decidedOn, resultAdopted, resultOf, sayTest } from '../domain/vote.ts';
import { provisions } from '../law/provisions.ts';
import { type OwnersVote, silencePolicies } from '../schema/meetings.ts';
import type { Judged, Judgement } from './check.ts';

/** What the minutes say came of a vote is what its count comes to, by the rule of its day. */
export const ownersVote: Judgement<'meetings'> = {
	id: 'owners-vote',
	asks: '业主表决写的结果，和计票算出来的一样吗？',
	of: 'meetings',
	look: ({ data: { agenda, heldOn } }) =>
		agenda.flatMap(({ ownersVote: vote, outcome }, i): Judged[] => {
			if (!vote || (outcome !== 'passed' && outcome !== 'rejected')) return [];
			const on = decidedOn(vote, heldOn);
			const result = resultOf(vote, on);
			if (!result) return [];
			const { rule, strict, adopted } = result;
			const { tests, passed } = resultAdopted(result);
			const field = `agenda[${i + 1}].ownersVote`;
			if (passed !== (outcome === 'passed')) {
				const telling = passed ? tests : tests.filter(({ holds }) => !holds);
				return [
					{
						field,
						expected: passed ? '每道门槛都达到，通过' : '有门槛没有达到，不通过',
						actual: passed ? '写了未通过' : '写了通过',
						arithmetic: telling.map(sayTest).join('；'),
						fix: '组织表决的单位对照计票单：抄错的更正；没有抄错的，更正结果，重新公告。',
						provision:
							grouped(vote) && (passed || telling.every(({ measure }) => measure === 'heads'))
								? { ...rule.provision, leavesRoom: '一人有几套的怎么计，可以另行约定' }
								: rule.provision,
					},
				];
			}
			if (adopted && vote.silence && strict.passed !== passed)
				return [
					{
						field,
						expected: `没有投票的不算参与，${strict.passed ? '通过' : '不通过'}`,
						actual: `按${adopted.clause}，没有投票的${silencePolicies[adopted.policy]}，${passed ? '通过' : '不通过'}`,
						arithmetic: `严格计算：${strict.tests.map(sayTest).join('；')}`,
						fix: `公开规约这一条的原文、${chineseDay(on)}以前送达选票的记录，两种结果都留着。`,
						provision: { ...provisions.silence, leavesRoom: '规约可以约定' },
					},
				];
			return [];
		}),
};

/** Whether several units were counted as one head, which the Interpretation allows and does not command. @law 建筑物区分所有权解释 第九条 */
const grouped = ({ grouped }: OwnersVote): boolean => grouped.length > 0;
