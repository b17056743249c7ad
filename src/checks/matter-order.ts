import { chineseDay, daysBetween } from '../basics/days.ts';
import { progressOf } from '../domain/matter.ts';
import { paymentsOf } from '../domain/matter-money.ts';
import { type Act, actsBeforeVote, decisionsOf, lawOn, neededVote } from '../domain/matter-votes.ts';
import { type Provision, provisions, unseen } from '../law/provisions.ts';
import type { EntryOf } from '../schema/index.ts';
import { type Matter, steps as stepNames } from '../schema/matters.ts';
import { matters } from '../schema/meetings.ts';
import type { Around, Judged, Judgement } from './check.ts';
import { linked } from './linked.ts';

/** The steps of a matter in their order: a breach only where money moved, or a committee took office, before the owners' vote that the law asks for. */
export const matterOrder: Judgement<'matters'> = {
	id: 'matter-order',
	asks: '事项该走的步骤都走了吗？要业主表决的，先表决后办吗？',
	of: 'matters',
	look(entry, around) {
		const early = beforeVote(entry, around);
		return [...early, ...steps(entry.data, around, early.length > 0), ...emergency(entry, around)];
	},
};

function beforeVote(entry: EntryOf<'matters'>, around: Around): Judged[] {
	const needed = neededVote(entry.data);
	if (!needed) return [];
	const { hasCome } = around;
	const decisions = decisionsOf(entry.id, linked(entry, around, 'meetings'));
	const payments = paymentsOf(entry.id, linked(entry, around, 'ledgers'));
	const other = decisions.find(({ passed, vote }) => passed && vote.matter !== needed.matter);
	return actsBeforeVote(entry.data, { decisions, payments, hasCome }).map((act): Judged => {
		const { field, what, on, passed } = act;
		const none = other ? `通过的表决是按“${matters[other.vote.matter]}”计的` : '本站没有见到通过的表决';
		return {
			field,
			expected: `${needed.what}先由业主表决通过，再${what}`,
			actual: passed ? `${chineseDay(on)}${what}，${chineseDay(passed, on)}表决才通过` : `${chineseDay(on)}${what}，${none}`,
			...(passed ? { arithmetic: `早了${daysBetween(on, passed)}天`, settledOn: passed } : {}),
			fix: '有通过的表决的，把那次会议的议题连到这件事项；没有的，说明依据并补办。',
			provision: heldTo(lawOn(needed, on), entry.data, act),
		};
	});
}

/** The law a matter is held to for what it did before the vote; where that may still have been lawful, with why. */
function heldTo(law: Provision | null, { mandate, kind }: Matter, act: Act): Provision | null {
	if (!law) return null;
	if (mandate) return { ...law, leavesRoom: '业主可以事先授权' };
	if (act.passed === null) return unseen(law);
	if (act.kind === 'contract') return { ...law, leavesRoom: '合同可以约定表决通过才生效' };
	if (kind === 'commonSpace' && law === provisions.ownersVoteBefore) return { ...law, leavesRoom: '当时的法律没有单列这一项' };
	return law;
}

/** What is said where no provision asks: a step nobody recorded, or one before its turn. What the vote was needed for is said already. */
function steps(data: Matter, { hasCome }: Around, voteSaid: boolean): Judged[] {
	const { missing, outOfOrder } = progressOf(data, hasCome);
	const last = data.steps.findLast(({ on }) => on)?.step;
	const done = data.state === 'done' ? '已经办结' : `已经走到“${last ? stepNames[last] : ''}”`;
	return [
		...missing
			.filter((step) => !(voteSaid && step === 'vote'))
			.map((step) => ({
				field: 'steps',
				expected: `有“${stepNames[step]}”这一步`,
				actual: `${done}，没有“${stepNames[step]}”的记录`,
				fix: '做过的补上日期和记录；没有做的，在经过里写明为什么。',
				provision: null,
			})),
		...outOfOrder
			.filter(({ before }) => !(voteSaid && before === 'vote'))
			.map(({ step, on, entry, before, beforeOn, days }) => ({
				field: `steps[${entry}].on`,
				expected: `“${stepNames[step]}”在“${stepNames[before]}”以后`,
				actual: `${chineseDay(on)}${stepNames[step]}，${chineseDay(beforeOn, on)}才${stepNames[before]}`,
				arithmetic: `早了${days}天`,
				fix: '日期写错的改正；确实这样做的，在经过里写明原因。',
				provision: null,
			})),
	];
}

/** That an emergency is explained and told afterwards is what this site asks; the law asks for an application and its review. */
function emergency(entry: EntryOf<'matters'>, around: Around): Judged[] {
	const { kind, emergency: own, steps } = entry.data;
	if (kind !== 'emergency') return [];
	if (!own)
		return [
			{
				field: 'emergency',
				expected: '写明险情、依据、谁确认',
				actual: '没有写',
				fix: '在“应急”一组里补上。',
				provision: null,
			},
		];
	const paid = paymentsOf(entry.id, linked(entry, around, 'ledgers')).find(({ direction }) => direction === 'out');
	const told = own.report || steps.some(({ step, on }) => step === 'report' && on);
	if (!paid || told) return [];
	return [
		{
			field: 'emergency.report',
			expected: '用了钱以后公示方案、费用、验收和分摊',
			actual: `${chineseDay(paid.on)}付款，没有见到事后公示`,
			fix: '补公示，或把公示连到“事后公示”。',
			provision: null,
		},
	];
}
