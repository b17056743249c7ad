import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Builds the pages into a bundle that the publisher imports: nothing is rendered at build time. */
export default (): AstroIntegration => ({
	name: 'gongkailan',
	hooks: {
		'astro:config:done': ({ setAdapter }) =>
			setAdapter({
				name: 'gongkailan',
				entrypointResolution: 'auto',
				serverEntrypoint: fileURLToPath(new URL('./server.ts', import.meta.url)),
				adapterFeatures: { buildOutput: 'server', middlewareMode: 'classic' },
				supportedAstroFeatures: { hybridOutput: 'stable', staticOutput: 'stable', serverOutput: 'stable', sharpImageService: 'stable' },
			}),
	},
});
