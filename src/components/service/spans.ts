/** How a schedule's periods are said, and what they are read from. */
import type { CardOf } from '../../domain/card.ts';
import { type Span, spansOf } from '../../domain/schedule.ts';
import { facetShelf } from '../../publish/shelves.ts';
import type { Store } from '../../publish/store.ts';
import type { EntryOf } from '../../schema/index.ts';

/** The tag of a period's state. */
export const spanTags = { kept: 'ok', missed: 'miss', excused: 'plain', running: 'plain' } as const;

/** Monthly meetings of twenty years. */
const MOST = 240;

/** A schedule's periods, the oldest first, and the minutes they are read from. */
export function spansIn(store: Store, { data, community }: EntryOf<'schedules'>): { spans: Span[]; meetings: CardOf<'meetings'>[] } {
	const meetings = data.form
		? store.list<'meetings'>(facetShelf(`meetings@${community}`, 'form', data.form), { order: '-', limit: MOST })
		: [];
	const spans = spansOf(
		data,
		meetings.map(({ heldOn }) => heldOn),
		(day) => store.passed(day),
	);
	return { spans, meetings };
}
