/** The part of Pagefind's browser client that we use, https://pagefind.app/docs/api/. It runs in a worker, public/search/worker.js. */
export interface Pagefind {
	preload(term: string): Promise<void>;
	search(term: string): Promise<{ results: Result[] }>;
}

/** `id` is the name of the page's fragment, which `data` fetches. */
export interface Result {
	id: string;
	score: number;
	data(): Promise<{ url: string; content: string }>;
}

const WORKER = '/search/worker.js';

/** Pagefind with the indexes in these folders loaded; it starts while they are still being found out. Rejects where WebAssembly does not run. */
export async function startPagefind(folders: Promise<string[]>): Promise<Pagefind> {
	const call = caller(new Worker(WORKER));
	await call('start');
	await Promise.all((await folders).map((folder) => call('mergeIndex', folder)));
	return {
		preload: (term) => call<void>('preload', term),
		async search(term) {
			const found = await call<{ id: string; score: number; no: number }[]>('search', term);
			return { results: found.map(({ id, score, no }) => ({ id, score, data: () => call('data', no) })) };
		},
	};
}

/** Asks a worker and waits for its answer. When the worker fails, so does whatever was asked and will be. */
function caller(worker: Worker): <T>(call: string, argument?: unknown) => Promise<T> {
	const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
	let broken: Error | null = null;
	let last = 0;
	const fail = (reason: string) => {
		broken = new Error(reason);
		for (const { reject } of waiting.values()) reject(broken);
		waiting.clear();
	};
	worker.onerror = ({ message }) => fail(message || `${WORKER} does not start`);
	worker.onmessage = ({ data: [no, failure, value] }) => {
		if (no === null) return fail(failure);
		const asked = waiting.get(no);
		waiting.delete(no);
		if (failure === null) asked?.resolve(value);
		else asked?.reject(new Error(failure));
	};
	return <T>(call: string, argument?: unknown) =>
		new Promise<T>((resolve, reject) => {
			if (broken) return reject(broken);
			waiting.set(++last, { resolve: resolve as (value: unknown) => void, reject });
			worker.postMessage([last, call, argument]);
		});
}
