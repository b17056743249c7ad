import type { DatabaseSync } from 'node:sqlite';
import { all, type Stretch } from './edits.ts';
import { digestOf } from './questions.ts';
import { type Stage, toldBy } from './stages.ts';

/** Keeps what each page told, topic by topic, and of which topics something else is told since `touched` was asked last. */
export function telling(db: DatabaseSync) {
	const find = db.prepare('select topic, digest from telling where url = ?');
	const put = db.prepare('insert or replace into telling(topic, url, digest, text) values(?, ?, ?, ?)');
	const drop = db.prepare('delete from telling where topic = ? and url = ?');
	const topics = new Set<string>();
	return {
		/** `told`: the facts by topic; an empty map when the page is gone. Throws if a page of this stage comes too late to tell of a topic. */
		keep(url: string, told: ReadonlyMap<string, readonly unknown[]>, stage: Stage) {
			const was = new Map(find.all(url).map((row) => [row.topic as string, row.digest as Uint8Array]));
			for (const [topic, facts] of told) {
				if (toldBy(topic) < stage) throw new Error(`${url} is of stage ${stage} and comes too late to tell of ${topic}`);
				if (facts.length === 0) continue;
				const text = JSON.stringify(facts);
				const digest = digestOf(text);
				const before = was.get(topic);
				was.delete(topic);
				if (before && Buffer.compare(before, digest) === 0) continue;
				put.run(topic, url, digest, text);
				topics.add(topic);
			}
			for (const topic of was.keys()) {
				drop.run(topic, url);
				topics.add(topic);
			}
		},
		touched(): Stretch[] {
			const stretches = [...topics].map((topic) => all('told', topic));
			topics.clear();
			return stretches;
		},
	};
}

export type Tellings = ReturnType<typeof telling>;
