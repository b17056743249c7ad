import type { APIRoute } from 'astro';
import { changedOn } from '../../feeds/atom.ts';
import { xml } from '../../feeds/response.ts';
import { cardsOn } from '../../feeds/shelf.ts';
import { MOST, sitemap } from '../../feeds/sitemap.ts';
import { listUrl, recordUrl } from '../../publish/addresses.ts';
import { collectionNames } from '../../schema/index.ts';

/** The pages of the board itself, and the records that belong to no community. */
export const GET: APIRoute = ({ locals: { store } }) => {
	const lists = collectionNames.map((collection) => ({ page: listUrl({ collection }) }));
	const records = collectionNames
		.flatMap((collection) => cardsOn((options) => store.list<never>(`${collection}~site`, options), 'day', MOST - 100))
		.map((card) => ({ page: recordUrl(card.id), changed: changedOn(card) }));
	const own = ['/', '/about/', '/search/', '/findings/', '/duties/'].map((page) => ({ page }));
	return xml(sitemap(store.settings.url, [...own, ...lists, ...records].slice(0, MOST)));
};
