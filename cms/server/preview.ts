import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { publicPart } from '../../src/domain/public-part.ts';
import { type Ask, answering } from '../../src/publish/questions.ts';
import type { Renderer } from '../../src/publish/renderer.ts';
import { frozen, PAGE_SIZE, Store } from '../../src/publish/store.ts';
import type { Entry } from '../../src/schema/index.ts';
import { readFile } from '../../src/schema/reader.ts';
import { refusedFor } from './checking.ts';
import { placeAt } from './places.ts';
import { Refusal } from './refusal.ts';

/** What a preview is made with. */
export interface PreviewParts {
	/** The publisher's store, which knows every published record. */
	store: string;
	/** The board's own pages. */
	renderer: Pick<Renderer, 'render'>;
	/** The day of the run; what is not published yet is shown as published today. */
	today(settings: { asOf?: string } | null): string;
}

/** Shows a draft as the board would: the record's own page, of which the answer is what stands in `<main>`. */
export function preview({ store, renderer, today }: PreviewParts) {
	return async (path: string, raw: string): Promise<{ html: string }> => {
		const place = placeAt(path);
		if (place.kind !== 'record') throw new Refusal(404, '这一项没有单独的页面，不能预览。');
		const { entry, findings } = readFile({ file: path, bytes: Buffer.from(raw) });
		if (!entry) throw refusedFor('还不能预览', path, findings);
		if (!existsSync(store)) throw new Refusal(503, '公开栏还没有发布过，暂时不能预览。');
		const db = new DatabaseSync(store, { readOnly: true, timeout: 5000 });
		try {
			const settings = answering(db, '')(['get', 'settings']).answer as { data: { asOf?: string } } | null;
			const day = today(settings?.data ?? null);
			const published = answering(db, day)(['get', entry.id, ['publishedOn']]).answer as { publishedOn: string | null } | null;
			const shown = { ...entry, data: { ...entry.data, publishedOn: published?.publishedOn ?? day } } as Entry;
			const page = await renderer.render(`/${shown.id}/`, overlaid(answering(db, day), shown));
			if (page instanceof Map) throw new Error('a record is one page');
			return { html: mainOf(typeof page === 'string' ? page : Buffer.from(page).toString(), path) };
		} finally {
			db.close();
		}
	};
}

/** A store of what is published, with one record laid over it: itself, and its card where lists show it. */
function overlaid(answer: ReturnType<typeof answering>, entry: Entry): Store {
	const part = publicPart(entry);
	const { withdrawn } = entry.data;
	const own = (ask: Ask): unknown => {
		if (ask[0] === 'stub' && ask[1] === entry.id) return withdrawn ? part.entry : null;
		if (ask[0] === 'get' && ask[1] === entry.id) {
			const fields = ask[2];
			if (!fields) return withdrawn ? null : entry;
			return Object.fromEntries(fields.map((field) => [field, (part.entry.data as Record<string, unknown>)[field] ?? null]));
		}
		const { answer: said } = answer(ask);
		if (ask[0] !== 'list') return said;
		return (said as { id: string }[]).map((each) => (each?.id === entry.id ? part.listing.card : each));
	};
	return new Store((ask) => ({ no: 0, answer: frozen(structuredClone(own(ask))) }), PAGE_SIZE);
}

/** What stands between `<main …>` and `</main>`. Its pictures and files are asked of the desk, which also has those that come with the draft. */
function mainOf(html: string, path: string): string {
	const [, inside] = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
	if (inside === undefined) throw new Error('the page has no <main>');
	return inside.replace(
		/ (src|href)="\/(uploads\/[^"?#]+)"/g,
		(_, name, upload) => ` ${name}="/admin/${upload}?of=${encodeURIComponent(path)}"`,
	);
}
