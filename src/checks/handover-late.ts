import { addDays, chineseDay, daysBetween } from '../basics/days.ts';
import { certain, lastPossible } from '../domain/deadline.ts';
import { handoverDue } from '../domain/tenure.ts';
import { inForce, unseen } from '../law/provisions.ts';
import { handedItems, handedStates, type Term } from '../schema/bodies.ts';
import type { Judged, Judgement } from './check.ts';
import { localRules } from './local-rules.ts';

/** Books, rooms and seals are handed over in time. Only a place's own verified rule blames anybody for it, and only past that rule's own day. */
export const handoverLate: Judgement<'bodies'> = {
	id: 'handover-late',
	asks: '账册、用房、印章按期交接了吗？',
	of: 'bodies',
	look: (entry, around) =>
		entry.data.terms.flatMap((term, t) =>
			term.handovers.flatMap((handover, h): Judged[] => {
				const { what, due, done } = handover;
				if (done ? done <= due : !around.hasCome(addDays(due, 1))) return [];
				const { handover: rule } = localRules(entry, around, due).rules;
				const lawful = handoverDue(entry.data, term, due, rule);
				const past = lawful !== null && (done ? done > lastPossible(lawful) : around.hasCome(addDays(lastPossible(lawful), 1)));
				return [
					{
						field: `terms[${t + 1}].handovers[${h + 1}]`,
						expected: `${what}，${chineseDay(due)}前交清`,
						actual: done ? `${chineseDay(done)}交清，晚了${daysBetween(due, done)}天` : `还没有交清${missing(handover)}`,
						...(past && lawful.sure ? { arithmetic: `规定的最后一天是${chineseDay(lawful.last)}` } : {}),
						fix: done ? '应交的一方说明为什么晚。' : '应交的一方尽快交清；拒不交的，由街道和房管部门责令移交。',
						provision:
							past && inForce(rule.provision, due)
								? isOnRecord(handover)
									? certain(rule.provision, lawful)
									: unseen(rule.provision)
								: null,
						...(done ? { settledOn: done } : {}),
					},
				];
			}),
		),
};

/** That a day of handing over is not written does not say that nothing was; that it was refused does. */
const isOnRecord = ({ done, items = [] }: Term['handovers'][number]): boolean =>
	done !== undefined || items.some(({ state }) => state === 'refused');

/** `：账册部分交，印章拒交` */
function missing({ items = [] }: Term['handovers'][number]): string {
	const open = items.filter(({ state }) => state !== 'handed').map(({ what, state }) => `${handedItems[what]}${handedStates[state]}`);
	return open.length ? `：${open.join('，')}` : '';
}
