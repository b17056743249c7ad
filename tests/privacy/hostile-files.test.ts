import { describe, expect, test } from 'vitest';
import { see } from '../../scripts/lib/reader.ts';
import { TROUBLES } from '../../src/checks/attachments.ts';
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
