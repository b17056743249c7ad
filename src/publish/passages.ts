import type { DatabaseSync } from 'node:sqlite';
import { all, type Stretch } from './edits.ts';
import { digestOf } from './questions.ts';

/** Keeps what the search knows of each page, and which shards that touched in this run. */
export function passaging(db: DatabaseSync) {
	const find = db.prepare('select shard, digest from passage where url = ?');
	const put = db.prepare('insert or replace into passage(url, shard, digest, text) values(?, ?, ?, ?)');
	const drop = db.prepare('delete from passage where url = ?');
	const shards = new Set<string>();
	return {
		keep(url: string, found: { shard: string; passage: unknown } | null) {
			const was = find.get(url) as { shard: string; digest: Uint8Array } | undefined;
			const text = found && JSON.stringify(found.passage);
			const digest = text ? digestOf(text) : null;
			if (!was && !found) return;
			if (was && digest && was.shard === found?.shard && Buffer.compare(was.digest, digest) === 0) return;
			if (found) put.run(url, found.shard, digest, text);
			else drop.run(url);
			for (const each of [was, found]) if (each) shards.add(each.shard);
		},
		touched: (): Stretch[] => [...shards].map((shard) => all('passages', shard)),
	};
}

export type Passages = ReturnType<typeof passaging>;
