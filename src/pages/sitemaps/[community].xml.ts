import type { APIRoute } from 'astro';
import { changedOn } from '../../feeds/atom.ts';
import { xml } from '../../feeds/response.ts';
import { cardsOn } from '../../feeds/shelf.ts';
import { MOST, sitemap } from '../../feeds/sitemap.ts';
import { listUrl, recordUrl } from '../../publish/addresses.ts';
import { collectionNames } from '../../schema/index.ts';

/** The lists and records of one community, what it should have published and what was found; of a very long history the newest. Its board is a record of the site. */
export const GET: APIRoute = ({ locals: { store }, params: { community = '' } }) => {
	const own = [`/duties/${community}/`, `/findings/${community}/`].map((page) => ({ page }));
	const lists = collectionNames
		.filter((collection) => store.count(`${collection}@${community}`))
		.map((collection) => ({ page: listUrl({ collection, community }) }));
	const records = cardsOn((options) => store.list<never>(`@${community}`, options), 'publishedOn', MOST - own.length - lists.length).map(
		(card) => ({
			page: recordUrl(card.id),
			changed: changedOn(card),
		}),
	);
	return xml(sitemap(store.settings.url, [...own, ...lists, ...records]));
};
