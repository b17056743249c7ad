import { isDeepStrictEqual } from 'node:util';
import { deserialise, type Kind, kindOf, tidied, tidyText } from '../../src/derive/serialise.ts';
import { type Account, mayWrite } from './accounts.ts';
import { type Draft, type Drafts, MAIN, mayRead, type Name, nameIn, refIn } from './drafts.ts';
import type { GitRecord } from './git.ts';
import { placeAt } from './places.ts';
import type { ParamsOf } from './protocol.ts';
import { Refusal } from './refusal.ts';

/** Under here stands the commit by which one person alone took a record down, until a second has looked. */
const TAKEN_DOWN = 'refs/desk/taken-down/';

/** So many signs may the reason have that one person publishes alone. */
const LONGEST_ALONE = 100;

/** A record that one person took down, and nobody else has looked at since. */
export interface TakenDown extends Name {
	file: string;
	title: string;
	why: string;
	/** the account, and who that is */
	by: string;
	person: string;
	at: string;
}

/**
 * Taking a record down asks for one person: what does harm goes at once. A second looks afterwards. So it may do nothing but take down:
 * of one published record, `withdrawn` is written and all else stays. `titleOf`: the title of a published record by its id.
 */
export function takingDown(git: GitRecord, drafts: Drafts, titleOf: (id: string) => Promise<string | null>) {
	const textAt = async (tree: string, file: string) => {
		const blob = await git.blobAt(tree, file);
		return blob && (await git.bytesOf([blob])).get(blob)!.toString();
	};

	const titled = async (file: string) => (await titleOf(file.replace(/\.\w+$/, ''))) ?? file;

	/** Whether all that a draft would change of main is that its record is withdrawn. */
	async function isAllOf({ file, tip }: Draft): Promise<boolean> {
		const place = placeAt(file);
		const main = (await git.commitOf(MAIN))!;
		const merged = place.kind === 'record' && (await git.merged(main, tip));
		if (!merged) return false;
		const changed = await git.between(main, merged);
		if (changed.length !== 1 || changed[0]!.file !== file) return false;
		const kind = kindOf(place.collection);
		const [before, after] = [takenApart(kind, await textAt(main, file)), takenApart(kind, await textAt(merged, file))];
		if (!before || !after || before.withdrawn || !after.withdrawn || !isDeepStrictEqual(before.rest, after.rest)) return false;
		return mayBeToldAlone(after.withdrawn as { why?: unknown });
	}

	/**
	 * A reason that only one person has read is short, and leads nowhere: it stands on the page before a second has looked. One that is
	 * missing is asked for by the check.
	 */
	const mayBeToldAlone = ({ why }: { why?: unknown }): boolean =>
		typeof why !== 'string' || (why.length <= LONGEST_ALONE && !/:\/\/|www\./i.test(why));

	async function waitingAt(ref: string): Promise<TakenDown | null> {
		const commit = await git.commitOf(ref);
		if (!commit) return null;
		const { message, at } = await git.saidBy(commit);
		const said = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(message)?.[1] ?? '';
		const file = said('Desk-File');
		const place = placeAt(file);
		const now = place.kind === 'record' && takenApart(kindOf(place.collection), await textAt(MAIN, file));
		if (!now || !now.withdrawn) return null;
		const { why = '' } = now.withdrawn as { why?: string };
		const person = await git.line(['log', '-1', '--format=%an', commit]);
		return { ...nameIn(TAKEN_DOWN, ref), file, title: await titled(file), why, by: said('Desk-Text-By'), person, at };
	}

	const refOf = (name: Name) => refIn(TAKEN_DOWN, name);

	return {
		isAllOf,

		/** The move that keeps a commit by which somebody alone took a record down; or, where a second was there, the one that lets it go. */
		async moves(name: Name, commit: string | null) {
			const ref = refOf(name);
			const from = await git.commitOf(ref);
			return from || commit ? [{ ref, from, to: commit }] : [];
		},

		/** What waits for a second person, as far as the account may see it; and the account's own drafts that do nothing but take down. */
		async takenDown(_: object, account: Account): Promise<{ waiting: TakenDown[]; own: (Name & { title: string })[] }> {
			const refs = (await git.line(['for-each-ref', '--format=%(refname)', TAKEN_DOWN])).split('\n').filter(Boolean);
			const waiting = (await Promise.all(refs.map(waitingAt))).filter((each) => each !== null && mayRead(account, each));
			const own: (Name & { title: string })[] = [];
			for (const draft of await drafts.all())
				if (draft.textBy === account.name && (await isAllOf(draft)))
					own.push({ collection: draft.collection, slug: draft.slug, title: await titled(draft.file) });
			return { waiting: waiting as TakenDown[], own };
		},

		/** A reviewer who did not take the record down has looked: it waits no longer. */
		async lookedAt(name: ParamsOf<'lookedAt'>, account: Account) {
			const ref = refOf(name);
			const there = await waitingAt(ref);
			if (!there) throw new Refusal(404, '这一条没有在等人复看。');
			const { community } = placeAt(there.file);
			if (!mayWrite(account, community)) throw new Refusal(403, `“${account.person}”不能看这个小区的内容。`);
			if (account.role !== 'reviewer') throw new Refusal(403, '只有审核员可以复看。');
			if (there.by === account.name) throw new Refusal(403, '这一条是您撤下的，请另一位审核员来看。');
			const commit = (await git.commitOf(ref))!;
			await git.move([{ ref, from: commit, to: null }]);
			return { message: 'ok', commit };
		},
	};
}

export type TakingDown = ReturnType<typeof takingDown>;

/** A record's text as its withdrawal and the rest. The day of publication is the server's to write. */
function takenApart(kind: Kind, text: string | null) {
	try {
		if (text === null) return null;
		const { data, body } = deserialise(kind, text);
		const { withdrawn, publishedOn: _, ...rest } = data;
		return { withdrawn, rest: { data: tidied(kind.schema, rest), body: tidyText(body) } };
	} catch {
		return null;
	}
}
