import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { filesOf, read } from './pages.ts';

const validator = new HtmlValidate({
	extends: ['html-validate:recommended'],
	elements: ['html5'],
	rules: {
		// Old engines drop a table's roles when its rows are laid out as a grid, so they are written out.
		'no-redundant-role': 'off',
		'tel-non-breaking': 'off',
		'doctype-style': 'off',
		'no-inline-style': 'error',
	},
});

test('every page is valid HTML', async () => {
	const wrong: string[] = [];
	for (const page of filesOf('.html')) {
		const { results } = await validator.validateString(read(page), page);
		for (const { messages } of results) for (const m of messages) wrong.push(`${page}:${m.line} ${m.ruleId}: ${m.message}`);
	}
	expect(wrong.slice(0, 30)).toEqual([]);
});
