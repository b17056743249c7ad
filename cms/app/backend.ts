import { ProxyBackend } from 'decap-cms-backend-proxy';
import { rewrite } from '../../src/derive/rewrite.ts';
import { deserialise } from '../../src/derive/serialise.ts';
import type { Answer, Opened as Draft, Hint, Me, Refusal, Saved, Unnoted } from '../protocol.ts';
import { agreedTo } from './agree.ts';
import { answersTo } from './hints.ts';
import { loggedInAgain } from './login-again.ts';
import { asCalled } from './names.ts';
import { kindAt } from './records.ts';

interface DataFile {
	path: string;
	slug: string;
	raw: string;
	newPath?: string;
}

/** A file as the editor opened it. */
interface Opened {
	id: string | null;
	text: string | null;
}

/** What the desk's server would not do, in the words it gave. */
export class Refused extends Error {
	readonly status: number;
	/** what is to be answered first */
	readonly hints: readonly Hint[];
	constructor(message: string, status: number, hints: readonly Hint[] = []) {
		super(message);
		this.status = status;
		this.hints = hints;
	}
	// Decap puts the error itself into its sentence.
	override toString(): string {
		return this.message;
	}
}

/** Asks the desk's server, and after a session has ended asks for the password and then again, so that no text is lost. */
export async function ask<T>(path: string, body?: unknown): Promise<T> {
	for (;;) {
		const response = await fetch(path, {
			credentials: 'same-origin',
			...(body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
		}).catch(() => {
			throw new Refused('连不上编辑台的服务器。您的文字还在，请检查网络后再试一次。', 0);
		});
		if (response.status === 401) {
			await loggedInAgain();
			continue;
		}
		const answer = response.status === 204 ? {} : await response.json().catch(() => ({}));
		if (response.ok) return answer as T;
		const { error = '编辑台的服务器没有答复，请再试一次。', hints } = answer as Partial<Refusal>;
		throw new Refused(asCalled(error), response.status, hints);
	}
}

/**
 * Decap's proxy backend with what it lacks: who is logged in, the ids of the files an editor opened (so that two cannot overwrite each
 * other), and files written so that what was not edited stays as it was.
 */
export class DeskBackend extends ProxyBackend {
	published = new Map<string, Opened>();
	drafts = new Map<string, Opened>();
	/** The drafts that were opened, by collection and slug: what of each was shown. */
	shown = new Map<string, Draft>();

	override restoreUser(): Promise<unknown> {
		return this.authenticate();
	}

	override async authenticate(): Promise<unknown> {
		return { ...(await ask<Me>('/admin/api/me')), token: 'cookie' };
	}

	override async logout(): Promise<null> {
		await ask('/admin/api/logout', {}).catch(() => {});
		window.location.replace('/admin/login?why=out');
		return null;
	}

	override async request<T>(payload: { action: string; params: Record<string, unknown> }): Promise<T> {
		const answers: Answer[] = [];
		for (;;) {
			try {
				const answer = await ask<T & Unnoted>('/admin/api/v1', {
					branch: 'main',
					...payload,
					params: { ...payload.params, ...(answers.length > 0 ? { answers } : {}) },
				});
				if (answer?.unnoted) window.alert(answer.unnoted);
				return answer;
			} catch (error) {
				const { hints = [] } = error as Partial<Refused>;
				if (hints.length === 0) throw error;
				const given = await answersTo(hints, stepOf(payload));
				if (!given) throw new Refused(`没有${stepOf(payload)}：改好以后再来，已经回答的不用再答。`, 0);
				answers.push(...given);
			}
		}
	}

	override async getEntry(path: string) {
		try {
			const entry = await super.getEntry(path);
			this.published.set(path, { id: entry.file.id, text: entry.data });
			return entry;
		} catch (error) {
			if ((error as Refused).status === 404) this.published.set(path, { id: null, text: null });
			throw error;
		}
	}

	override async unpublishedEntry(wanted: { id?: string; collection?: string; slug?: string }) {
		try {
			const draft = (await super.unpublishedEntry(wanted)) as Draft;
			// By its id it is only listed.
			if (!wanted.id) this.shown.set(`${draft.collection}/${draft.slug}`, draft);
			return draft;
		} catch (error) {
			if (wanted.collection && wanted.slug) this.forget(wanted.collection, wanted.slug);
			throw error;
		}
	}

	override async unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string): Promise<string> {
		const params = { branch: 'main', collection, slug, path, id };
		const file = await this.request<{ data: string; id?: string }>({ action: 'unpublishedEntryDataFile', params });
		this.drafts.set(`${collection}/${slug}/${path}`, { id: file.id ?? null, text: file.data });
		return file.data;
	}

	override async persistEntry(
		entry: { dataFiles: DataFile[]; assets: { path: string; toBase64(): Promise<string> }[] },
		options: { collectionName: string },
	) {
		const opened = (file: DataFile) =>
			this.drafts.get(`${options.collectionName}/${file.slug}/${file.path}`) ?? this.published.get(file.path);
		const dataFiles = entry.dataFiles.map((file) => ({ ...file, raw: withUntouched(file, opened(file)?.text ?? null) }));
		const [{ slug }] = dataFiles as [DataFile];
		const baseIds = {
			...this.seen(options.collectionName, slug),
			...Object.fromEntries(dataFiles.flatMap((file) => (opened(file) ? [[file.path, opened(file)!.id]] : []))),
		};
		const assets = await Promise.all(
			entry.assets.map(async (asset) => ({ path: asset.path, content: await asset.toBase64(), encoding: 'base64' })),
		);
		const saved = await this.request<Saved>({ action: 'persistEntry', params: { branch: 'main', dataFiles, assets, options, baseIds } });
		for (const { path, slug, raw } of dataFiles)
			this.drafts.set(`${options.collectionName}/${slug}/${path}`, { id: saved.ids?.[path] ?? null, text: raw });
		this.sent(options.collectionName, slug, saved.ids ?? {});
		return saved;
	}

	override async updateUnpublishedEntryStatus(collection: string, slug: string, newStatus: string) {
		const draft = this.shown.get(`${collection}/${slug}`);
		if (newStatus === 'pending_publish' && draft && !(await agreedTo(draft))) throw new Refused('没有设为“待发布”。', 0);
		const params = { branch: 'main', collection, slug, newStatus, seen: this.seen(collection, slug) };
		return this.request({ action: 'updateUnpublishedEntryStatus', params });
	}

	override async publishUnpublishedEntry(collection: string, slug: string) {
		const params = { branch: 'main', collection, slug, seen: this.seen(collection, slug) };
		const answer = await this.request({ action: 'publishUnpublishedEntry', params });
		this.forget(collection, slug);
		return answer;
	}

	/** A draft is shown beside its form, and has no page of its own. */
	async getDeployPreview(): Promise<null> {
		return null;
	}

	override async deleteUnpublishedEntry(collection: string, slug: string) {
		const answer = await super.deleteUnpublishedEntry(collection, slug);
		this.forget(collection, slug);
		return answer;
	}

	/** What of a draft was on the editor's screen; undefined where it was not opened. */
	private seen(collection: string, slug: string): Record<string, string> | undefined {
		const draft = this.shown.get(`${collection}/${slug}`);
		return draft && Object.fromEntries(draft.diffs.map(({ path, id }) => [path, id]));
	}

	/** What an editor sent of a draft they have seen; of the rest they saw what was there when they opened it. */
	private sent(collection: string, slug: string, ids: Readonly<Record<string, string | null>>): void {
		const before = this.shown.get(`${collection}/${slug}`)?.diffs ?? [];
		const sent = Object.entries(ids).flatMap(([path, id]) =>
			id === null ? [] : { path, id, size: before.find((each) => each.id === id)?.size ?? null },
		);
		this.shown.set(`${collection}/${slug}`, {
			collection,
			slug,
			answered: this.shown.get(`${collection}/${slug}`)?.answered ?? [],
			diffs: [...before.filter(({ path }) => !(path in ids)), ...sent],
		});
	}

	private forget(collection: string, slug: string): void {
		this.shown.delete(`${collection}/${slug}`);
		for (const key of this.drafts.keys()) if (key.startsWith(`${collection}/${slug}/`)) this.drafts.delete(key);
	}
}

/** What is asked of the server, in the word of the button. */
function stepOf({ action, params }: { action: string; params: Record<string, unknown> }): string {
	if (action === 'persistEntry') return '保存';
	if (action === 'publishUnpublishedEntry') return '发布';
	return params.newStatus === 'pending_publish' ? '设为“待发布”' : '送审';
}

/** The text to be saved, with everything that was not edited as it stood in the file. */
function withUntouched({ path, raw }: DataFile, before: string | null): string {
	const kind = kindAt(path);
	if (before === null || !kind) return raw;
	const { data, body } = deserialise(kind, raw);
	return rewrite(kind, before, data, body);
}
