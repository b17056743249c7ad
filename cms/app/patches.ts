import type { Plugin } from 'vite';

/**
 * The few places where Decap has no door for what the desk needs. Each is a text that stands in exactly one of its files; when an update
 * of Decap moves it, the build stops and says which.
 */
export interface Patch {
	file: string;
	from: string;
	to: string;
	/** what a clerk would meet otherwise */
	why: string;
	/** imported for it */
	uses?: string;
}

const core = 'decap-cms-core/dist/esm';

export const patches: readonly Patch[] = [
	...['actions/entries.js', 'actions/editorialWorkflow.js'].map((file) => ({
		file: `${core}/${file}`,
		from: 'if (!fieldsErrors.isEmpty()) {',
		to: 'if (!fieldsErrors.isEmpty() && !mayBeIncomplete(fieldsErrors)) {',
		uses: `import { mayBeIncomplete } from '/incomplete.ts';`,
		why: 'A draft could not be kept before every required field is written.',
	})),
	{
		file: `${core}/actions/entries.js`,
		from: 'const hasSubfields = List.isList(subfields) || Map.isMap(subfields);',
		to: "const hasSubfields = item.get('widget') !== 'group' && (List.isList(subfields) || Map.isMap(subfields));",
		why: 'A group that may be absent would be there from the start, half filled with defaults.',
	},
	{
		file: `${core}/backend.js`,
		from: 'slug = slugFormatter(collection, entryData, slugConfig);',
		to: 'slug = slugFor(collection, entryData);',
		uses: `import { slugFor } from '/names.ts';`,
		why: 'Addresses would be in lower case and without what is a list.',
	},
	{
		file: `${core}/backend.js`,
		from: "uniqueSlug = `${slug}${sanitizeChar(' ', slugConfig)}${i++}`;",
		to: 'uniqueSlug = `${slug}-${++i}`;',
		why: 'The second record of a name would be called -1.',
	},
	{
		file: `${core}/actions/mediaLibrary.js`,
		from: 'const fileName = sanitizeSlug(file.name.toLowerCase(), state.config.slug);',
		to: 'const fileName = uploadName(file);',
		uses: `import { uploadName } from '/names.ts';`,
		why: 'A file with a Chinese name would be called -.pdf, and the next one too.',
	},
	{
		file: `${core}/lib/formatters.js`,
		from: 'const summary = compileStringTemplate(summaryTemplate, date, identifier, entryData);',
		to: "const summary = compileStringTemplate(summaryTemplate, date, identifier, inWords(entryData, collection.get('fields')));",
		uses: `import { inWords } from '/names.ts';`,
		why: 'Lists would say commonIncome instead of 公共收益.',
	},
	{
		file: 'decap-cms-widget-list/dist/esm/ListControl.js',
		from: 'const labelReturn = summary ? handleSummary(summary, entry, value, item) : value;',
		to: 'const labelReturn = (summary ? handleSummary(summary, entry, value, inWords(item, multiFields)) : value)?.trim();',
		uses: `import { inWords } from '/names.ts';`,
		why: 'A folded item would say signed instead of 已签字.',
	},
	{
		file: 'decap-cms-widget-list/dist/esm/ListControl.js',
		from: 'heading: `${items.size} ${listLabel}`',
		to: 'heading: `共${items.size}项`',
		why: 'A list would say 3 议题.',
	},
	{
		file: 'decap-cms-widget-list/dist/esm/ListControl.js',
		from: "`No ${labelField.get('name')}`",
		to: "'（还没有填）'",
		why: 'English.',
	},
	{
		file: `${core}/lib/formatters.js`,
		from: '  .toLocaleLowerCase()\n',
		to: '\n',
		why: 'The link to the published page of 2026-Q1 would lead to 2026-q1.',
	},
	{
		file: `${core}/lib/formatters.js`,
		from: 'if (!baseUrl) {',
		to: "if (!baseUrl || !entry?.get('data')) {",
		why: 'A record opened by its address would say in English that it has not been read yet.',
	},
	{
		file: `${core}/components/Editor/EditorToolbar.js`,
		from: 'if (!status) {',
		to: "if (status !== 'SUCCESS') {",
		why: 'A draft has no page of its own, but would have a button to look for one.',
	},
	{
		file: `${core}/components/Editor/Editor.js`,
		from: 'const entries = [this.props.unPublishedEntry, this.props.publishedEntry].filter(Boolean);',
		to: 'const entries = [this.props.unPublishedEntry ?? this.props.publishedEntry].filter(Boolean);',
		why: 'A draft changed back to what is published could not be saved.',
	},
	{
		file: `${core}/components/App/App.js`,
		from: 'render: props => _jsx(Editor, {\n              ...props\n            })',
		to: 'render: props => _jsx(Editor, { ...props }, props.match.url)',
		why: 'Going straight from one record to another would show the first under the name of the second.',
	},
	{
		file: `${core}/actions/editorialWorkflow.js`,
		from: "message: {\n          key: 'ui.toast.entryUpdated'\n        }",
		to: 'message: movedTo(newStatus)',
		uses: `import { movedTo } from '/phrases.ts';`,
		why: 'Whoever sent a draft to review would read that its status has changed, and not who is next.',
	},
	{
		file: `${core}/actions/mediaLibrary.js`,
		from: '`Failed to persist media: ${error}`',
		to: '`${error}`',
		why: 'English before the reason.',
	},
	// The same words twice, for one file and for several: only how far they are indented tells them apart.
	...['\n        ', '\n          '].map((indent) => ({
		file: `${core}/actions/mediaLibrary.js`,
		from: `${indent}message: \`Failed to delete media: \${error.message}\``,
		to: `${indent}message: error.message`,
		why: 'English before the reason.',
	})),
	{
		file: `${core}/components/UI/SettingsDropdown.js`,
		from: 'children: "Test Backend \\u2197"',
		to: "children: ''",
		why: 'English.',
	},
];

/** Makes the desk's changes to Decap while it is bundled. `checksConfig`: keep Decap's validator, which needs eval. */
export function patched({ checksConfig = false } = {}): Plugin {
	const left = new Set(patches);
	return {
		name: 'desk-patches',
		enforce: 'pre',
		transform(code, id) {
			const path = id.split('?')[0]!.replaceAll('\\', '/');
			if (!checksConfig && path.endsWith(`${core}/constants/configSchema.js`)) return 'export function validateConfig() {}';
			const mine = patches.filter(({ file }) => path.endsWith(`/node_modules/${file}`));
			if (mine.length === 0) return null;
			const imports = [...new Set(mine.flatMap(({ uses }) => uses ?? []))].join('\n');
			const changed = mine.reduce((text, patch) => {
				const parts = text.split(patch.from);
				if (parts.length !== 2) throw new Error(`Decap has changed: ${patch.file} has ${parts.length - 1} times “${patch.from}”.`);
				left.delete(patch);
				return parts.join(patch.to);
			}, code);
			return `${imports}\n${changed}`;
		},
		buildEnd(error) {
			if (!error && left.size > 0) throw new Error(`Decap has changed: ${[...left].map(({ file }) => file).join(', ')} not bundled.`);
		},
	};
}
