/**
 * Pagefind apart from the page: WebAssembly runs under this file's own policy, and no page of the site needs one that allows it. Engines
 * that do not know 'wasm-unsafe-eval' run it here without being asked.
 *
 * A message is [number, call, argument]; its answer [number, null, value] or [number, what went wrong]. The page is src/search/pagefind.ts.
 */
self.window = self;
importScripts('/search/client/pagefind.js');

const found = [];

const calls = {
	async start() {
		// Refused at once where WebAssembly does not run; Pagefind would wait for ever.
		new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
		await pagefind.options({ basePath: '/search/client/', baseUrl: '/' });
		await pagefind.init();
	},
	mergeIndex: (folder) => pagefind.mergeIndex(folder),
	preload: (term) => pagefind.preload(term),
	async search(term) {
		const { results } = await pagefind.search(term);
		return results.map((result) => ({ id: result.id, score: result.score, no: found.push(result) - 1 }));
	},
	async data(no) {
		const { url, content } = await found[no].data();
		return { url, content };
	},
};

self.onmessage = ({ data: [no, call, argument] }) =>
	calls[call](argument).then(
		(value) => postMessage([no, null, value]),
		(reason) => postMessage([no, String(reason)]),
	);

// Pagefind loads its WebAssembly unwatched: if that fails, everything that follows would wait for ever.
self.onunhandledrejection = ({ reason }) => postMessage([null, String(reason)]);
