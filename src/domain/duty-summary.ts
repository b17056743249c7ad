/** A community's duties at a glance: how each stands, taken over the last twelve months, and how many stand so. */
import { type Day, isDay } from '../basics/days.ts';
import type { DutyLine, DutyState, Item } from './duty.ts';

/** How a duty stands as a whole; `none`: nothing has called for it yet. */
export type LineState = 'onTime' | 'posted' | 'late' | 'missing' | 'due' | 'none' | 'notApplicable';

/** How many duties stand how. `asked`: those whose day has come at least once. */
export type Counts = Record<LineState | 'asked', number>;

type HasCome = (day: Day) => boolean;

/** Whether something is overdue and not there, whatever is known of why. */
export const isMissing = ({ state }: Pick<Item, 'state'>): boolean => MISSING.includes(state);
const MISSING: readonly DutyState[] = ['missing', 'unpublished', 'planned'];

/** Whether a page still shows it: what was due in the last twelve months, and what is missing however long ago it was due. */
export function isShown(item: Item, hasCome: HasCome): boolean {
	const on = item.due ?? item.event?.day ?? item.publishedOn;
	return isMissing(item) || (item.period === null && item.event === null) || on === null || !hasCome(yearAfter(on));
}

/** The same day a year later; of 29 February, 1 March. */
export function yearAfter(day: Day): Day {
	const [year, rest] = [Number(day.slice(0, 4)) + 1, day.slice(4)];
	const same = `${year}${rest}`;
	return isDay(same) ? same : `${year}-03-01`;
}

/** The worst that is shown of a duty: missing, else late, else on time. */
export function lineState({ notApplicable, items }: DutyLine, hasCome: HasCome): LineState {
	if (notApplicable) return 'notApplicable';
	const shown = items.filter((item) => isShown(item, hasCome));
	if (shown.some(isMissing)) return 'missing';
	const order = ['late', 'onTime', 'posted', 'due', 'notApplicable'] as const;
	return order.find((state) => shown.some((item) => item.state === state)) ?? 'none';
}

/** How many of a community's duties stand how. */
export function countsOf(lines: readonly DutyLine[], hasCome: HasCome): Counts {
	const states = lines.map((line) => lineState(line, hasCome));
	const of = (state: LineState): number => states.filter((one) => one === state).length;
	const [onTime, posted, late, missing] = [of('onTime'), of('posted'), of('late'), of('missing')];
	return {
		asked: onTime + posted + late + missing,
		onTime,
		posted,
		late,
		missing,
		due: of('due'),
		none: of('none'),
		notApplicable: of('notApplicable'),
	};
}
