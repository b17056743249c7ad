import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { merged, movedTo, phrases } from '../../../cms/app/phrases.ts';

type Phrases = { [name: string]: string | Phrases };

/** Decap's phrases of a language; its files are modules that only a bundler takes for one. */
async function decaps(language: string): Promise<Phrases> {
	const text = readFileSync(`node_modules/decap-cms-locales/dist/esm/${language}/index.js`, 'utf8');
	return (await import(`data:text/javascript,${encodeURIComponent(text)}`)).default;
}

const flat = (said: Phrases, path = ''): [string, string][] =>
	Object.entries(said).flatMap(([name, part]) =>
		typeof part === 'string' ? [[path + name, part] as [string, string]] : flat(part, `${path}${name}.`),
	);

/** What no clerk meets: other ways to log in, a second language for one record, and an editor that rewrites a text. */
const NEVER_MET = /^(?:auth\.loginWith|auth\.errors\.identity|editor\.editorControlPane\.i18n\.|editor\.editorWidgets\.markdown\.)/;

/** A key of the keyboard, a measure of files. */
const FOREIGN = ['editor.editorNotesPane.shortcut', 'mediaLibrary.mediaLibrary.fileTooLarge'];

test('Every phrase that Decap says in English is said in Chinese', async () => {
	const english = flat(await decaps('en'));
	const chinese = new Map(flat(merged(await decaps('zh_Hans'), phrases)));
	expect(english.length).toBeGreaterThan(200);
	const left = english.filter(([name, said]) => {
		if (NEVER_MET.test(name)) return false;
		const ours = chinese.get(name);
		const isOnlyASign = /^(?:%\{\w+\}|[^A-Za-z]|\s)*$/.test(said);
		return ours === undefined || (!isOnlyASign && !/\p{Script=Han}|^ $|^Markdown$|^(?:%\{\w+\}|，|\s)+$/u.test(ours));
	});
	expect(left).toEqual([]);
});

test('No phrase that a clerk meets has a word of English in it', async () => {
	const met = flat(merged(await decaps('zh_Hans'), phrases)).filter(([name]) => !NEVER_MET.test(name));
	const english = met.filter(([name, said]) => /[A-Za-z]{2,}/.test(said.replace(/%\{\w+\}/g, '')) && !FOREIGN.includes(name));
	expect(english).toEqual([]);
});

test('A phrase of ours has its place in Decap, or it would never be said', async () => {
	const known = new Set(flat(await decaps('en')).map(([name]) => name));
	expect(
		flat(phrases)
			.map(([name]) => name)
			.filter((name) => !known.has(name)),
	).toEqual([]);
});

test('A phrase of ours names the same figures and words as Decap’s', async () => {
	const english = new Map(flat(await decaps('en')));
	const named = (said: string) => new Set([...said.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name));
	for (const [name, said] of flat(phrases)) {
		const theirs = named(english.get(name)!);
		for (const word of named(said)) expect(theirs.has(word), `${name}: ${word}`).toBe(true);
	}
});

test('Whoever moves a draft reads what comes next', () => {
	expect(['draft', 'pending_review', 'pending_publish'].map(movedTo)).toEqual([
		'已改回草稿',
		'已送审，等审核员看',
		'已设为“待发布”，再点“发布”',
	]);
});
