/** Whether a document is in force, by its days. */
import { addDays, type Day } from '../basics/days.ts';
import { documentStates } from '../schema/documents.ts';

interface Dated {
	status: string;
	inForceFrom?: Day | null | undefined;
	inForceUntil?: Day | null | undefined;
}

/** Whether what is called in force is so on a day, asked as `hasCome`: from its first day until its last. */
export const isInForce = ({ status, inForceFrom, inForceUntil }: Dated, hasCome: (day: Day) => boolean): boolean =>
	status === 'inForce' && (!inForceFrom || hasCome(inForceFrom)) && !(inForceUntil && hasCome(addDays(inForceUntil, 1)));

/** How a document stands on a day, in a word: `现行`, `还没有施行`, `已到期`. */
export function sayStatus(document: Dated, hasCome: (day: Day) => boolean): string {
	if (document.status !== 'inForce' || isInForce(document, hasCome))
		return documentStates[document.status as keyof typeof documentStates] ?? document.status;
	return document.inForceFrom && !hasCome(document.inForceFrom) ? '还没有施行' : '已到期';
}
