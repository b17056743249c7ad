/** A personal datum where it stands. */
export interface Found {
	/** its Chinese name */
	what: string;
	/** as it is written */
	text: string;
	/** the same for the same datum however it is written */
	key: string;
}

/**
 * What becomes of a datum: a number is refused; of a hint (a room, a list of households, what is said of somebody) a person must say that it
 * may stand there; that somebody is named is only told.
 */
export type Grade = 'number' | 'hint' | 'name';

const GRADES: Readonly<Record<string, Grade>> = { 房号: 'hint', 住户明细: 'hint', 个人情况: 'hint', 姓名: 'name' };

export const gradeOf = ({ what }: Pick<Found, 'what'>): Grade => GRADES[what] ?? 'number';

/** Whether a datum keeps what holds it from being published, until it is gone or let pass. */
export const keepsBack = (found: Pick<Found, 'what'>): boolean => gradeOf(found) !== 'name';

/** A datum with its place in the reading of a text in which it was found. */
export interface Placed extends Found {
	at: number;
	/** behind its last sign */
	end: number;
}

/** What may be written in a place: which numbers are known to be an office's, and what somebody let pass. */
export interface Allowed {
	/** fixed lines and mailboxes of offices, as `officeLinesIn` has them; without them none of these are questioned */
	lines?: ReadonlySet<string>;
	/** texts that were let pass, as they are written */
	texts?: readonly string[];
}

/** Without those that lie within one before them in the list. Takes as long as the text and what was found in it together. */
export function outermost(found: readonly Placed[], length: number): readonly Placed[] {
	if (found.length < 2) return found;
	const owner = new Int32Array(length);
	return found.filter(({ at, end }, i) => {
		if (owner[at] && owner[at] === owner[end - 1]) return false;
		owner.fill(i + 1, at, end);
		return true;
	});
}
