/** Until when an owner may ask a court to revoke what an assembly or a committee decided. */
import type { Day } from '../basics/days.ts';
import type { Meeting } from '../schema/meetings.ts';
import { yearsAfter } from './tenure.ts';

/** Whether something was decided that a court may revoke: by the owners' assembly or by their committee. @law 民法典 第二百八十条 */
export const isDecided = ({ form, agenda }: Pick<Meeting, 'form' | 'agenda'>): boolean =>
	(form === 'assembly' || form === 'committee') && agenda.some(({ outcome }) => outcome === 'passed');

/**
 * The last day to ask for it by those who learned of the decision on a day: the same day a year later.
 * @law 建筑物区分所有权司法解释 第十二条；民法典 第二百条至第二百零二条
 */
export const lastDayToRevoke = (knownOn: Day): Day => yearsAfter(knownOn, 1);
