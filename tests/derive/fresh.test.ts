import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { derivedFiles } from '../../src/derive/index.ts';

test.each(Object.entries(derivedFiles()))('%s is what the schemas say', (path, text) => {
	expect(readFileSync(path, 'utf8'), `${path} is stale. Run \`npm run generate\` and commit the result.`).toBe(text);
});
