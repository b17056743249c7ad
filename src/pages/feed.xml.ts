import type { APIRoute } from 'astro';
import { atom } from '../feeds/atom.ts';
import { xml } from '../feeds/response.ts';

/** What was published last on the whole board. */
export const GET: APIRoute = ({ locals: { store } }) => {
	const { url, name, lede, operator } = store.settings;
	const feed = { url, title: name, subtitle: lede, author: operator, self: '/feed.xml', page: '/' };
	return xml(atom(feed, store.list<never>('*', { order: '-', limit: 50 })));
};
