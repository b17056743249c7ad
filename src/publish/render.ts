import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Renderer } from './renderer.ts';

/** Pages are asked for under this origin; it never shows, since links are relative to the root or begin with the settings' address. */
export const ORIGIN = 'https://board.invalid';

interface Entry {
	render(url: string, locals: object): Promise<Response>;
}

/** The pages of the render bundle, asked for in process. `code` is the bundle's digest. The bundle is loaded when the first page is asked for. */
export function astroRenderer({ folder, code }: { folder: string; code: string }): Renderer {
	const load = (): Promise<Entry> => import(/* @vite-ignore */ pathToFileURL(join(folder, 'server/entry.mjs')).href);
	let entry: Promise<Entry> | undefined;
	return {
		code,
		async render(url, store) {
			const { render } = await (entry ??= load());
			const response = await render(ORIGIN + url, { store });
			const expected = url === '/404.html' ? 404 : 200;
			if (response.status !== expected) throw new Error(`${url} 没有生成网页（状态 ${response.status}）`);
			return new Uint8Array(await response.arrayBuffer());
		},
	};
}
