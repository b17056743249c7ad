import type { APIRoute } from 'astro';

/** Everything here is public: whoever keeps a copy keeps it honest. */
export const GET: APIRoute = ({ locals: { store } }) =>
	new Response(`User-agent: *\nAllow: /\n\nSitemap: ${store.settings.url}/sitemap.xml\n`);
