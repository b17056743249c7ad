import { z } from 'zod';
import type { Account, Role } from './accounts.ts';
import type { GitRecord } from './git.ts';
import { placeAt } from './places.ts';
import { Refusal } from './refusal.ts';

/** The steps of a draft, in their order. */
export const statuses = { draft: '草稿', pending_review: '送审', pending_publish: '待发布' } as const;
export type Status = keyof typeof statuses;

/** Somebody said of some words, which only a person can judge, that they may be public. */
export interface Answered {
	/** a digest of the words, which are not written down a second time */
	id: string;
	why: string;
	/** the account, and who that is */
	by: string;
	person: string;
	role: Role;
	at: string;
}

/** The names Decap knows a draft by. */
export interface Name {
	collection: string;
	slug: string;
}

/** A record that is being worked on: a branch whose commits say, in their last lines, how far it is and whose text it is. */
export interface Draft extends Name {
	ref: string;
	tip: string;
	status: Status;
	/** The record's file. */
	file: string;
	/** The account that wrote the text as it stands. */
	textBy: string;
	/** Who that is, and when they wrote it. */
	author: { person: string; email: string };
	writtenAt: string;
	changedAt: string;
	/** What somebody said may be public, in the order it was said. */
	answered: readonly Answered[];
	/** The tree a reviewer agreed to when they set it to 待发布; another tree is not agreed to. */
	agreed?: string;
}

export const MAIN = 'refs/heads/main';
const DRAFTS = 'refs/heads/cms/';
/** Where the tips of drafts stay that somebody threw away. */
const DISCARDED = 'refs/desk/discarded/';

/** Every draft lies under a branch of its own. */
export const refOf = (name: Name): string => refIn(DRAFTS, name);

/** The ref of a record under a folder of refs, in ASCII whatever the names are. */
export function refIn(folder: string, { collection, slug }: Name): string {
	const names = [collection, slug].map(encoded);
	if (names.some((name) => name === '' || name.length > 200)) throw new Refusal(400, '记录的名字是空的，或者太长。');
	return folder + names.join('/');
}

/** The names in such a ref. */
export function nameIn(folder: string, ref: string): Name {
	const [collection = '', slug = ''] = ref.slice(folder.length).split('/').map(decodeURIComponent);
	return { collection, slug };
}

/** `公示.1` → `%E5%85%AC%E7%A4%BA%2E1`; nothing is left that git does not allow in a ref. */
const encoded = (name: string): string =>
	encodeURIComponent(name.toWellFormed()).replace(/[.!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** What a commit of a draft ends with: everything there is to know of the draft, so that the tip alone tells it. */
export const trailer = ({
	status,
	file,
	textBy,
	author: { person, email },
	writtenAt,
	agreed,
	answered,
}: Omit<Draft, 'ref' | 'tip' | 'changedAt' | keyof Name>): string =>
	`\n\n${[
		`Desk-Status: ${status}`,
		`Desk-File: ${file}`,
		`Desk-Text-By: ${textBy}`,
		`Desk-Author: ${person} <${email}>`,
		`Desk-Written: ${writtenAt}`,
		...(agreed ? [`Desk-Agreed: ${agreed}`] : []),
		...answered.map((each) => `Desk-Answered: ${JSON.stringify(each)}`),
	].join('\n')}\n`;

/** Reads the drafts of a record. */
export function draftsOf(git: GitRecord) {
	async function draftAt(ref: string, tip: string): Promise<Draft | null> {
		const [collection, slug, ...rest] = ref.slice(DRAFTS.length).split('/').map(decodeURIComponent);
		if (!collection || !slug || rest.length > 0) return null;
		const { message, at: changedAt } = await git.saidBy(tip);
		// A branch that was pushed by hand has no such lines: then its one changed record is the draft, and it is nobody's.
		const said = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(message)?.[1];
		const file = said('Desk-File') ?? (await onlyRecord(tip));
		if (!file) return null;
		const [, person, email] = /^(.*) <(.*)>$/.exec(said('Desk-Author') ?? '') ?? [];
		const written = said('Desk-Written');
		const [author, writtenAt] = person && email && written ? [{ person, email }, written] : await lastWriter(tip, file);
		const status = said('Desk-Status') ?? 'draft';
		const agreed = said('Desk-Agreed');
		return {
			collection,
			slug,
			ref,
			tip,
			status: Object.hasOwn(statuses, status) ? (status as Status) : 'draft',
			file,
			textBy: said('Desk-Text-By') ?? '',
			author,
			writtenAt,
			changedAt,
			answered: answeredIn(message),
			...(agreed ? { agreed } : {}),
		};
	}

	async function lastWriter(tip: string, file: string): Promise<[Draft['author'], string]> {
		const [person = '', email = '', at = ''] = (await git.line(['log', '-1', '--format=%an%n%ae%n%aI', tip, '--', file])).split('\n');
		return [{ person, email }, at];
	}

	async function onlyRecord(tip: string): Promise<string | null> {
		const base = await git.line(['merge-base', MAIN, tip]);
		const records = (await git.between(base, tip)).filter(({ file }) => !file.startsWith('uploads/'));
		return records.length === 1 ? records[0]!.file : null;
	}

	const changes = async ({ tip }: Draft) => git.between(await git.line(['merge-base', MAIN, tip]), tip);

	return {
		async all(): Promise<Draft[]> {
			const lines = (await git.line(['for-each-ref', '--format=%(refname) %(objectname)', DRAFTS])).split('\n').filter(Boolean);
			const found = await Promise.all(lines.map((line) => draftAt(...(line.split(' ') as [string, string]))));
			return found.filter((draft) => draft !== null);
		},

		/** The draft of that name, or null. */
		async find(name: Name): Promise<Draft | null> {
			const ref = refOf(name);
			const tip = await git.commitOf(ref);
			return tip === null ? null : draftAt(ref, tip);
		},

		/** The draft of that name, which the account may see. Throws 404 or 403. */
		async named(name: Name, account: Account): Promise<Draft> {
			const draft = await this.find(name);
			if (!draft) throw new Refusal(404, '没有这份草稿：可能已经发布或撤下了。');
			if (!mayRead(account, draft)) throw new Refusal(403, `“${account.person}”不能看这个小区的草稿。`);
			return draft;
		},

		/** What the draft changes: its record, and the uploads that come with it. */
		changes,

		/** What is shown of a draft and would be published: its record even where that is as on main, and the uploads that come with it. */
		async goesOut(draft: Draft): Promise<{ file: string; blob: string; isNew: boolean }[]> {
			const all = await changes(draft);
			const own = await git.blobAt(draft.tip, draft.file);
			if (own && !all.some(({ file }) => file === draft.file)) all.push({ file: draft.file, blob: own, isNew: false, isPlain: true });
			return all.flatMap(({ file, blob, isNew }) => (blob === null ? [] : { file, blob, isNew }));
		},

		/** Takes a draft away and keeps its text for good. */
		discard: (draft: Draft, instant: number) =>
			git.move([
				{ ref: `${DISCARDED}${draft.ref.slice(DRAFTS.length)}/${instant}-${draft.tip.slice(0, 8)}`, from: null, to: draft.tip },
				{ ref: draft.ref, from: draft.tip, to: null },
			]),
	};
}

export type Drafts = ReturnType<typeof draftsOf>;

/** The answers in the message of a commit. A line that is no answer was written by hand, and is none. */
const answeredIn = (message: string): Answered[] =>
	[...message.matchAll(/^Desk-Answered: (.*)$/gm)].flatMap(([, line]) => {
		try {
			return answer.parse(JSON.parse(line!));
		} catch {
			return [];
		}
	});

const answer = z.object({
	id: z.string(),
	why: z.string(),
	by: z.string(),
	person: z.string(),
	role: z.enum(['clerk', 'reviewer']),
	at: z.string(),
});

/** A draft is for those who may write there. */
export function mayRead({ communities }: Account, { file }: Pick<Draft, 'file'>): boolean {
	if (communities === undefined) return true;
	const { community } = placeAt(file);
	return community !== undefined && communities.includes(community);
}
