import { DecapCmsCore } from 'decap-cms-core';
import { en, zh_Hans } from 'decap-cms-locales';
import type { Map as ImmutableMap } from 'immutable';
import { type DecapConfig, formatOf } from '../../src/derive/decap.ts';
import { deserialise, kindOf, serialise } from '../../src/derive/serialise.ts';
import { slugFields } from '../../src/derive/slug.ts';
import { type CollectionName, collectionNames } from '../../src/schema/index.ts';
import type { Me } from '../protocol.ts';
import { ask, DeskBackend, Refused } from './backend.ts';
import { slipsIn, told } from './complete.ts';
import './desk.css';
import './dialog.css';
import { fileOf } from './draft.ts';
import { merged, phrases } from './phrases.ts';
import { PagePreview, previewStyle } from './preview.tsx';
import { widgets } from './widgets/index.ts';

type Map = ImmutableMap<string, unknown>;

/** Decap's registry; its types lag behind what it takes. */
// biome-ignore lint/suspicious/noExplicitAny: see above
const CMS = DecapCmsCore as any;

function open(who: Me, config: DecapConfig): void {
	// The login page has asked already: Decap finds the account where it keeps its own.
	localStorage.setItem('decap-cms-user', JSON.stringify({ backendName: 'desk', ...who }));
	// Half a phone is too little for a form.
	if (window.innerWidth < 800) localStorage.setItem('cms.right-pane', 'none');
	CMS.registerBackend('desk', DeskBackend);
	CMS.registerWidget(widgets);
	CMS.registerLocale('en', en);
	CMS.registerLocale('zh_Hans', merged(zh_Hans as never, phrases));
	for (const name of [...collectionNames, 'settings'] as const) CMS.registerCustomFormat(formatOf(name), kindOf(name).format, format(name));
	CMS.registerPreviewStyle('/admin/site.css');
	CMS.registerPreviewStyle(previewStyle, { raw: true });
	for (const { name } of config.collections) CMS.registerPreviewTemplate(name, PagePreview);
	const collections = new globalThis.Map(config.collections.map((collection) => [collection.name, collection]));
	CMS.registerEventListener({
		name: 'preSave',
		handler: ({ entry }: { entry: Map }) => expectRight(collections.get(String(entry.get('collection'))), entry),
	});
	CMS.init({ config });
	void sayWaiting();
}

/** Says beside the link how many records one person took down and nobody else has looked at. */
async function sayWaiting(): Promise<void> {
	const { waiting } = await ask<{ waiting: unknown[] }>('/admin/api/v1', { action: 'takenDown' });
	if (waiting.length > 0) document.querySelector('.desk-taken-down')?.append(`（${waiting.length} 条待复看）`);
}

/** How the files of a kind are read into a form and written from it. */
function format(name: CollectionName | 'settings') {
	const kind = kindOf(name);
	return {
		fromFile(text: string) {
			const { data, body } = deserialise(kind, text);
			return { ...data, ...(body ? { body } : {}) };
		},
		toFile({ body, ...data }: Record<string, unknown>) {
			return serialise(kind, data, typeof body === 'string' ? body : '');
		},
	};
}

/** Throws what is wrong with a record in the words of its form; what is not written yet is no matter in a draft. */
function expectRight(collection: DecapConfig['collections'][number] | undefined, entry: Map): void {
	if (!collection) return;
	const { collection: kind } = collection.desk;
	const data = entry.get('data') as Map;
	if (entry.get('newRecord') && kind !== 'settings') {
		const unnamed = slugFields[kind].filter((name) => !data.get(name));
		const labels = unnamed.map((name) => `“${collection.fields?.find((field) => field.name === name)?.label}”`);
		if (labels.length > 0) throw new Refused(`先填${labels.join('和')}：网址由它们组成，存下以后不能改。`, 422);
	}
	const file = fileOf(asMap(collection), entry);
	const slips = file ? slipsIn(file.path, file.raw) : [];
	if (slips.length > 0) throw new Refused([`没有保存，有 ${slips.length} 处要改：`, ...slips.slice(0, 6).map(told)].join('\n'), 422);
}

/** As much of a map as `fileOf` asks for. */
const asMap = (collection: object): Map =>
	({
		get: (name: string) => (collection as Record<string, unknown>)[name],
		getIn: (path: string[]) => path.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], collection),
	}) as unknown as Map;

try {
	const me = await fetch('/admin/api/me', { credentials: 'same-origin' });
	if (me.ok) open(await me.json(), await ask<DecapConfig>('/admin/api/config'));
	else window.location.replace('/admin/login');
} catch (error) {
	console.error(error);
	document.querySelector('.desk-opening')?.append('没有打开，请刷新再试；还不行，请告诉管理员。');
}
