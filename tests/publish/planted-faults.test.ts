import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

/** Mistakes that were easy to make: in a copy of the engine, `there` becomes `planted`. Each must be seen by the property test. */
const faults = [
	['a record added in front does not shift the pages of a list', 'edits.ts', "{ kind: 'list-', name: shelf, from: FIRST, to: key },", ''],
	['a record added behind does not shift the pages of a list', 'edits.ts', "{ kind: 'list+', name: shelf, from: key, to: LAST },", ''],
	['a moved record touches only the place it left', 'edits.ts', "stretch('list', name, now), ", ''],
	['a record moved within a list shifts nothing', 'edits.ts', ', ...offsetLists(name, low, high)]', ']'],
	['a new title does not reach the lists', 'edits.ts', 'if (was?.card !== card)', 'if (false)'],
	['counts do not change', 'edits.ts', "all('count', shelf),", ''],
	['a new facet value is not seen', 'edits.ts', "...(family && turned ? [all('values', family)] : []),", ''],
	['a new facet is not seen', 'edits.ts', "...(facet && turned ? [all('facets', facet.scope)] : []),", ''],
	['a list that is not full ends at its last record', 'questions.ts', 'rows.length === limit', 'rows.length > 0'],
	['the day turns and nobody notices', 'publish.ts', 'before !== today', 'false'],
	['a page that asks no more is still asked for', 'memory.ts', 'dropReader.run(question, page);', ''],
	['questions that nobody asks are kept', 'memory.ts', 'if (!anyReader.get(question)) remove.run(question);', ''],
	[
		'an answer that stays the same keeps its old reach',
		'memory.ts',
		'update.run(given.digest, given.low, given.high, no);',
		'if (!same(given.digest, row.digest as Uint8Array)) update.run(given.digest, given.low, given.high, no);',
	],
	['a removed page stays in the site', 'rendering.ts', '\tfor (const url of filesOf(page)) files.remove(url);', ''],
	['a removed page can still be found by the search', 'rendering.ts', 'passages.keep(page.url, null);', ''],
	['a changed page is not searched anew', 'publish.ts', 'invalidate(passages.touched());', ''],
	['what a removed page told is told on', 'rendering.ts', 'tellings.keep(page.url, new Map(), 0);', ''],
	['what a page no longer tells is told on', 'tellings.ts', 'drop.run(topic, url);', ''],
	['something else is told and who asked does not hear of it', 'publish.ts', 'invalidate(tellings.touched());', ''],
	[
		'a page that tells something for the first time is not heard',
		'tellings.ts',
		'put.run(topic, url, digest, text);\n\t\t\t\ttopics.add(topic);',
		'put.run(topic, url, digest, text);\n\t\t\t\tif (before) topics.add(topic);',
	],
	['a page that falls silent is not noticed', 'tellings.ts', 'drop.run(topic, url);\n\t\t\t\ttopics.add(topic);', 'drop.run(topic, url);'],
	[
		'what is told in the second stage is not told on',
		'publish.ts',
		'invalidate(tellings.touched());',
		'if (stage === 0) invalidate(tellings.touched());',
	],
	['the old files of a search shard stay', 'rendering.ts', 'if (!now.has(url)) files.remove(url);', ''],
	[
		'a new upload does not reach the page that shows its size',
		'uploads.ts',
		"else if (was?.shown) files.remove(url);\n\t\t\treturn [all('upload', url)];",
		'else if (was?.shown) files.remove(url);\n\t\t\treturn [];',
	],
	['a file whose only record is withdrawn stays on the web', 'publish.ts', 'note(upload.renamed(url));', 'void url;'],
	[
		'a file is withheld and the page that shows its size does not hear of it',
		'publish.ts',
		'note(upload.renamed(url));',
		'upload.renamed(url);',
	],
] as const;

const root = mkdtempSync(join(tmpdir(), 'gongkailan-faults-'));

/** A copy of the engine and of the test that holds it, in a folder of its own. */
function copyOf(name: string): string {
	const copy = join(root, name);
	for (const part of ['src', 'tests/publish/fixture', 'package.json'])
		cpSync(part, join(copy, part), { recursive: true, filter: (path) => !/\.\w+$/.test(path) || /\.(ts|json)$/.test(path) });
	symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
	return copy;
}

/** What the property test says of a copy: null when nothing is wrong. */
const verdict = (copy: string): Promise<string | null> =>
	new Promise((resolve) => {
		const args = ['tests/publish/fixture/hold.ts', '150', '7'];
		execFile(
			process.execPath,
			args,
			{ cwd: copy, env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'compiled') } },
			(error, _, stderr) => resolve(error && (stderr || String(error))),
		);
	});

describe('The property test sees a planted fault:', () => {
	afterAll(() => rmSync(root, { recursive: true, force: true }));

	test.concurrent.each(faults)('%s', async (name, file, there, planted) => {
		const copy = copyOf(name);
		const path = join(copy, 'src/publish', file);
		const text = readFileSync(path, 'utf8');
		expect(text.split(there), `${file} no longer reads “${there}”; plant the fault where that is now`).toHaveLength(2);
		writeFileSync(
			path,
			text.replace(there, () => planted),
		);
		expect(await verdict(copy), 'the fault was not seen').toMatch(
			/differs from a full build|never there|没有任何改动触及它|there is no record/,
		);
	});
});
