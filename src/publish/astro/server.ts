import { createApp } from 'astro/app/entrypoint';

const app = createApp({ streaming: false });

/** The page at a URL, rendered with these locals: the publisher's front door to the bundle. */
export const render = (url: string, locals: App.Locals): Promise<Response> =>
	app.render(new Request(url), { locals, addCookieHeader: false });
