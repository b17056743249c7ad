import { basename } from 'node:path';
import { addDays, isDay } from '../../src/basics/days.ts';
import { rewrite } from '../../src/derive/rewrite.ts';
import { deserialise, type Kind, kindOf } from '../../src/derive/serialise.ts';
import { DAYS_LET_PASS } from '../../src/privacy/let-pass.ts';
import type { Finding } from '../../src/schema/finding.ts';
import type { Account } from './accounts.ts';
import type { Agreeing } from './agreeing.ts';
import type { Asking } from './asking.ts';
import { refusedFor } from './checking.ts';
import { type Draft, type Drafts, MAIN, trailer } from './drafts.ts';
import type { GitRecord } from './git.ts';
import { placeAt, placeFor } from './places.ts';
import type { ParamsOf } from './protocol.ts';
import { Refusal } from './refusal.ts';
import { expectMay, titleOf } from './saving.ts';
import type { TakingDown } from './taking-down.ts';
import { chineseTime } from './times.ts';

/** What publishing leans on besides git. */
export interface Publishing {
	/** Everything there is to say of the record at a commit, and of what it does to the one it follows. */
	check(commit: string, follows: { since: string; today: string }): Promise<readonly Finding[]> | readonly Finding[];
	/** Told of a commit that is about to become main and was checked. */
	checked(commit: string): void;
	/** The day that is stamped on what is published now. */
	today(): Promise<string>;
	now(): number;
	agreed: Agreeing;
	asks: Asking;
}

/** Makes a draft part of main, if what main would become stands every check. Otherwise nothing moves. */
export function publishing(git: GitRecord, drafts: Drafts, downs: TakingDown, { check, checked, today, now, agreed, asks }: Publishing) {
	async function publishUnpublishedEntry({ seen, answers = [], ...name }: ParamsOf<'publishUnpublishedEntry'>, account: Account) {
		const draft = await drafts.named(name, account);
		placeFor(account, draft.file);
		const how = await expectMay(draft, account, downs);
		if (how === 'second') await expectAgreed(draft);
		// Who takes down alone wrote it alone, and it does nothing else.
		if (how === 'second' || seen) await agreed.expectSeen(draft, seen);
		await expectInPlace(draft, account);

		const main = (await git.commitOf(MAIN))!;
		const merged = await git.merged(main, draft.tip);
		if (!merged) throw await conflict(main, draft);
		if (how === 'second' && (await isMixed(draft, merged))) throw await broughtUp(draft, main, merged, account);
		const day = await today();
		const asked = { ...draft, tree: merged };
		const { answered, noted } = await asks.expectAnswered(asked, answers, account);
		const allowed = await asks.allowances({ ...asked, answered }, addDays(day, DAYS_LET_PASS));
		const tree = await stamped(merged, main, draft, { day, allowed });
		if (tree === (await git.treeOf(main))) throw new Refusal(422, '和已经公开的一样，没有改动，不用发布。');
		const subject = `${how === 'alone' ? '撤下' : '发布'}${titleOf(placeAt(draft.file))}：${draft.slug}`;
		const by = how === 'alone' ? `Desk-Text-By: ${account.name}` : `Reviewed-by: ${account.person} <${account.email}>`;
		const message = `${subject}\n\n${by}\nDesk-File: ${draft.file}\n`;
		const commit = await git.commit(tree, [main, draft.tip], draft.author, message, now());

		const slips = (await check(commit, { since: main, today: day })).filter(
			(each) => each.kind === 'slip' && !(how === 'alone' && isHiddenBy(each)),
		);
		if (slips.length > 0) throw refusedFor('没有发布', draft.file, slips);
		checked(commit);
		await git.move([
			{ ref: MAIN, from: main, to: commit },
			{ ref: draft.ref, from: draft.tip, to: null },
			...(await downs.moves(draft, how === 'alone' ? commit : null)),
		]);
		return { message: 'ok', commit, noted, ...(how === 'alone' ? { alone: true } : {}) };
	}

	/** Throws 409 unless a reviewer agreed to the draft, and to just what it is now. */
	async function expectAgreed({ status, agreed: tree, tip }: Draft): Promise<void> {
		if (status !== 'pending_publish') throw new Refusal(409, '还没有到“待发布”：看过以后，先把状态设为“待发布”，再发布。');
		if (tree !== (await git.treeOf(tip)))
			throw new Refusal(409, '设为“待发布”以后，这份草稿又变过。请把状态改回“送审”，看过再设为“待发布”。');
	}

	/** Whether main went on meanwhile in a file of the draft, so that what would be published is neither what was seen nor what is there. */
	async function isMixed(draft: Draft, merged: string): Promise<boolean> {
		for (const { file, blob } of await drafts.goesOut(draft)) if ((await git.blobAt(merged, file)) !== blob) return true;
		return false;
	}

	/** Puts what main has meanwhile into the draft, which must be looked at again; answers the refusal that says so. */
	async function broughtUp({ agreed: _, ...draft }: Draft, main: string, merged: string, account: Account): Promise<Refusal> {
		const who = await whoSince(main, draft);
		const message = `合上已公开的改动：${draft.slug}${trailer({ ...draft, status: 'pending_review' })}`;
		const commit = await git.commit(merged, [draft.tip, main], account, message, now());
		await git.move([{ ref: draft.ref, from: draft.tip, to: commit }]);
		return new Refusal(
			409,
			`没有发布：草稿开始以后，${who}直接改过已公开的这一条，不在同一处。两边的改动已经合在这份草稿里，放回了“送审”：请重新打开，看过再发布。`,
		);
	}

	/** A branch may have been pushed by hand: nothing but the record and uploads its author could have made goes out with it. */
	async function expectInPlace(draft: Draft, account: Account): Promise<void> {
		for (const { file, blob, isPlain } of await drafts.changes(draft)) {
			const isOwn = file === draft.file || placeFor(account, file).kind === 'upload';
			if (!isOwn || !isPlain || blob === null) throw new Refusal(409, `这份草稿还动了“${file}”，不能在编辑台发布。请管理员来看。`);
		}
	}

	async function conflict(main: string, draft: Draft): Promise<Refusal> {
		for (const { file, blob } of await drafts.goesOut(draft)) {
			const there = file === draft.file ? null : await git.blobAt(main, file);
			if (there !== null && there !== blob)
				return new Refusal(
					409,
					`没有发布：草稿开始以后，已经公开了另一个也叫“${basename(file)}”的附件。请把这份草稿的附件换一个文件名上传，并在记录里改成新的。`,
				);
		}
		return new Refusal(
			409,
			`没有发布：草稿开始以后，${await whoSince(main, draft)}直接改过已公开的这一条，改在同一处。草稿没有丢：请对照已公开的重新填一份，再撤下这份草稿。`,
		);
	}

	/** Who changed on main the record of a draft since it was begun: `管理员（4月13日9:05）`. */
	async function whoSince(main: string, { file, tip }: Pick<Draft, 'file' | 'tip'>): Promise<string> {
		const base = await git.line(['merge-base', main, tip]);
		const [person, at = ''] = (await git.line(['log', '-1', '--format=%an%n%aI', `${base}..${main}`, '--', file])).split('\n');
		return `${person || '有人'}（${chineseTime(at)}）`;
	}

	/**
	 * The tree with what the server writes on the record: the day of its first publication, whatever the draft says (the one it has on main, or
	 * today), and what was said to be fit for the public.
	 */
	async function stamped(tree: string, main: string, { file }: Draft, { day, allowed }: Stamp): Promise<string> {
		const place = placeAt(file);
		if (place.kind !== 'record') return tree;
		const kind = kindOf(place.collection);
		const textAt = async (commit: string) => {
			const blob = await git.blobAt(commit, file);
			return blob && (await git.bytesOf([blob])).get(blob)!.toString();
		};
		const text = await textAt(tree);
		const read = text && taken(kind, text);
		// What cannot be taken apart is named by the check, with its line.
		if (!text || !read) return tree;
		const before = await textAt(main);
		const since = before && taken(kind, before)?.data.publishedOn;
		const publishedOn = typeof since === 'string' && isDay(since) ? since : day;
		if (read.data.publishedOn === publishedOn && allowed.length === 0) return tree;
		const known = Array.isArray(read.data.allowed) ? (read.data.allowed as Stamp['allowed'][number][]) : [];
		const others = known.filter((each) => !allowed.some(({ text }) => text === each.text));
		const data = { ...read.data, publishedOn, ...(allowed.length > 0 ? { allowed: [...others, ...allowed] } : {}) };
		return git.changed(tree, [{ file, bytes: Buffer.from(rewrite(kind, text, data, read.body)) }]);
	}

	return { publishUnpublishedEntry };
}

/** What private data there is stays no reason to leave it up, unless it is in the reason itself. */
const isHiddenBy = ({ check, field }: Finding): boolean =>
	(check === 'privacy' || check === 'attachments') && !field.startsWith('withdrawn.');

/** What the server writes on a record that is published. */
interface Stamp {
	day: string;
	/** items of `allowed` */
	allowed: readonly { text: string; who: string; why: string; until: string }[];
}

function taken(kind: Kind, text: string): ReturnType<typeof deserialise> | null {
	try {
		return deserialise(kind, text);
	} catch {
		return null;
	}
}
