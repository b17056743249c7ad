/** The part of Pagefind's browser client that we use, https://pagefind.app/docs/api/. It stands once at {@link CLIENT}, outside our bundle. */
export interface Pagefind {
	options(options: { baseUrl: string }): Promise<void>;
	init(): Promise<void>;
	mergeIndex(folder: string): Promise<void>;
	preload(term: string): Promise<void>;
	search(term: string): Promise<{ results: Result[] }>;
}

/** `id` is the name of the page's fragment, which `data` fetches. */
export interface Result {
	id: string;
	score: number;
	data(): Promise<{ url: string; content: string }>;
}

const CLIENT = '/search/client/pagefind.js';

/** Pagefind with the indexes in these folders loaded; it starts while they are still being found out. Rejects where WebAssembly does not run. */
export async function startPagefind(folders: Promise<string[]>): Promise<Pagefind> {
	if (!runsWasm()) throw new Error('WebAssembly does not run here');
	// Pagefind loads its WebAssembly unwatched: if that fails, everything that follows would wait for ever.
	const failure = new Promise<never>((_, reject) => addEventListener('unhandledrejection', ({ reason }) => reject(reason)));
	const started = async () => {
		const pagefind: Pagefind = await import(/* @vite-ignore */ CLIENT);
		await pagefind.options({ baseUrl: '/' });
		await pagefind.init();
		await Promise.all((await folders).map((folder) => pagefind.mergeIndex(folder)));
		return pagefind;
	};
	return Promise.race([started(), failure]);
}

/** Old engines, locked-down devices and engines that do not know `wasm-unsafe-eval` refuse even the empty module. */
function runsWasm(): boolean {
	try {
		return new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)) instanceof WebAssembly.Module;
	} catch {
		return false;
	}
}
