import { defineConfig } from 'vitest/config';
import { PATIENCE } from './tests/patience.ts';

const patient = { testTimeout: PATIENCE.test, hookTimeout: PATIENCE.test, expect: { poll: { timeout: PATIENCE.wait, interval: 20 } } };

/** Three kinds of test: of the code alone, of the whole built site, and of the site in a real browser or behind nginx. */
export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					include: ['tests/**/*.test.ts'],
					exclude: ['tests/site/**', 'tests/browser/**', 'tests/deploy/**'],
					...patient,
				},
			},
			{
				test: {
					name: 'site',
					include: ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts', 'tests/deploy/**/*.test.ts'],
					globalSetup: ['tests/site-setup.ts'],
					...patient,
				},
			},
		],
	},
});
