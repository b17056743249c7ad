import { basename } from 'node:path';
import type { Account } from './accounts.ts';
import type { Asking } from './asking.ts';
import { whereNamed } from './checking.ts';
import { type Draft, type Drafts, MAIN, mayRead } from './drafts.ts';
import type { Blob, GitRecord } from './git.ts';
import { folderAt, placeAt } from './places.ts';
import type { ParamsOf } from './protocol.ts';
import { Refusal } from './refusal.ts';
import { STAGED } from './staging.ts';

/** The contents of the media library sent at once, in bytes; of what is beyond, only the names. */
const MEDIA_BYTES = 8 * 2 ** 20;

/** The actions that only look. */
export function reading(git: GitRecord, drafts: Drafts, asks: Asking) {
	async function entriesOf(files: readonly Blob[]) {
		const bytes = await git.bytesOf([...new Set(files.map(({ blob }) => blob))]);
		return files.map(({ file, blob }) => ({ data: bytes.get(blob)!.toString(), file: { path: file, id: blob } }));
	}

	async function entryAt(path: string) {
		placeAt(path);
		const blob = await git.blobAt(MAIN, path);
		return blob ? (await entriesOf([{ file: path, blob }]))[0]! : { data: null, file: { path, id: null } };
	}

	async function mediaOf(files: readonly Blob[], budget = MEDIA_BYTES) {
		const sizes = await sizesOf(files);
		let left = budget;
		const sent = new Set(files.filter(({ blob }) => (left -= sizes.get(blob) ?? 0) >= 0).map(({ blob }) => blob));
		const bytes = await git.bytesOf([...sent]);
		return files.map(({ file, blob }) => ({
			id: blob,
			content: bytes.get(blob)?.toString('base64') ?? '',
			encoding: 'base64',
			path: file,
			name: basename(file),
		}));
	}

	async function sizesOf(files: readonly Blob[]): Promise<Map<string, number>> {
		if (files.length === 0) return new Map();
		const out = await git.line(['cat-file', '--batch-check=%(objectname) %(objectsize)'], {
			input: files.map(({ blob }) => `${blob}\n`).join(''),
		});
		return new Map(out.split('\n').map((line) => [line.split(' ')[0]!, Number(line.split(' ')[1])]));
	}

	/** A file of a draft that belongs to what it changes. */
	async function fileOf(draft: Draft, path: string): Promise<Blob> {
		placeAt(path);
		const blob = await git.blobAt(draft.tip, path);
		if (!blob) throw new Refusal(404, `草稿里没有“${path}”。`);
		return { file: path, blob };
	}

	async function media(path: string, account: Account): Promise<Blob> {
		if (placeAt(path).kind !== 'upload') throw new Refusal(403, `“${path}”不是上传的文件。`);
		for (const ref of mayRead(account, { file: path }) ? [MAIN, STAGED] : [MAIN]) {
			const blob = (await git.commitOf(ref)) && (await git.blobAt(ref, path));
			if (blob) return { file: path, blob };
		}
		throw new Refusal(404, `没有“${path}”这个文件。`);
	}

	return {
		info: () => ({ repo: '公开栏', publish_modes: ['editorial_workflow'], type: 'desk' }),

		async entriesByFolder({ folder, extension, depth }: ParamsOf<'entriesByFolder'>) {
			const inside = folderAt(folder);
			const files = await git.filesUnder(MAIN, inside);
			return entriesOf(
				files.filter(
					({ file }) => file.endsWith(`.${extension.replace(/^\./, '')}`) && file.slice(inside.length + 1).split('/').length <= depth,
				),
			);
		},

		entriesByFiles: ({ files }: ParamsOf<'entriesByFiles'>) =>
			Promise.all(
				files.map(async ({ path, label }) => {
					const { data, file } = await entryAt(path);
					return { data, file: { ...file, label } };
				}),
			),

		async getEntry({ path }: ParamsOf<'getEntry'>) {
			const found = await entryAt(path);
			if (found.data === null) throw new Refusal(404, `没有“${path}”这条记录。`);
			return found;
		},

		unpublishedEntries: async (_: object, account: Account) =>
			(await drafts.all()).filter((draft) => mayRead(account, draft)).map(({ collection, slug }) => `${collection}/${slug}`),

		async unpublishedEntry({ id, collection, slug }: ParamsOf<'unpublishedEntry'>, account: Account) {
			const [first = '', ...rest] = (id ?? '').split('/');
			const draft = await drafts.named({ collection: collection ?? first, slug: slug ?? rest.join('/') }, account);
			const files = await drafts.goesOut(draft);
			const sizes = await sizesOf(files);
			const own = files.find(({ file }) => file === draft.file);
			const raw = own ? (await git.bytesOf([own.blob])).get(own.blob)!.toString() : '';
			return {
				collection: draft.collection,
				slug: draft.slug,
				status: draft.status,
				diffs: files.map(({ file, blob, isNew }) => ({
					id: blob,
					path: file,
					newFile: isNew,
					binary: file.startsWith('uploads/'),
					size: sizes.get(blob)!,
					...(file.startsWith('uploads/') && !id ? { where: whereNamed(draft.file, raw, file) } : {}),
				})),
				// A list asks for every draft, and shows no answers.
				answered: id ? [] : await asks.answersOf({ ...draft, tree: draft.tip }),
				updatedAt: draft.changedAt,
				pullRequestAuthor: draft.author.person,
			};
		},

		async unpublishedEntryDataFile({ collection, slug, path }: ParamsOf<'unpublishedEntryDataFile'>, account: Account) {
			const found = await fileOf(await drafts.named({ collection, slug }, account), path);
			const [entry] = await entriesOf([found]);
			return { data: entry!.data, id: found.blob };
		},

		async unpublishedEntryMediaFile({ collection, slug, path }: ParamsOf<'unpublishedEntryMediaFile'>, account: Account) {
			const found = await fileOf(await drafts.named({ collection, slug }, account), path);
			return (await mediaOf([found]))[0]!;
		},

		async getMedia({ mediaFolder }: ParamsOf<'getMedia'>, account: Account) {
			const folder = folderAt(mediaFolder);
			if (folder.split('/')[0] !== 'uploads') throw new Refusal(403, '这里没有上传的文件。');
			const staged = (await git.commitOf(STAGED)) ? await git.filesUnder(STAGED, folder) : [];
			// What is published is shown as it is published, whatever waits under its name.
			const files = [...staged.filter((each) => mayRead(account, each)), ...(await git.filesUnder(MAIN, folder))];
			return mediaOf([...new Map(files.map((each) => [each.file, each])).values()]);
		},

		getMediaFile: async ({ path }: ParamsOf<'getMediaFile'>, account: Account) => (await mediaOf([await media(path, account)]))[0]!,

		getDeployPreview: () => null,
		getNotes: () => ({ notes: [] }),
		getPRMetadata: () => ({ metadata: null }),
	};
}
