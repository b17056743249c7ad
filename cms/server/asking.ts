import { hash } from 'node:crypto';
import { basename } from 'node:path';
import { readHints, TANGLED, TooHeavy } from '../../scripts/lib/reader.ts';
import { uploadsNamed } from '../../src/domain/uploads.ts';
import { compact } from '../../src/privacy/disguises.ts';
import { DESK } from '../../src/privacy/let-pass.ts';
import { labelOf } from '../../src/schema/labels.ts';
import { sayHidden } from '../../src/schema/messages.ts';
import type { Answer, Hint } from '../protocol.ts';
import { type Account, roles } from './accounts.ts';
import { isPrivate } from './checking.ts';
import { type Answered, MAIN } from './drafts.ts';
import type { GitRecord } from './git.ts';
import { placeAt } from './places.ts';
import { Refusal } from './refusal.ts';
import { hintsInUpload } from './uploads.ts';

/** A reason fits into a line of the audit. */
const LONGEST_WHY = 60;
/** So much of a text stands around the words that are asked about. */
const AROUND = 24;

/** A draft as it is or is about to be. */
export interface Asked {
	/** The commit it follows from, and the tree it stands in. */
	tip: string;
	tree: string;
	file: string;
	answered: readonly Answered[];
}

/** What was answered in a request, for the audit file: never the words themselves. */
export interface AnswerNoted {
	id: string;
	where: string;
	why: string;
}

/**
 * Asks before a draft goes to review, once, whether what only a person can judge may be public: a room, a list, what is said of somebody. The
 * answers lie in the commits of the draft, by a digest of the words, and become its `allowed` when it is published.
 */
export function asking(git: GitRecord, { now, today }: { now: () => number; today: () => Promise<string> }) {
	// What is seen in an upload is the same as long as its bytes are; nothing of it is written down a second time.
	const seen = new Map<string, ReturnType<typeof hintsInUpload>>();

	function seenIn(file: string, blob: string): ReturnType<typeof hintsInUpload> {
		const key = `${blob} ${file}`;
		const found = seen.get(key) ?? git.bytesOf([blob]).then((bytes) => hintsInUpload(file, bytes.get(blob)!));
		seen.delete(key);
		seen.set(key, found);
		found.catch(() => seen.delete(key));
		for (const [oldest] of seen) if (seen.size > 200) seen.delete(oldest);
		return found;
	}

	/** Everything to be asked of a draft, each text once with all its places, whether it was answered or not. */
	async function hintsOf({ tip, tree, file }: Omit<Asked, 'answered'>): Promise<Hint[]> {
		if (placeAt(file).kind !== 'record') return [];
		const blob = await git.blobAt(tree, file);
		if (!blob) return [];
		const raw = (await git.bytesOf([blob])).get(blob)!.toString();
		const day = await today();
		const asked = await readHints(file, raw, day).catch(tooHeavy);
		const found = asked.hints.map(({ text, field, problem }) => ({ text, problem, where: labelOf(file, field) || '文件名' }));
		const passed = asked.passed.map(compact);
		const changed = await git.between(await git.line(['merge-base', MAIN, tip]), tree);
		const coming = changed.map((each) => each.file).filter((each) => each.startsWith('uploads/'));
		// The files of what is withdrawn are not shown.
		for (const upload of asked.isWithdrawn ? [] : new Set([...coming, ...uploadsNamed(raw)])) {
			const there = await git.blobAt(tree, upload);
			for (const { text, where, problem } of there ? await seenIn(upload, there) : [])
				if (!passed.some((each) => each.includes(compact(text)))) found.push({ text, problem, where: `附件“${basename(upload)}”${where}` });
		}
		const { texts } = asked;
		const hints = new Map<string, Hint>();
		for (const { text, problem, where } of found) {
			const hint = hints.get(text) ?? { id: idOf(text), text, around: null, ...placedIn(texts, text), problem, places: [] };
			if (!hint.places.includes(where)) hint.places.push(where);
			hints.set(text, hint);
		}
		return [...hints.values()];
	}

	/**
	 * The answers of a draft with those of a request, and what is to be noted of the new ones. Throws 422 with all that is still to be asked.
	 */
	async function expectAnswered(asked: Asked, answers: readonly Answer[], account: Account) {
		const hints = await hintsOf(asked);
		const given = answers.filter(({ id }) => hints.some((hint) => hint.id === id) && !asked.answered.some((each) => each.id === id));
		for (const { why } of given) expectReason(why);
		const at = new Date(now()).toISOString();
		const fresh = given.map(
			({ id, why }): Answered => ({ id, why: why.trim(), by: account.name, person: account.person, role: account.role, at }),
		);
		const answered = [...asked.answered, ...fresh];
		const open = hints.filter(({ id }) => !answered.some((each) => each.id === id));
		if (open.length > 0) {
			const lines = open.map(({ places, problem }) => `${places.join('、')}：${problem}`);
			throw new Refusal(422, [`有 ${open.length} 处可能写到了某一户或某个人，先要有人说可不可以公开：`, ...lines].join('\n'), {
				hints: open,
			});
		}
		const noted = fresh.map(({ id, why }): AnswerNoted => ({ id, why, where: hints.find((hint) => hint.id === id)!.places.join('、') }));
		return { answered, noted };
	}

	return {
		expectAnswered,

		/** What was answered of what still stands in a draft, for its reviewer. */
		async answersOf(asked: Asked) {
			if (asked.answered.length === 0) return [];
			const hints = await hintsOf(asked);
			return asked.answered.flatMap(({ id, why, person, at }) => {
				const hint = hints.find((each) => each.id === id);
				return hint ? [{ ...hint, why, person, at }] : [];
			});
		},

		/** The items of `allowed` that a draft needs by its answers, for a year. */
		async allowances(asked: Asked, until: string) {
			return (asked.answered.length > 0 ? await hintsOf(asked) : []).flatMap(({ id, text }) => {
				const answer = asked.answered.find((each) => each.id === id);
				return answer ? [{ text, who: `${DESK}（${roles[answer.role]}）`, why: answer.why, until }] : [];
			});
		},
	};
}

export type Asking = ReturnType<typeof asking>;

/** Of what is too heavy to be read nothing can be asked. */
function tooHeavy(error: unknown): never {
	if (error instanceof TooHeavy) throw new Refusal(422, `没有送审：${TANGLED.problem}${TANGLED.fix}`);
	throw error;
}

/** The same for the same words, and no words. */
const idOf = (text: string): string => hash('sha256', text, 'hex').slice(0, 16);

/** A reason is kept with the record: it is short, and says nothing private itself. */
function expectReason(why: string): void {
	const wrong = (problem: string) => new Refusal(422, `没有送审：可以公开的理由${problem}`);
	if (!why.trim()) throw wrong('没有写。');
	if (why.length > LONGEST_WHY) throw wrong(`超过${LONGEST_WHY}个字，请写短一点。`);
	const hidden = sayHidden('理由', why, 'line');
	if (hidden) throw wrong(`不能这样写。${hidden.problem}${hidden.fix}`);
	if (isPrivate(why)) throw wrong('里又写了像是个人的内容。理由和记录存在一起：请写是什么，不写是谁、哪一户。');
}

/** Some words as they stand in the first text that has them, and what stands before and after; a detector reads ， as , and １ as 1. */
function placedIn(texts: readonly string[], words: string): { text: string; around: [string, string] } | null {
	const sought = folded(words);
	for (const text of texts) {
		const at = folded(text).indexOf(sought);
		if (at < 0) continue;
		const end = at + sought.length;
		const [before, after] = [text.slice(Math.max(0, at - AROUND), at), text.slice(end, end + AROUND)];
		const around: [string, string] = [`${at > AROUND ? '……' : ''}${before}`, `${after}${end + AROUND < text.length ? '……' : ''}`];
		return { text: text.slice(at, end), around };
	}
	return null;
}

/** Signs of the same width folded together, each in its place. */
const folded = (text: string): string =>
	Array.from({ length: text.length }, (_, i) => {
		const sign = text[i]!.normalize('NFKC');
		return sign.length === 1 ? sign : text[i];
	}).join('');
