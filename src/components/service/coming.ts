/** The next time of what recurs: as the latest minutes have set it, else by its rule. */
import type { Day } from '../../basics/days.ts';
import type { CardOf } from '../../domain/card.ts';
import { nextDay } from '../../domain/schedule.ts';
import { facetShelf } from '../../publish/shelves.ts';
import type { Store } from '../../publish/store.ts';
import { isAhead } from '../clock.ts';

/** The day, and what the minutes say of it; `by`: the id of the minutes that set it. */
export interface Coming {
	on: Day;
	at: string | null;
	place: string | null;
	about: string | null;
	by: string | null;
}

/** `9:00`: an hour as it is said. */
export const sayHour = (at: string): string => at.replace(/^0/, '');

/** `9:00至11:00`, or only the beginning where no end is said. */
export const sayHours = (at: string, endsAt: string | null): string =>
	[at, endsAt]
		.flatMap((hour) => hour ?? [])
		.map(sayHour)
		.join('至');

/** So many of the latest minutes are asked for what comes next. */
const MINUTES = 3;

/** The next time, today included; null where no day is known. */
export function comingOf(store: Store, card: CardOf<'schedules'>): Coming | null {
	const { form, community, at, place } = card;
	const minutes = form ? store.list<'meetings'>(facetShelf(`meetings@${community}`, 'form', form), { order: '-', limit: MINUTES }) : [];
	for (const { id, next } of minutes)
		if (next && isAhead(store, next.on))
			return { on: next.on, at: next.at ?? at, place: next.place ?? place, about: next.about ?? null, by: id };
	const on = nextDay(card, (day) => store.passed(day));
	return on ? { on, at, place, about: null, by: null } : null;
}
