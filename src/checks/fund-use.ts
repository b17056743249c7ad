import { chineseDay, daysBetween } from '../basics/days.ts';
import { fen, yuan } from '../basics/money.ts';
import { neededVote } from '../domain/matter-votes.ts';
import { type Provision, provisions, thatHeld, unseen } from '../law/provisions.ts';
import type { LedgerEntry } from '../schema/ledgers.ts';
import type { Meeting } from '../schema/meetings.ts';
import type { Around, Judgement } from './check.ts';

/** The maintenance fund is used after the owners have voted. An entry that names a matter is judged there, an emergency by `emergency-use`. */
export const fundUse: Judgement<'ledgers'> = {
	id: 'fund-use',
	asks: '用维修资金，业主表决通过了吗？',
	of: 'ledgers',
	look({ data: { fund, entries } }, around) {
		if (fund !== 'maintenance') return [];
		return entries.flatMap((entry, i) => {
			const found = needsVote(entry, around) ? withoutVote(entry, around) : null;
			const law = thatHeld(entry.on, provisions.fundUse, provisions.ownersVoteBefore);
			return found
				? [
						{
							field: `entries[${i + 1}]`,
							expected: '使用维修资金由业主表决通过，再付款',
							actual: `“${entry.purpose}”${yuan(fen(entry.amount))}元，${found.actual}`,
							...(found.arithmetic ? { arithmetic: found.arithmetic, settledOn: found.settledOn } : {}),
							fix: '管账的人写明是哪次业主表决通过的，或者连上那件事项；没有表决的，说明依据并补办。',
							provision: law && found.held(law),
						},
					]
				: [];
		});
	},
};

/** Repairs and renewals need the owners' vote, unless they belong to a matter that is judged for it itself. */
function needsVote({ direction, kind, matter }: LedgerEntry, around: Around): boolean {
	if (direction === 'in' || (kind !== 'repair' && kind !== 'renewal')) return false;
	const named = matter && around.get<'matters'>(matter)?.data;
	if (matter && !named) return false;
	return !named || (named.kind !== 'emergency' && neededVote(named)?.matter !== '5');
}

interface Lacking {
	actual: string;
	/** the law as far as it can be held against anybody: only by a vote that stands on record and was later */
	held(law: Provision): Provision;
	arithmetic?: string;
	settledOn?: string;
}

function withoutVote({ decision, on }: LedgerEntry, around: Around): Lacking | null {
	if (!decision) return { actual: '没有写依据哪次表决', held: unseen };
	const minutes = decision.startsWith('meetings/');
	const meeting = minutes ? around.get<'meetings'>(decision)?.data : null;
	if (minutes && !meeting) return { actual: '依据的会议纪要不在栏上，看不到业主表决', held: unseen };
	if (!meeting) return { actual: '依据的不是会议纪要，看不到业主表决', held: mandated };
	const voted = passedOn(meeting);
	if (voted === null) return { actual: `依据的是“${meeting.title}”，里面没有通过的业主表决`, held: unseen };
	if (voted <= on) return null;
	return {
		actual: `${chineseDay(on)}付款，${chineseDay(voted, on)}表决才通过`,
		held: (law) => law,
		arithmetic: `早了${daysBetween(on, voted)}天`,
		settledOn: voted,
	};
}

/** A document may be the owners' standing consent. */
const mandated = (law: Provision): Provision => ({ ...law, leavesRoom: '业主可以事先授权' });

/** Using the fund is matter 5; rebuilding, 7, is decided with what it costs. */
const passedOn = ({ agenda, heldOn }: Meeting): string | null =>
	agenda
		.filter(
			({ outcome, ownersVote }) =>
				outcome === 'passed' && ownersVote && [ownersVote.matter, ...ownersVote.also].some((m) => m === '5' || m === '7'),
		)
		.map(({ ownersVote }) => ownersVote?.until ?? heldOn)
		.sort()[0] ?? null;
