import { addDays } from '../basics/days.ts';
import { inOffice, termOn } from '../domain/roster.ts';
import type { EntryOf } from '../schema/index.ts';
import type { Around } from './check.ts';

/** The owners' committee whose meeting this is; null where it is the meeting of something else. */
export const committeeMeeting = ({ data }: EntryOf<'meetings'>, around: Around): EntryOf<'bodies'> | null =>
	data.form === 'committee'
		? (data.bodies.flatMap((id) => around.get<'bodies'>(id) ?? []).find((body) => body.data.kind === 'ownersCommittee') ?? null)
		: null;

/** How many members a committee had on the day of a meeting: by its roster, else as many as were due; and how many of them came. `most`: those who left that very day counted. */
export function membersAt({ data: { heldOn, parties } }: EntryOf<'meetings'>, { id, data }: EntryOf<'bodies'>) {
	const party = parties.find(({ body }) => body === id);
	const listed = inOffice(termOn(data, heldOn), heldOn).length;
	const dayBefore = addDays(heldOn, -1);
	const most = Math.max(listed, inOffice(termOn(data, dayBefore), dayBefore).length);
	return { members: listed || party?.due || 0, most, listed: listed > 0, present: party?.present ?? null };
}
