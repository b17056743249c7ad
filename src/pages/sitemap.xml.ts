import type { APIRoute } from 'astro';
import { xml } from '../feeds/response.ts';
import { sitemapIndex } from '../feeds/sitemap.ts';

/** The sitemaps there are: one of the board itself, one of each community. */
export const GET: APIRoute = ({ locals: { store } }) => {
	const communities = store.ids('communities').map((id) => id.slice('communities/'.length));
	return xml(
		sitemapIndex(
			store.settings.url,
			['site', ...communities].map((name) => `/sitemaps/${name}.xml`),
		),
	);
};
