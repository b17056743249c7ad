import { describe, expect, test } from 'vitest';
import { see } from '../../scripts/lib/reader.ts';
import { TROUBLES } from '../../src/checks/attachments.ts';
import { honest } from './honest-files.ts';
import { hostile } from './hostile-files.ts';

describe('A file made to hurt gets the answer it must get', () => {
	test('there are enough of them to mean something', () => {
		expect(hostile.length).toBeGreaterThanOrEqual(40);
		expect(new Set(hostile.map(({ says }) => says)).size).toBe(hostile.length);
	});
	test.for(hostile.map((each) => [each.says, each] as const))('%s', async ([, { file, bytes, trouble, found }]) => {
		const seen = await see(file, await bytes());
		expect(seen.trouble).toBe(trouble);
		if (found) expect(seen.data.map(({ what, where }) => `${what} ${where}`)).toContain(found);
		if (trouble) expect(`${TROUBLES[trouble].problem}${TROUBLES[trouble].fix}`).toMatch(/^这个文件.*。.*。$|^照片.*|^附件.*/);
	});
});

describe('An honest file close to it is let in', () => {
	test('there are enough of them to mean something', () => {
		expect(honest.length).toBeGreaterThanOrEqual(15);
	});
	test.for(honest.map((each) => [each.says, each] as const))('G8: %s', async ([, { file, bytes, unread = [] }]) => {
		const { trouble, data, unread: places } = await see(file, await bytes());
		expect({ trouble, data, unread: places }).toEqual({ trouble: undefined, data: [], unread });
	});
});
