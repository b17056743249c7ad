import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import type { ShardRecords } from '../../src/search/records.ts';
import { buildShard, clientFiles, closePacker } from '../../src/search/shard.ts';
import { restore } from '../../src/search/tokens.ts';
import { passages } from './corpus.ts';

afterAll(closePacker);

const shardOf = (community: string | null) => passages.filter((passage) => passage.community === community);
const jinguiyuan = shardOf('jinguiyuan');
const recordsIn = (files: Map<string, Uint8Array | string>): ShardRecords => JSON.parse(files.get('records.json') as string);
const fragment = (files: Map<string, Uint8Array | string>, id: string) =>
	JSON.parse(
		gunzipSync(files.get(`fragment/${id}.pf_fragment`) as Uint8Array)
			.toString('utf8')
			.slice('pagefind_dcd'.length),
	);

test('A shard holds data only, and a list of its records', async () => {
	const names = [...(await buildShard(jinguiyuan)).keys()].map((name) => name.replace(/und_[0-9a-f]+/, '…'));
	expect([...new Set(names)].sort()).toMatchInlineSnapshot(`
		[
		  "fragment/….pf_fragment",
		  "index/….pf_index",
		  "pagefind-entry.json",
		  "pagefind.….pf_meta",
		  "records.json",
		]
	`);
});

test('Every record is listed with the fragment that holds its text', async () => {
	const files = await buildShard(jinguiyuan);
	const { records, collections } = recordsIn(files);
	expect(records).toHaveLength(jinguiyuan.length);
	for (const { id, url, title, day } of records) {
		const passage = jinguiyuan.find((one) => one.url === url)!;
		expect({ title, day }).toEqual({ title: passage.title, day: passage.day });
		expect(fragment(files, id).url).toBe(url);
		expect(restore(fragment(files, id).content)).toBe(passage.text);
	}
	expect(collections).toMatchObject({ meetings: '会议纪要' });
});

test('The same records give the same bytes, in whatever order they come', async () => {
	const there = await buildShard(jinguiyuan);
	const back = await buildShard([...jinguiyuan].reverse());
	expect([...back.keys()]).toEqual([...there.keys()]);
	for (const [name, content] of there) expect(Buffer.compare(Buffer.from(back.get(name)!), Buffer.from(content)), name).toBe(0);
});

test('A shard without records is an empty list', async () => {
	const files = await buildShard([]);
	expect(recordsIn(files)).toEqual({ collections: {}, records: [] });
});

test('What a browser needs once is the client, its WebAssembly and the index that starts them', async () => {
	const files = await clientFiles();
	expect([...files.keys()].map((name) => name.replace(/und_[0-9a-f]+/, '…')).sort()).toMatchInlineSnapshot(`
		[
		  "fragment/….pf_fragment",
		  "index/….pf_index",
		  "pagefind-entry.json",
		  "pagefind.js",
		  "pagefind.….pf_meta",
		  "wasm.unknown.pagefind",
		]
	`);
});

test('Ctrl-C in a terminal, which reaches every process of ours, does not end the packer before us', async () => {
	const script = `
		import { clientFiles, closePacker } from ${JSON.stringify(new URL('../../src/search/shard.ts', import.meta.url).href)};
		await clientFiles();
		const heard = new Promise((resolve) => process.once('SIGINT', resolve));
		const awake = setInterval(() => {}, 1000);
		process.kill(-process.pid, 'SIGINT');
		await heard;
		clearInterval(awake);
		console.log((await clientFiles()).has('pagefind.js'));
		await closePacker();`;
	const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { detached: true });
	const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
	expect([out.trim(), err, code[0]]).toEqual(['true', '', 0]);
});
