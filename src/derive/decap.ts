import type { Day } from '../basics/days.ts';
import { type CollectionName, collectionNames, collections } from '../schema/index.ts';
import { settings } from '../schema/settings.ts';
import { type DecapField, fieldsOf } from './decap-fields.ts';
import { slugFields } from './slug.ts';

/** What the form of a board depends on besides the schemas. */
export interface Desk {
	/** in the order they are shown */
	communities: readonly { id: string; name: string }[];
	/** `http://localhost:4322` */
	origin: string;
	/** where the board is read, for the link to it; the desk itself when absent */
	site?: string;
	/** uploads go into the folder of its year */
	today: Day;
	/** may change the board's settings, the communities, cases, statistics and rules; true when absent */
	mayEditSite?: boolean;
	/** may publish what others wrote; true when absent */
	mayPublish?: boolean;
}

/** One collection as Decap CMS wants it. `desk`: what our own widgets need to know of it. */
export interface DecapCollection {
	name: string;
	label: string;
	label_singular?: string;
	description?: string;
	folder?: string;
	files?: { name: string; label: string; file: string; fields: DecapField[] }[];
	fields?: DecapField[];
	desk: { collection: CollectionName | 'settings'; community?: string };
	[option: string]: unknown;
}

export interface DecapConfig {
	collections: DecapCollection[];
	[option: string]: unknown;
}

/** Decap's whole configuration, from the schemas. One collection for each community and kind of record; nothing in it is English that a clerk reads. */
export function decapConfig({ communities, origin, site = origin, today, mayEditSite = true, mayPublish = true }: Desk): DecapConfig {
	const names = (of: 'community' | 'site') =>
		collectionNames.filter((name) => collections[name].of === of || collections[name].of === 'either');
	return {
		backend: { name: 'desk', branch: 'main', proxy_url: '/admin/api/v1', commit_messages: commitMessages },
		load_config_file: false,
		publish_mode: 'editorial_workflow',
		locale: 'zh_Hans',
		site_url: site,
		display_url: site,
		logo: { src: '/admin/logo.svg', show_in_header: true },
		show_preview_links: true,
		media_folder: `uploads/site/${today.slice(0, 4)}`,
		public_folder: `/uploads/site/${today.slice(0, 4)}`,
		slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
		editor: { preview: true },
		collections: [
			...communities.flatMap((community) => names('community').map((name) => collectionFor(name, today, community))),
			...(mayEditSite ? [...names('site').map((name) => collectionFor(name, today)), settingsForm()] : []),
		].map((collection) => ({ ...collection, publish: mayPublish })),
	};
}

/** The collection's name for Decap and for the names of drafts: `meetings-jinguiyuan`, `cases`. */
export const deskName = (collection: string, community?: string): string => (community ? `${collection}-${community}` : collection);

/** The name under which our own way to write a collection's files is known to Decap. */
export const formatOf = (collection: string): string => `record-${collection}`;

const commitMessages = {
	create: '新写{{collection}} {{slug}}',
	update: '修改{{collection}} {{slug}}',
	delete: '删除{{collection}} {{slug}}',
	uploadMedia: '上传 {{path}}',
	deleteMedia: '删除附件 {{path}}',
};

/** What a record is called in a list of its kind. */
const summaries: Readonly<Record<CollectionName, string>> = {
	notices: '{{postedOn}} {{kind}}：{{title}}',
	meetings: '{{heldOn}} {{title}}',
	ledgers: '{{period}} {{fund}}',
	bodies: '{{name}}（{{kind}}）',
	documents: '{{title}}（{{kind}}，{{status}}）',
	cases: '{{title}}',
	statistics: '{{title}}',
	communities: '{{name}}',
	matters: '{{raisedOn}} {{title}}（{{state}}）',
	requests: '{{period}} 诉求月报',
	assessments: '{{heldOn}} {{title}}',
	commitments: '{{title}}',
	schedules: '{{title}}',
	rulepacks: '{{title}}（{{area}}）',
};

/** Minutes, notices and the like: what the text below the fields is. */
const bodyHints: Partial<Record<CollectionName, string>> = {
	meetings: '纪要的正文，按议题写。',
	notices: '贴出来的正文。',
	documents: '文件的正文。',
	matters: '这件事的来龙去脉，两三段。',
	cases: '案例的正文。',
};

/** The marks of `docs/text.md` in a line. Decap reads its hints as Markdown, so what is a mark to it stands behind a backslash. */
const marks =
	'写什么显示什么，可以从 Word、Excel 粘贴。标题：“# 标题”；粗体：“\\*\\*字\\*\\*”；一条一条：“- 甲”或“1. 甲”。记号后面空一格。右边就是居民看到的页面。';

function collectionFor(name: CollectionName, today: Day, community?: { id: string; name: string }): DecapCollection {
	const { title, one, format, schema } = collections[name];
	const folder = community ? `${name}/${community.id}` : name;
	const uploads = `/uploads/${community?.id ?? 'site'}/${today.slice(0, 4)}`;
	const fields = withBody(fieldsOf(schema), format === 'md' ? `${bodyHints[name] ?? '正文。'}${marks}` : null);
	const titled = fields.find((field) => field.name === 'title' || field.name === 'name');
	const day =
		fields.find(({ widget, required }) => widget === 'day' && required !== false) ?? fields.find((field) => field.name === 'period');
	const kind = fields.find(({ widget, required, multiple }) => widget === 'select' && required !== false && !multiple);
	return {
		name: deskName(name, community?.id),
		label: community ? `${community.name} · ${title}` : title,
		label_singular: one,
		folder,
		// The published record's own page.
		preview_path: `${folder}/{{slug}}/`,
		desk: { collection: name, ...(community ? { community: community.id } : {}) },
		// A community comes with its folders and its people: the administrator's work.
		create: name !== 'communities',
		// Nothing published is taken away in silence: a record is withdrawn, and says why.
		delete: false,
		extension: format,
		format: formatOf(name),
		identifier_field: titled?.name ?? fields[0]!.name,
		slug: slugFields[name].map((field) => `{{${field}}}`).join('-') || '{{year}}-{{month}}-{{day}}',
		summary: summaries[name],
		sortable_fields: [
			day ? { field: day.name, label: day.label, default_sort: 'desc' } : null,
			titled ? { field: titled.name, label: titled.label } : null,
		].filter(Boolean),
		...(day ? { view_groups: [{ label: '年份', field: day.name, pattern: '^\\d{4}' }] } : {}),
		...(kind?.options
			? { view_filters: kind.options.map(({ value, label }) => ({ label, field: kind.name, pattern: `^${value}$` })) }
			: {}),
		media_folder: uploads,
		public_folder: uploads,
		fields,
	};
}

/** The text stands after the record's own fields and before those every record has. */
function withBody(fields: readonly DecapField[], hint: string | null): DecapField[] {
	if (hint === null) return [...fields];
	const at = fields.findIndex(({ name }) => name === 'publishedOn');
	const body: DecapField = { name: 'body', label: '正文', hint, widget: 'body', required: false };
	return [...fields.slice(0, at), body, ...fields.slice(at)];
}

const settingsForm = (): DecapCollection => ({
	name: 'settings',
	label: '公开栏设置',
	desk: { collection: 'settings' },
	format: formatOf('settings'),
	delete: false,
	editor: { preview: false },
	files: [{ name: 'settings', label: '公开栏设置', file: 'settings.json', fields: fieldsOf(settings) }],
});
