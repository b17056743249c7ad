/** How the owners decided on a matter, and what must wait for that: the use of the fund, of common parts, a committee's taking office. */
import type { Day } from '../basics/days.ts';
import { type Provision, provisions, thatHeld } from '../law/provisions.ts';
import type { Matter } from '../schema/matters.ts';
import type { AgendaItem, Meeting, OwnersVote } from '../schema/meetings.ts';
import { isTaken, resultOf } from './matter.ts';
import type { Payment } from './matter-money.ts';

/** Minutes, as much of them as is asked. */
interface Minutes {
	id: string;
	data: Pick<Meeting, 'agenda' | 'heldOn'>;
}

/** A vote of the owners on a matter: in which minutes, under which item (from 1), and the last day it was open. */
export interface Decision {
	meeting: string;
	no: number;
	item: AgendaItem;
	vote: OwnersVote;
	on: Day;
	passed: boolean;
}

/** The owners' votes on a matter: every item of minutes that names it and counts their ballots, by day. */
export const decisionsOf = (matter: string, meetings: readonly Minutes[]): Decision[] =>
	meetings
		.flatMap(({ id, data }) =>
			data.agenda.flatMap((item, i): Decision[] =>
				item.matter === matter && item.ownersVote
					? [
							{
								meeting: id,
								no: i + 1,
								item,
								vote: item.ownersVote,
								on: item.ownersVote.until ?? data.heldOn,
								passed: item.outcome === 'passed',
							},
						]
					: [],
			),
		)
		.sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));

/** What the owners must have decided before: which of the nine matters of 民法典 278 it is, and what it says. */
export interface Needed {
	matter: OwnersVote['matter'];
	law: Provision;
	earlier: Provision;
	/** what waits for it, in words */
	what: string;
}

/**
 * Which decision of the owners a matter cannot go on without, or null. In an emergency the fund may be asked for without one.
 * @law 民法典 第二百七十八条第一款第（三）、（五）、（八）项；第二百八十一条第二款
 */
export function neededVote({ kind, fund }: Pick<Matter, 'kind' | 'fund'>): Needed | null {
	const earlier = provisions.ownersVoteBefore;
	if (kind === 'emergency') return null;
	if (kind === 'commonSpace') return { matter: '8', law: provisions.commonUse, earlier, what: '利用共有部分' };
	if (kind === 'election') return { matter: '3', law: provisions.committeeElection, earlier, what: '选举业主委员会' };
	return fund === 'maintenance' ? { matter: '5', law: provisions.fundUse, earlier, what: '使用维修资金' } : null;
}

/** Something that was done and needed the owners' vote first; `passed`: when they passed it, null where they did not. */
export interface Act {
	field: string;
	kind: 'contract' | 'payment' | 'office';
	what: string;
	on: Day;
	passed: Day | null;
}

/**
 * What was done before the owners had passed what it needs: the contract, the first payment, or for a committee its taking office.
 * Only the first of each is said.
 */
export function actsBeforeVote(
	matter: Pick<Matter, 'kind' | 'fund' | 'contract' | 'steps'>,
	{ decisions, payments, hasCome }: { decisions: readonly Decision[]; payments: readonly Payment[]; hasCome: (day: Day) => boolean },
): Act[] {
	const needed = neededVote(matter);
	if (!needed) return [];
	const passed = passedOn(matter, needed, decisions, hasCome);
	return actsOf(matter, payments.filter(uses(needed)), hasCome)
		.filter(({ on }) => passed === null || on < passed)
		.map((act) => ({ ...act, passed }));
}

/** The day the owners passed what is needed: by the count in the minutes, or as the steps say of a vote whose minutes are not linked. */
export function passedOn(
	{ steps }: Pick<Matter, 'steps'>,
	{ matter }: Needed,
	decisions: readonly Decision[],
	hasCome: (day: Day) => boolean,
): Day | null {
	const counted = decisions
		.filter(({ vote, passed }) => passed && (vote.matter === matter || vote.also.includes(matter)))
		.map(({ on }) => on);
	const said = steps
		.filter((step) => step.step === 'vote' && resultOf(step, hasCome) === 'passed')
		.filter(({ record }) => !decisions.some(({ meeting }) => meeting === record))
		.map(({ on, until }) => until ?? on!);
	return [...counted, ...said].sort()[0] ?? null;
}

/** Which money is what the vote is about: what leaves the maintenance fund, what common parts bring in. A survey paid otherwise is neither. */
const uses =
	({ matter }: Needed) =>
	({ fund, direction }: Payment): boolean =>
		matter === '5' ? fund === 'maintenance' && direction === 'out' : direction === 'in';

/** What a matter has done that the owners must have decided before, the first of each sort. */
function actsOf(
	{ kind, contract, steps }: Pick<Matter, 'kind' | 'contract' | 'steps'>,
	payments: readonly Payment[],
	hasCome: (day: Day) => boolean,
): Omit<Act, 'passed'>[] {
	const stepAct = (name: 'contract' | 'payment' | 'filing' | 'handover', what: string): Omit<Act, 'passed'>[] => {
		const i = steps.findIndex((step) => step.step === name && isTaken(step, hasCome));
		const act = name === 'contract' || name === 'payment' ? name : 'office';
		return i < 0 ? [] : [{ field: `steps[${i + 1}]`, kind: act, what, on: steps[i]!.on! }];
	};
	if (kind === 'election') return [...stepAct('filing', '备案'), ...stepAct('handover', '交接')];
	const signed = contract
		? [{ field: 'contract.signedOn', kind: 'contract' as const, what: '签合同', on: contract.signedOn }]
		: stepAct('contract', '签合同');
	const [first] = payments.filter(({ on }) => hasCome(on));
	const paid = first
		? [{ field: 'steps', kind: 'payment' as const, what: first.direction === 'out' ? '付第一笔钱' : '收第一笔钱', on: first.on }]
		: stepAct('payment', '付款');
	return [...signed, ...paid];
}

/** The provision under which the owners' vote was needed on a day; null before there was one. */
export const lawOn = ({ law, earlier }: Needed, on: Day): Provision | null => thatHeld(on, law, earlier);
