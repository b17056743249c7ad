import type { DatabaseSync } from 'node:sqlite';
import type { Stretch } from './edits.ts';
import { type Answer, type Ask, number48, topicOf } from './questions.ts';
import { frozen } from './store.ts';

/** Answers kept during a run, at most this many characters of questions and answers together. */
const KEPT = 24e6;

/** A remembered question has another answer though no edit touched it: the engine has a fault. The store must be refilled. */
export class Forgotten extends Error {
	constructor(ask: string) {
		super(
			`发布已停止，网站没有改动：问题 ${ask} 的答案变了，但没有任何改动触及它。这是发布程序的错误，不是记录的错误；下次发布会从头重建，请把这句话报告给维护者。`,
		);
		this.name = 'Forgotten';
	}
}

/** The remembered questions: each is answered once a run, kept between runs, and found again by what an edit touched. */
export interface Memory {
	/** Answers a question for a page that is being rendered. Throws `Forgotten` if the answer is not the one remembered. */
	ask(ask: Ask): { no: number; answer: unknown };
	/** The questions that reach into these stretches and have a new answer, which is remembered from now on. */
	changedBy(stretches: Stretch[]): number[];
	/** The pages that asked a question. */
	readers(question: number): number[];
	/** Notes that a page asked `before` (as kept with the page) and now asks `now`; gives what to keep with the page. */
	reads(page: number, before: Uint8Array | null, now: Set<number>): Uint8Array;
	/** Forgets the questions nobody asks any more. */
	sweep(): void;
}

export function remembering(db: DatabaseSync, answer: (ask: Ask) => Answer): Memory {
	const candidates = db.prepare('select no, ask, digest, low, high from question where hash = ?');
	const insert = db.prepare('insert into question(hash, ask, digest, topic, low, high) values(?, ?, ?, ?, ?, ?) returning no');
	const update = db.prepare('update question set digest = ?, low = ?, high = ? where no = ?');
	const remove = db.prepare('delete from question where no = ?');
	const reaching = db.prepare('select no, ask, digest from question where topic = ? and high >= ? and low <= ?');
	const readersOf = db.prepare('select page from reader where question = ?');
	const anyReader = db.prepare('select 1 from reader where question = ? limit 1');
	const addReader = db.prepare('insert into reader(question, page) values(?, ?)');
	const dropReader = db.prepare('delete from reader where question = ? and page = ?');

	const left = new Set<number>();
	let known = new Map<string, { no: number; answer: unknown }>();
	let kept = 0;

	const remember = (text: string, { digest, topic, low, high }: Answer): number => {
		const number = number48(text);
		const row = candidates.all(number).find(({ ask }) => ask === text);
		if (!row) return insert.get(number, text, digest, topic, low, high)!.no as number;
		if (!same(digest, row.digest as Uint8Array) || row.low !== low || row.high !== high) throw new Forgotten(text);
		return row.no as number;
	};

	return {
		ask(ask) {
			const text = JSON.stringify(ask);
			const had = known.get(text);
			if (had) return had;
			const given = answer(ask);
			const entry = { no: remember(text, given), answer: frozen(given.answer) };
			kept += text.length + given.size;
			if (kept > KEPT) {
				known = new Map();
				kept = 0;
			}
			known.set(text, entry);
			return entry;
		},

		changedBy(stretches) {
			if (stretches.length === 0) return [];
			const seen = new Set<number>();
			const changed: number[] = [];
			for (const { kind, name, from, to } of unique(stretches))
				for (const row of reaching.all(topicOf(kind, name), from, to)) {
					const no = row.no as number;
					if (seen.has(no)) continue;
					seen.add(no);
					const given = answer(JSON.parse(row.ask as string));
					update.run(given.digest, given.low, given.high, no);
					if (!same(given.digest, row.digest as Uint8Array)) changed.push(no);
				}
			known = new Map();
			kept = 0;
			return changed;
		},

		readers: (question) => readersOf.all(question).map((row) => row.page as number),

		reads(page, before, now) {
			const old = new Set(numbersIn(before));
			for (const question of now) if (!old.has(question)) addReader.run(question, page);
			for (const question of old)
				if (!now.has(question)) {
					dropReader.run(question, page);
					left.add(question);
				}
			return bytesOf([...now].sort((a, b) => a - b));
		},

		sweep() {
			for (const question of left) if (!anyReader.get(question)) remove.run(question);
			left.clear();
		},
	};
}

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

/** Many edits touch the same counts and families; asking once is enough. */
const unique = (stretches: Stretch[]) =>
	new Map(stretches.map((stretch) => [`${stretch.kind} ${stretch.name} ${stretch.from} ${stretch.to}`, stretch])).values();

const bytesOf = (numbers: number[]) => new Uint8Array(Uint32Array.from(numbers).buffer);

const numbersIn = (bytes: Uint8Array | null) => (bytes ? new Uint32Array(Uint8Array.from(bytes).buffer) : []);
