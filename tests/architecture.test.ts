import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What each folder of `src/` may lean on, besides itself. */
const mayImport: Record<string, string[]> = {
	basics: [],
	text: ['basics'],
	law: ['basics'],
	schema: ['basics', 'law'],
	domain: ['basics', 'law', 'schema'],
	privacy: ['basics', 'text', 'law', 'schema'],
	checks: ['basics', 'text', 'law', 'schema', 'domain', 'privacy'],
	derive: ['basics', 'law', 'schema', 'domain', 'privacy'],
	charts: ['basics', 'law', 'schema', 'domain', 'privacy'],
	search: ['basics', 'law', 'schema', 'domain', 'privacy'],
	feeds: ['basics', 'law', 'schema', 'domain', 'privacy', 'derive'],
	publish: ['basics', 'law', 'schema', 'domain', 'privacy', 'checks', 'derive', 'charts', 'search', 'feeds'],
};
/** Folders that may know Astro. */
const MAY_KNOW_ASTRO = ['publish', 'pages', 'layouts', 'components', 'middleware.ts', 'env.d.ts'];

const files = globSync('src/**/*.{ts,tsx,astro}').sort();
const importsOf = (file: string) =>
	[...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, specifier]) => specifier!);
const folderOf = (file: string) => file.split('/')[1]!;

test.each(Object.keys(mayImport))('src/%s leans only on what lies below it', (folder) => {
	for (const file of files.filter((f) => folderOf(f) === folder))
		for (const specifier of importsOf(file)) {
			const [, target] = /^(?:\.\.\/)+([^/.]+)\//.exec(specifier) ?? [];
			if (target && target !== folder && target in { ...mayImport, pages: 1, layouts: 1, components: 1 })
				expect(mayImport[folder], `${file} imports ${specifier}`).toContain(target);
		}
});

test('nothing in src leans on the commands or the desk', () => {
	for (const file of files) for (const specifier of importsOf(file)) expect(specifier, file).not.toMatch(/\.\.\/(?:scripts|cms|tests)\//);
});

test('nothing that runs reads the examples beside the rules', () => {
	for (const file of globSync('{src,cms,scripts}/**/*.{ts,astro}').filter((f) => !f.endsWith('.examples.ts')))
		for (const specifier of importsOf(file)) expect(specifier, file).not.toMatch(/\/(?:[\w-]+\.)?examples\.ts$/);
});

test('only publishing and pages know Astro', () => {
	for (const file of files.filter((f) => !MAY_KNOW_ASTRO.includes(folderOf(f))))
		for (const specifier of importsOf(file)) expect(specifier, file).not.toMatch(/^astro(?::|\/|$)/);
});

test('the clock, the disk and chance stay outside the rules', () => {
	const pure = [
		'basics',
		'text',
		'law',
		'schema',
		'domain',
		'privacy',
		'checks',
		'derive',
		'charts',
		'feeds',
		'pages',
		'components',
		'layouts',
	];
	for (const file of files.filter((f) => pure.includes(folderOf(f)) && !f.endsWith('days-left.ts'))) {
		const text = readFileSync(file, 'utf8');
		expect(text, file).not.toMatch(/new Date\(\)|Date\.now\(|Math\.random\(|process\.env/);
		expect(text, file).not.toMatch(/from 'node:fs'/);
	}
});
