import child_process from 'node:child_process';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';
import { fold } from './fold.ts';
import type { Passage } from './passages.ts';
import type { SearchRecord, ShardRecords } from './records.ts';
import { indexText } from './tokens.ts';

/** The files of one shard, by name: Pagefind's data, and `records.json` ({@link ShardRecords}). The same bytes for the same passages. */
export async function buildShard(passages: readonly Passage[]): Promise<Map<string, Uint8Array | string>> {
	// The order of insertion shows in the bytes.
	const inOrder = [...passages].sort((a, b) => (a.url < b.url ? -1 : 1));
	const files = await packed(inOrder.map(({ url, text }) => ({ url, content: indexText(text, fold) })));
	const data = new Map(files.filter(({ path }) => isData(path)).map(({ path, content }) => [path, content]));
	return new Map<string, Uint8Array | string>([...data, ['records.json', JSON.stringify(recordsOf(inOrder, data))]]);
}

/**
 * What a browser needs once, whatever it searches: Pagefind's client and its WebAssembly, with an index of one word that makes them start.
 * It changes only with Pagefind itself.
 */
export async function clientFiles(): Promise<Map<string, Uint8Array | string>> {
	const files = await packed([{ url: '/search/', content: 'gongkailan' }]);
	return new Map(
		files
			.filter(({ path }) => isData(path) || isClient(path))
			.map(({ path, content }) => [path, path === CLIENT ? classic(Buffer.from(content).toString('utf8')) : content]),
	);
}

/** Ends the process in which Pagefind packs; without it one stays until this process ends. */
export const closePacker = async (): Promise<void> => void (await close());

const isData = (path: string) => /^pagefind-entry\.json$|\.pf_(meta|index|fragment)$/.test(path);
const CLIENT = 'pagefind.js';
const isClient = (path: string) => path === CLIENT || path === 'wasm.unknown.pagefind';

/** Pagefind's client as a script that a worker of any age can load: what the module exports is `self.pagefind`. */
function classic(module: string): string {
	const [whole, names] = /export\{([\w,]+)\};?\s*$/.exec(module) ?? [];
	if (!whole || !names) throw new Error('Pagefind’s client has another shape than its version 1.4 had: it does not end in its exports');
	return `self.pagefind=(()=>{${module.slice(0, -whole.length).replaceAll('import.meta.url', '""')}return{${names}}})();\n`;
}

/** Pagefind's files. `und` keeps it from cutting and stemming words by a language's rules. */
async function packed(pages: { url: string; content: string }[]): Promise<IndexFile[]> {
	const { index, errors } = await outOfReach(() => createIndex({ forceLanguage: 'und' }));
	if (!index) throw new Error(`Pagefind does not start: ${errors.join('; ')}`);
	for (const page of pages) {
		const { errors } = await index.addCustomRecord({ ...page, language: 'und' });
		if (errors.length > 0) throw new Error(`Pagefind refuses ${page.url}: ${errors.join('; ')}`);
	}
	const { files } = await index.getFiles();
	await index.deleteIndex();
	return files;
}

/**
 * Calls what may start Pagefind's process, and starts that in a process group of its own: Ctrl-C in a terminal reaches the whole group, and a
 * packer that ends before us is a fault to Pagefind, told with a stack. It ends when we do, since nobody writes to it any more.
 */
function outOfReach<T>(run: () => T): T {
	const { spawn } = child_process;
	child_process.spawn = ((command: string, args: string[], options: object) =>
		spawn(command, args, { ...options, detached: true })) as typeof spawn;
	try {
		return run();
	} finally {
		child_process.spawn = spawn;
	}
}

function recordsOf(passages: Passage[], files: Map<string, Uint8Array>): ShardRecords {
	const ids = new Map([...files].filter(([path]) => path.endsWith('.pf_fragment')).map(([path, content]) => [urlIn(content), idIn(path)]));
	return {
		collections: Object.fromEntries(sortedPairs(passages.map((passage) => [passage.collection, passage.collectionName]))),
		records: passages.map(
			({ url, title, day, collection, community }): SearchRecord => ({ id: ids.get(url) ?? '', url, title, day, collection, community }),
		),
	};
}

const sortedPairs = (pairs: [string, string][]) => [...pairs].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** The name by which Pagefind's results call a page: that of its fragment's file. */
const idIn = (path: string) => path.replace(/^fragment\/|\.pf_fragment$/g, '');

const SIGNATURE = 'pagefind_dcd';

/** The page whose text a fragment holds. */
const urlIn = (content: Uint8Array): string => JSON.parse(gunzipSync(content).toString('utf8').slice(SIGNATURE.length)).url;
