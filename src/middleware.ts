import { defineMiddleware } from 'astro:middleware';

/** The publisher hands every page its store; in `astro dev` nobody does, and the page gets a live one. */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
	if (import.meta.env.DEV && !locals.store) locals.store = (await import('./publish/dev.ts')).devStore();
	return next();
});
