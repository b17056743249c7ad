import { expect, test } from 'vitest';
import { hold } from './fixture/hold.ts';

// For a longer look with other series: node tests/publish/fixture/hold.ts 2000
test('After any series of edits the published site is what a full build gives, byte for byte, and remembers the same questions.', async () => {
	const { rendered, full } = await hold({ runs: 150, seed: 20260412 });
	expect(rendered, 'an edit renders fewer pages than a full build').toBeLessThan(full * 0.7);
});
