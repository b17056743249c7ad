import { breathing } from './breath.ts';
import type { Memory } from './memory.ts';
import type { Page, Pages } from './pages.ts';
import type { Passages } from './passages.ts';
import type { Outcome, Publication } from './publish.ts';
import { digestOf } from './questions.ts';
import type { Rendered } from './renderer.ts';
import { LAST_STAGE, type Stage, stageOf, within } from './stages.ts';
import { Store } from './store.ts';
import type { Tellings } from './tellings.ts';

/** What rendering leans on. `stale` holds the pages still to be rendered; `outcome` is counted up. */
interface Rendering extends Pick<Publication, 'renderer' | 'files' | 'pageSize' | 'progress' | 'step'> {
	pages: Pages;
	memory: Memory;
	passages: Passages;
	tellings: Tellings;
	stale: Set<number>;
	outcome: Outcome;
}

/** Renders the stale pages of a stage, each with a store of its own, and writes those whose bytes are new. */
export async function renderPages(stage: Stage, rendering: Rendering): Promise<void> {
	const { pages, memory, passages, tellings, stale, outcome, renderer, pageSize, progress, step } = rendering;
	const breathe = breathing();
	for (const no of [...stale]) {
		await breathe();
		const page = pages.find(no)!;
		if (stageOf(page.url) !== stage) continue;
		stale.delete(no);
		const store = new Store(within(stage, memory.ask), pageSize);
		const rendered = await renderer.render(page.url, store);
		if (stage < LAST_STAGE && !(rendered instanceof Map)) passages.keep(page.url, renderer.passageOf?.(page.url, textOf(rendered)) ?? null);
		tellings.keep(page.url, store.telling, stage);
		write(page, rendered, memory.reads(no, page.reads, store.asked), rendering);
		outcome.rendered++;
		progress?.(outcome.rendered, outcome.rendered + stale.size);
		if (outcome.rendered % 50 === 1) step?.('rendering');
	}
}

/** Forgets a page or a source, and removes the files of a page. */
export function removePage(no: number, { pages, memory, passages, tellings, stale, outcome, files }: Rendering): void {
	const page = pages.find(no)!;
	memory.reads(no, page.reads, new Set());
	pages.drop(no);
	stale.delete(no);
	passages.keep(page.url, null);
	tellings.keep(page.url, new Map(), 0);
	if (!page.digest) return;
	for (const url of filesOf(page)) files.remove(url);
	outcome.removed++;
}

/** Keeps what a page was rendered to and what it asked, and writes its files unless they are the same as before. */
function write(page: Page, rendered: Rendered, reads: Uint8Array, { pages, files, outcome }: Rendering): void {
	const several = rendered instanceof Map ? rendered : null;
	const digest = digestOf(rendered instanceof Map ? listing(rendered) : rendered);
	pages.keep(page.no, digest, several && JSON.stringify([...several.keys()].sort()), reads);
	if (page.digest && Buffer.compare(page.digest, digest) === 0) return;
	const now =
		rendered instanceof Map ? new Map([...rendered].map(([name, body]) => [page.url + name, body])) : new Map([[page.url, rendered]]);
	if (page.digest) for (const url of filesOf(page)) if (!now.has(url)) files.remove(url);
	for (const [url, body] of now) files.put(url, body);
	outcome.written++;
	if (outcome.urls.length < SHOWN) outcome.urls.push(page.url);
}

/** So many URLs are named in the log. */
const SHOWN = 20;

const filesOf = (page: Page): string[] => (page.files ? (JSON.parse(page.files) as string[]).map((name) => page.url + name) : [page.url]);

const listing = (files: Map<string, Uint8Array | string>): string =>
	[...files]
		.map(([name, body]) => `${name} ${Buffer.from(digestOf(body)).toString('hex')}`)
		.sort()
		.join('\n');

const textOf = (body: string | Uint8Array): string => (typeof body === 'string' ? body : new TextDecoder().decode(body));
