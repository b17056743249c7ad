import { defineConfig } from 'astro/config';
import adapter from '../src/publish/astro/adapter.ts';

/** Pages as bare as those of the Hugo site beside them, so that the two can be compared. */
export default defineConfig({
	output: 'server',
	adapter: adapter(),
	session: false,
	security: { checkOrigin: false },
	build: { redirects: false },
	devToolbar: { enabled: false },
});
