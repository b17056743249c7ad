import { titleOf } from '../../src/domain/listing.ts';
import type { Finding } from '../../src/schema/finding.ts';
import { collections, isCollection } from '../../src/schema/index.ts';
import { readFile } from '../../src/schema/reader.ts';
import type { Account, Accounts } from './accounts.ts';
import { agreeing } from './agreeing.ts';
import { asking } from './asking.ts';
import { draftsOf, MAIN, mayRead } from './drafts.ts';
import { type GitRecord, gitRecord, Moved } from './git.ts';
import { placeAt } from './places.ts';
import { type ActionName, actions, envelope, isAction } from './protocol.ts';
import { publishing } from './publishing.ts';
import { reading } from './reading.ts';
import { Refusal } from './refusal.ts';
import { saving } from './saving.ts';
import { STAGED, staging } from './staging.ts';
import { takingDown } from './taking-down.ts';

/** What the desk stands on. */
export interface DeskParts {
	/** The bare repository that holds the record. */
	repository: string;
	accounts: Accounts;
	/** Milliseconds since 1970. */
	now(): number;
	/** The day that is stamped on what is published now, from the settings on main. */
	today(settings: { asOf?: string } | null): string;
	/** Everything there is to say of the record at a commit, and of what it does to the one it follows. */
	check(commit: string, follows: { since: string; today: string }): Promise<readonly Finding[]> | readonly Finding[];
	/** Told of a commit that is about to become main and was checked. */
	checked(commit: string): void;
}

/** One request of the protocol, understood: what is wanted and on what. */
export interface Wanted {
	action: ActionName;
	params: Record<string, unknown>;
}

/** The actions of Decap's proxy protocol over the record. What writes waits for what wrote before it. */
export function desk({ repository, now, today, check, checked }: DeskParts) {
	const git = gitRecord(repository);
	const drafts = draftsOf(git);
	const staged = staging(git, now);
	const titleOfId = titlesIn(git);
	const downs = takingDown(git, drafts, titleOfId);
	const agreed = agreeing(git, drafts);
	const day = async () => today(await settingsOf(git));
	const asks = asking(git, { now, today: day });
	const writes = saving(git, drafts, { staged, downs, agreed, asks, now });
	const reads = reading(git, drafts, asks);
	const publishes = publishing(git, drafts, downs, { check, checked, now, agreed, asks, today: day });
	const { persistMedia, deleteFiles } = staged;
	const writing = {
		...writes,
		...publishes,
		lookedAt: downs.lookedAt,
		deleteFiles,
		deleteFile: ({ path }: { path: string }, account: Account) => deleteFiles({ paths: [path] }, account),
		async persistMedia(params: Parameters<typeof persistMedia>[0], account: Account) {
			return reads.getMediaFile(await persistMedia(params, account), account);
		},
	};
	const table = { ...reads, ...writing, takenDown: downs.takenDown } as unknown as Record<
		ActionName,
		(params: unknown, account: Account) => unknown
	>;

	let last: Promise<unknown> = Promise.resolve();
	const afterOthers = <T>(run: () => Promise<T>): Promise<T> => {
		const mine = last.then(run, run);
		last = mine.catch(() => {});
		return mine;
	};

	return {
		git,
		drafts,
		close: git.close,
		/** The day that is stamped on what is published now. */
		today: day,
		/** Where readers read the board, as its settings say. */
		site: async (): Promise<string | undefined> => (await settingsOf(git))?.url,
		titleOf: titleOfId,
		/** Takes a request apart. Throws 400 and 422 for what the protocol does not know. */
		understood(body: unknown): Wanted {
			const outer = envelope.safeParse(body);
			if (!outer.success) throw new Refusal(400, '请求的写法不对。');
			const { action, branch, params = {} } = outer.data;
			if (!isAction(action)) throw new Refusal(422, '编辑台没有这个功能。');
			if ((branch ?? 'main') !== 'main' || (params.branch ?? 'main') !== 'main') throw new Refusal(403, '只能在 main 上工作。');
			const inner = actions[action].safeParse(params);
			if (!inner.success) throw new Refusal(400, `请求的写法不对：${inner.error.issues[0]?.path.join('.') ?? ''}。`);
			return { action, params: inner.data };
		},

		/**
		 * An upload as the account may see it: coming with the draft of the record `of`, published, staged, or coming with another draft; and of
		 * these the one that is `id`, where that is named. Throws 404.
		 */
		async upload(path: string, account: Account, { of, id }: { of?: string | null; id?: string | null } = {}): Promise<Buffer> {
			if (placeAt(path).kind !== 'upload') throw new Refusal(403, `“${path}”不是上传的文件。`);
			const all = (await drafts.all()).filter((draft) => mayRead(account, draft));
			const tips = (isOf: boolean) => all.filter(({ file }) => (file === of) === isOf).map(({ tip }) => tip);
			for (const ref of [...tips(true), MAIN, ...(mayRead(account, { file: path }) ? [STAGED] : []), ...tips(false)]) {
				const blob = (await git.commitOf(ref)) && (await git.blobAt(ref, path));
				if (blob && (!id || blob === id)) return (await git.bytesOf([blob])).get(blob)!;
			}
			throw new Refusal(404, id ? `“${path}”已经不是您看到的那一份了。请重新打开草稿。` : `没有“${path}”这个文件。`);
		},

		/** Whether what is wanted changes anything. */
		writes: ({ action }: Wanted): boolean => Object.hasOwn(writing, action),

		/** Does what is wanted. Throws `Refusal`. */
		async perform({ action, params }: Wanted, account: Account): Promise<unknown> {
			const run = async () => table[action](params, account);
			if (!Object.hasOwn(writing, action)) return run();
			try {
				return await afterOthers(run);
			} catch (error) {
				if (error instanceof Moved) throw new Refusal(409, '就在这时有别的改动先写了进去，没有保存。请再试一次，您的文字还在。');
				throw error;
			}
		},
	};
}

export type Desk = ReturnType<typeof desk>;

/** The title of a published record by its id, with its community where the title leaves that out; null where there is none. */
const titlesIn = (git: GitRecord) =>
	async function titleAt(id: string): Promise<string | null> {
		const [collection = '', community, slug] = id.split('/');
		if (!isCollection(collection)) return null;
		const file = `${id}.${collections[collection].format}`;
		const blob = await git.blobAt(MAIN, file);
		const entry = blob && readFile({ file, bytes: (await git.bytesOf([blob])).get(blob)! }).entry;
		if (!entry) return null;
		const title = titleOf(entry);
		const owner = slug ? ((await titleAt(`communities/${community}`)) ?? '').replace('（示例）', '') : '';
		return title.includes(owner) ? title : owner + title;
	};

async function settingsOf(git: GitRecord): Promise<{ asOf?: string; url?: string } | null> {
	const blob = await git.blobAt(MAIN, 'settings.json');
	if (!blob) return null;
	try {
		return JSON.parse((await git.bytesOf([blob])).get(blob)!.toString());
	} catch {
		return null;
	}
}
