import { basename } from 'node:path';
import { readDraft } from '../../scripts/lib/reader.ts';
import { deskName } from '../../src/derive/decap.ts';
import { uploadsNamed } from '../../src/domain/uploads.ts';
import { collections } from '../../src/schema/index.ts';
import type { Answer } from '../protocol.ts';
import type { Account } from './accounts.ts';
import type { Agreeing } from './agreeing.ts';
import type { AnswerNoted, Asked, Asking } from './asking.ts';
import { refusedFor, whereNamed } from './checking.ts';
import { type Draft, type Drafts, MAIN, type Name, refOf, type Status, statuses, trailer } from './drafts.ts';
import type { Change, GitRecord } from './git.ts';
import { type Place, placeFor } from './places.ts';
import type { ParamsOf } from './protocol.ts';
import { Refusal } from './refusal.ts';
import type { Staging } from './staging.ts';
import type { TakingDown } from './taking-down.ts';
import { chineseTime } from './times.ts';
import { storable } from './uploads.ts';

/** What saving leans on besides git. */
export interface SavingParts {
	staged: Staging;
	downs: TakingDown;
	agreed: Agreeing;
	asks: Asking;
	now(): number;
}

/** The actions that write drafts. Each leaves one commit, or nothing. */
export function saving(git: GitRecord, drafts: Drafts, { staged, downs, agreed, asks, now }: SavingParts) {
	/** Throws 409, saying who and when, unless the file is still the one the editor opened. */
	async function expectBase(tip: string, file: string, there: string | null, base: string | null): Promise<void> {
		if (there === base) return;
		const [person, at = ''] = (await git.line(['log', '-1', '--format=%an%n%aI', tip, '--', file])).split('\n');
		const who = person ? `${person}在${chineseTime(at)}` : '有人';
		throw new Refusal(
			409,
			there === null
				? `没有保存：这份内容已经不在这里了（可能刚刚发布或撤下）。您的文字还在编辑框里，请先复制下来，再重新打开。`
				: `没有保存：${who}改过这份内容，您打开的是之前的。两份都没有丢：那一份已经存好，您的文字还在编辑框里。请先复制您改的部分，重新打开后再填进去。`,
		);
	}

	async function expectOnly(draft: Name, file: string): Promise<void> {
		const other = (await drafts.all()).find(
			(each) => each.file === file && !(each.collection === draft.collection && each.slug === draft.slug),
		);
		if (other)
			throw new Refusal(409, `这条记录已经有一份草稿（${other.author.person}，${statuses[other.status]}）。请在工作流里打开那一份。`);
	}

	/** The uploads of a request that are to be written. Throws with all that may not be, each with the field it stands in. */
	async function assetsOf(
		assets: ParamsOf<'persistEntry'>['assets'],
		{ whereOf, ...into }: { tree: string; account: Account; texts: readonly string[]; baseIds: Bases; whereOf(file: string): string },
	): Promise<Change[]> {
		const changes: Change[] = [];
		const refused: Refusal[] = [];
		for (const asset of assets) {
			try {
				changes.push(...(await assetOf(asset, into)));
			} catch (error) {
				if (!(error instanceof Refusal)) throw error;
				const where = whereOf(asset.path);
				refused.push(new Refusal(error.status, where ? `${where}：${error.message}` : error.message));
			}
		}
		const [first] = refused;
		if (first) throw new Refusal(first.status, refused.map(({ message }) => message).join('\n'));
		return changes;
	}

	async function assetOf(
		{ path, content }: ParamsOf<'persistEntry'>['assets'][number],
		{ tree, account, texts, baseIds }: { tree: string; account: Account; texts: readonly string[]; baseIds: Bases },
	): Promise<Change[]> {
		if (placeFor(account, path).kind !== 'upload') throw new Refusal(403, `“${path}”不是放图片和文件的地方。`);
		const sent = Buffer.from(content, 'base64');
		const there = await git.blobAt(tree, path);
		// With every save come the pictures of before: to paint them again each time would wear them out.
		if (there && (await sameAs(there, sent))) return [];
		const bytes = await storable(path, sent, texts);
		if (there && there === (await git.blobAt(MAIN, path)) && !(await sameAs(there, bytes)))
			throw new Refusal(409, `“${path}”已经公开，不能换成别的文件。换一个文件名再上传。`);
		if (there && there !== baseIds[path] && !(await sameAs(there, bytes)))
			throw new Refusal(
				409,
				`没有保存：附件“${basename(path)}”已经是另一份了，您打开的是之前的。请重新打开看一看；要用您的，换一个文件名再上传。`,
			);
		return [{ file: path, bytes }];
	}

	/** The uploads that came with a draft and that its text does not name any more. */
	async function unnamedIn(draft: Draft | null, named: ReadonlySet<string>): Promise<Change[]> {
		const came = draft ? (await drafts.changes(draft)).filter(({ file, isNew }) => isNew && file.startsWith('uploads/')) : [];
		return came.filter(({ file }) => !named.has(file)).map(({ file }) => ({ file, bytes: null }));
	}

	const sameAs = async (blob: string, bytes: Buffer) => (await git.bytesOf([blob])).get(blob)!.equals(bytes);

	return {
		async persistEntry({ dataFiles, assets, options, baseIds = {}, answers = [] }: ParamsOf<'persistEntry'>, account: Account) {
			const { path, slug, raw, newPath } = dataFiles[0]!;
			const name = { collection: options.collectionName, slug };
			const place = placeFor(account, path);
			if (place.kind === 'upload') throw new Refusal(403, '这里只放上传的文件，不放记录。');
			if (name.collection !== nameOf(place).collection || slug !== nameOf(place).slug)
				throw new Refusal(400, `记录的名字“${name.collection}/${slug}”和文件“${path}”对不上。`);
			if (newPath !== undefined && newPath !== path)
				throw new Refusal(403, '保存以后不能改名：网址会断。要改名，撤下草稿重新建一份；已公开的，新建一份并写上“旧编号”。');

			const main = (await git.commitOf(MAIN))!;
			const draft = await drafts.find(name);
			if (!draft) await expectOnly(name, path);
			if (draft && draft.file !== path) throw new Refusal(409, `这个名字的草稿是“${draft.file}”，不是“${path}”。`);
			const tip = draft?.tip ?? main;
			const there = await git.blobAt(tip, path);
			const bytes = Buffer.from(raw);
			const isSame = there !== null && (await sameAs(there, bytes));
			// Who saves just what is there already has lost nothing, whatever they opened.
			if (!isSame) await expectBase(tip, path, there, baseIds[path] ?? null);
			const { findings, texts } = await readDraft(path, raw);
			if (findings.length > 0) throw refusedFor('没有保存', path, findings);

			// The form sends every file that was ever chosen in it, and only those its text still names are part of the record. What is no
			// upload at all, no form sends.
			const named = uploadsNamed(raw);
			const used = assets.filter((asset) => named.has(asset.path) || !asset.path.startsWith('uploads/'));
			const whereOf = (file: string) => whereNamed(path, raw, file);
			const changes: Change[] = [
				{ file: path, bytes },
				...(await unnamedIn(draft, named)),
				...(await assetsOf(used, { tree: tip, account, texts, baseIds, whereOf })),
				...(await staged.namedIn(raw, tip, account)),
			];
			const tree = await git.changed(tip, changes);
			// What was sent is known to whoever sent it; of the rest of the draft they have seen what they were shown.
			const ids = await idsAt(tree, [...changes, ...assets.map((asset) => ({ file: asset.path }))]);
			const isUnchanged = tree === (await git.treeOf(tip));
			if (isUnchanged && !draft) throw new Refusal(422, '没有保存：和已经公开的一样，没有改动。');
			if (isUnchanged) return { message: 'ok', ids, commit: tip };

			// What a reviewer had agreed to is another text now.
			const status: Status = !draft ? 'draft' : draft.status === 'pending_publish' ? 'pending_review' : draft.status;
			const { answered, noted } = await answeredFor(status, { tip, tree, file: path, answered: draft?.answered ?? [] }, answers, account);
			const subject = `${there ? '修改' : '新建'}${titleOf(place)}：${slug}`;
			const writtenAt = new Date(now()).toISOString();
			const message = subject + trailer({ status, file: path, textBy: account.name, author: account, writtenAt, answered });
			const commit = await git.commit(tree, [tip], account, message, now());
			await git.move([{ ref: refOf(name), from: draft?.tip ?? null, to: commit }]);
			return { message: 'ok', ids, commit, noted };
		},

		async updateUnpublishedEntryStatus(params: ParamsOf<'updateUnpublishedEntryStatus'>, account: Account) {
			const { newStatus, seen, answers = [], ...name } = params;
			const { agreed: _, ...draft } = await drafts.named(name, account);
			placeFor(account, draft.file);
			const agrees = newStatus === 'pending_publish';
			if (agrees) await expectMay(draft, account, downs);
			if (agrees || seen) await agreed.expectSeen(draft, seen);
			if (newStatus === draft.status) return { message: 'ok' };
			const tree = await git.treeOf(draft.tip);
			const { answered, noted } = await answeredFor(newStatus, { ...draft, tree }, answers, account);
			const next = { ...draft, answered, status: newStatus, ...(agrees ? { agreed: tree } : {}) };
			const message = `${statuses[draft.status]} → ${statuses[newStatus]}：${draft.slug}${trailer(next)}`;
			const commit = await git.commit(tree, [draft.tip], account, message, now());
			await git.move([{ ref: draft.ref, from: draft.tip, to: commit }]);
			return { message: 'ok', commit, noted };
		},

		async deleteUnpublishedEntry(name: ParamsOf<'deleteUnpublishedEntry'>, account: Account) {
			const draft = await drafts.named(name, account);
			placeFor(account, draft.file);
			await drafts.discard(draft, now());
			return { message: 'ok', commit: draft.tip };
		},
	};

	/** The answers of a draft that is to have a status: from 送审 on, all there are to give. */
	async function answeredFor(status: Status, draft: Asked, answers: readonly Answer[], account: Account) {
		const noted: AnswerNoted[] = [];
		return status === 'draft' ? { answered: draft.answered, noted } : asks.expectAnswered(draft, answers, account);
	}

	/** The id of each file in a tree; null where it is not there. */
	async function idsAt(tree: string, files: readonly { file: string }[]): Promise<Record<string, string | null>> {
		const ids: Record<string, string | null> = {};
		for (const { file } of files) ids[file] = await git.blobAt(tree, file);
		return ids;
	}
}

/** The ids of files as they were when the editor opened them. */
type Bases = Readonly<Record<string, string | null>>;

/** Whether an account may publish a draft: as its author alone, when all it does is take a record down; else as a second person. Throws 403. */
export async function expectMay(draft: Draft, account: Account, downs: TakingDown): Promise<'alone' | 'second'> {
	if (draft.textBy === account.name && (await downs.isAllOf(draft))) return 'alone';
	expectSecond(draft, account);
	return 'second';
}

/** Throws 403 unless the account is a reviewer's and the text another's. */
function expectSecond({ textBy, author }: Draft, { name, email, role }: Account): void {
	if (role !== 'reviewer') throw new Refusal(403, '只有审核员可以发布。请把状态设为“送审”，由审核员来看。');
	if (textBy ? textBy === name : author.email === email)
		throw new Refusal(403, '不能发布自己写的内容（最后一次修改是您保存的）。请另一位审核员来看。');
}

/** A record has one name at the desk, so it has one draft. */
const nameOf = (place: Place): Name =>
	place.kind === 'record'
		? { collection: deskName(place.collection, place.community), slug: place.slug }
		: { collection: 'settings', slug: 'settings' };

/** What a record is called in the subject of a commit. */
export const titleOf = (place: Place): string =>
	place.kind === 'record' ? `“${collections[place.collection].one}”` : place.kind === 'settings' ? '“公开栏设置”' : '';
