import { defineConfig, passthroughImageService } from 'astro/config';
import adapter from './src/publish/astro/adapter.ts';
import reload from './src/publish/astro/reload.ts';

/**
 * The render bundle. `npm run build` and `npm run publish` ask it for pages; only `npm run dev` serves from it.
 * The site's address comes from the settings record when a page is rendered, not from here.
 */
export default defineConfig({
	outDir: './build',
	output: 'server',
	adapter: adapter(),
	integrations: [reload()],
	session: false,
	trailingSlash: 'ignore',
	security: { checkOrigin: false },
	build: { inlineStylesheets: 'never', redirects: false },
	devToolbar: { enabled: false },
	image: { service: passthroughImageService() },
	vite: {
		build: { target: ['chrome78', 'ios13'], cssTarget: ['chrome78', 'ios13'], assetsInlineLimit: 0 },
		optimizeDeps: { entries: [] },
	},
});
