/** Owners' votes for tests: a test says only the counts it is about. */
import type { OwnersVote } from '../src/schema/meetings.ts';

/** `count('60000.00', 600)`: so much area, so many heads. */
export const count = (area: string, heads: number): OwnersVote['total'] => ({ heads, area });

const all = count('24000.00', 300);

/** A vote of all owners on the use of the fund, in which everyone took part and agreed, unless said otherwise. */
export const ownersVote = (over: Partial<OwnersVote> = {}): OwnersVote => ({
	matter: '5',
	scope: '全体业主',
	total: all,
	part: all,
	for: all,
	against: count('0.00', 0),
	abstained: count('0.00', 0),
	also: [],
	grouped: [],
	...over,
});
