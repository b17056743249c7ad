import type { APIRoute } from 'astro';
import { atom } from '../../../feeds/atom.ts';
import { xml } from '../../../feeds/response.ts';

/** What a community published last. */
export const GET: APIRoute = ({ locals: { store }, params: { community } }) => {
	const { url, name, operator } = store.settings;
	const of = store.get<'communities'>(`communities/${community}`);
	if (!of) return new Response(null, { status: 404 });
	const page = `/communities/${community}/`;
	const cards = store.list<never>(`@${community}`, { order: '-', limit: 50 });
	return xml(atom({ url, title: `${of.data.name} · ${name}`, author: operator, self: `${page}feed.xml`, page }, cards));
};
