import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { patched, patches } from '../../../cms/app/patches.ts';

describe('Decap is changed', () => {
	test.each(patches.map((patch) => [patch.why, patch] as const))('because: %s', (_, { file, from, to }) => {
		const parts = readFileSync(`node_modules/${file}`, 'utf8').split(from);
		expect(parts, `${file} has “${from}” once`).toHaveLength(2);
		expect(to).not.toBe(from);
	});
});

test('When an update of Decap has moved a place, the build says which', () => {
	const { transform } = patched() as { transform(code: string, id: string): unknown };
	expect(() => transform('export {}', '/x/node_modules/decap-cms-core/dist/esm/backend.js')).toThrow(
		/Decap has changed: .*backend\.js has 0 times/,
	);
});
