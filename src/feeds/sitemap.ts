import type { Day } from '../basics/days.ts';
import { escapeHtml } from '../basics/html.ts';

/** A page of the site, and the day its record last changed where there is one. */
export interface Location {
	/** from the root of the site */
	page: string;
	changed?: Day | undefined;
}

/** How many pages one sitemap may name. */
export const MOST = 50_000;

/** Pages as a sitemap (sitemaps.org, 0.9). */
export const sitemap = (url: string, locations: readonly Location[]): string =>
	xml(
		'urlset',
		locations.map(
			({ page, changed }) => `<url><loc>${escapeHtml(url + page)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`,
		),
	);

/** The sitemap that names the others. */
export const sitemapIndex = (url: string, sitemaps: readonly string[]): string =>
	xml(
		'sitemapindex',
		sitemaps.map((page) => `<sitemap><loc>${escapeHtml(url + page)}</loc></sitemap>`),
	);

const xml = (root: string, lines: readonly string[]): string =>
	[
		'<?xml version="1.0" encoding="utf-8"?>',
		`<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
		...lines,
		`</${root}>`,
		'',
	].join('\n');
