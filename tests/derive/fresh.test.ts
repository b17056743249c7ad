import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nginxFiles } from '../../scripts/lib/nginx-files.ts';
import { derivedFiles } from '../../src/derive/index.ts';

const stale = (path: string) => `${path} is stale. Run \`npm run generate\` and commit the result.`;

test.each(Object.entries(derivedFiles()))('%s is what the schemas say', (path, text) => {
	expect(readFileSync(path, 'utf8'), stale(path)).toBe(text);
});

test.each(Object.entries(nginxFiles()))('R2: %s is what our own servers say', (path, text) => {
	expect(readFileSync(path, 'utf8'), stale(path)).toBe(text);
});
