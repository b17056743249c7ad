/** A community's schedules as a calendar, with the meetings its minutes have set. */
import type { CardOf } from '../../domain/card.ts';
import { hasEvents, isShared } from '../../domain/schedule.ts';
import { calendar } from '../../feeds/calendar.ts';
import { facetShelf } from '../../publish/shelves.ts';
import { SCHEDULES } from '../../publish/sources.ts';
import type { Store } from '../../publish/store.ts';
import { communityOf, shortCommunity } from '../communities.ts';

/** So many of the latest minutes of a form. */
const MINUTES = 6;

/** The calendar of a community, or of one of its schedules; null where nothing of it can stand in one. */
export function calendarOf(store: Store, community: string, only?: string): string | null {
	const owner = communityOf(store, community);
	const title = only ? store.get<'schedules', 'title'>(only, ['title'])?.title : '日程';
	if (!owner || !title) return null;
	const cards = store
		.list<'schedules'>(`schedules@${community}`, { order: '-', limit: SCHEDULES })
		.filter((card) => (only ? card.id === only && hasEvents(card) : isShared(card)));
	if (!cards.length) return null;
	const { url } = store.settings;
	return calendar(
		{ name: `${shortCommunity(owner)}${title}`, host: new URL(url).host, url },
		cards.map((card) => ({ ...card, set: setFor(store, community, card) })),
	);
}

/** What the latest minutes of a schedule's form say of the next meeting. */
const setFor = (store: Store, community: string, { form }: CardOf<'schedules'>) =>
	form
		? store
				.list<'meetings'>(facetShelf(`meetings@${community}`, 'form', form), { order: '-', limit: MINUTES })
				.flatMap(({ next }) => next ?? [])
		: [];
