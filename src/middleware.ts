import { defineMiddleware } from 'astro:middleware';
import { withoutBrokenFigures } from './components/unbroken.ts';

/** The publisher hands every page its store; in `astro dev` nobody does, and the page gets a live one. */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
	if (import.meta.env.DEV && !locals.store) locals.store = (await import('./publish/dev.ts')).devStore();
	const response = await next();
	if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
	return new Response(withoutBrokenFigures(await response.text()), response);
});
