import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Example, Situation, Written } from '../../src/checks/examples.ts';
import { checkEntries, checks } from '../../src/checks/index.ts';
import { judgements } from '../../src/checks/judgements.ts';
import type { CollectionName, Entry } from '../../src/schema/index.ts';
import { example, whole, written } from '../examples.ts';

const files = await Promise.all(
	globSync('src/checks/*.examples.ts')
		.map((file) => basename(file, '.examples.ts'))
		.sort()
		.map(async (id) => ({ id, ...((await import(`../../src/checks/${id}.examples.ts`)) as { examples: readonly Example[] }) })),
);

type Data = Record<string, unknown>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is written over a usual value: field by field, and item by item over the usual first item. */
function over(usual: unknown, value: unknown): unknown {
	if (Array.isArray(value)) return value.map((item) => over(Array.isArray(usual) ? usual[0] : undefined, item));
	if (!isData(value) || !isData(usual)) return value;
	return { ...usual, ...Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, over(usual[name], inner)])) };
}

/** A whole board on which all that is said is written otherwise. */
function board({ records = {}, place }: Situation): Entry[] {
	const said = { ...records };
	if (place) {
		const { rules, verified = true } = place;
		const pack = { rules, versionOn: '2015-01-01', inForceFrom: '2015-01-01', ...(verified ? { verifiedOn: '2026-01-01' } : {}) };
		said.rulepacks = { ...pack, ...(said.rulepacks as Written) };
		said.communities = { rulepack: 'rulepacks/sample', ...(said.communities as Written) };
	}
	const others = (Object.entries(said) as [CollectionName, Written | Written[]][]).flatMap(([collection, all]) =>
		[all].flat().map(({ slug, ...data }) => example(collection, over(written(collection), data) as object, slug ? { slug } : {}) as Entry),
	);
	const ids = new Set(others.map(({ id }) => id));
	return [...whole().filter(({ id }) => !ids.has(id)), ...others];
}

/** What a check says of a board, as examples write it. */
const saidOf = (id: string, situation: Situation): string[] =>
	checkEntries(board(situation), [], situation.today ?? '2026-04-13')
		.filter(({ check }) => check === id)
		.map(({ kind, field, problem, judged }) => `${kind} ${field}：${judged ? `${judged.expected}；${judged.actual}` : problem}`);

describe.each(files)('$id', ({ id, examples }) => {
	test('is a check with examples', () => {
		expect([...checks, ...judgements].map((check) => check.id)).toContain(id);
		expect(examples.length).toBeGreaterThan(0);
	});
	test.each(examples)('finds: $what', ({ finds }) => {
		expect(finds.says.length).toBeGreaterThan(0);
		expect(saidOf(id, finds)).toEqual(finds.says);
	});
	test.each(examples)('$what; leaves alone: $leaves.what', ({ leaves }) => {
		expect(saidOf(id, leaves)).toEqual([]);
	});
});

test('Some checks have examples', () => {
	expect(files.length).toBeGreaterThan(0);
});

test('What is written in an example is a field there is', () => {
	expect(() => board({ records: { meetings: { helDon: '2026-03-20' } } })).toThrow();
});
