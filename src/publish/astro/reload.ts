import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** In `astro dev`, a record that is saved shows in the browser at once. */
export default (): AstroIntegration => ({
	name: 'gongkailan-reload',
	hooks: {
		'astro:server:setup': ({ server }) => {
			const content = fileURLToPath(new URL('../../../content', import.meta.url));
			server.watcher.add(content);
			server.watcher.on('all', (_, file) => file.startsWith(content) && server.ws.send({ type: 'full-reload' }));
		},
	},
});
