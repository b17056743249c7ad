import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DecapCollection, decapConfig } from '../../src/derive/decap.ts';
import type { DecapField } from '../../src/derive/decap-fields.ts';
import { toJsonSchema } from '../../src/derive/json-schema.ts';
import { slugOf } from '../../src/derive/slug.ts';
import { collectionNames, collections } from '../../src/schema/index.ts';
import { decapValidator } from './decap-validator.ts';

const config = decapConfig({
	communities: [
		{ id: 'jinguiyuan', name: '金桂苑' },
		{ id: 'wangxi', name: '望溪' },
	],
	origin: 'http://localhost:4322',
	today: '2026-04-13',
});
const collection = (name: string) => config.collections.find((c) => c.name === name)!;
const field = (c: DecapCollection, path: string) =>
	path.split('.').reduce<DecapField | undefined>((at, name) => (at?.fields ?? c.fields)?.find((f) => f.name === name), undefined)!;

describe('Decap’s own validator', () => {
	let decap: Awaited<ReturnType<typeof decapValidator>>;
	beforeAll(async () => {
		decap = await decapValidator();
	});
	afterAll(() => decap.end());

	test('finds nothing in the whole configuration', () => {
		expect(decap.errorsIn(config)).toBe('');
	});

	test('would find an option without its word', () => {
		const [first, ...rest] = config.collections;
		const broken = { ...first, fields: [{ name: 'kind', label: '类别', widget: 'select', options: [{ value: 'a' }] }] };
		expect(decap.errorsIn({ ...config, collections: [broken, ...rest] })).toContain('label');
	});
});

test('There is one form for each kind of record of each community, then those of the whole board', () => {
	expect(config.collections.map(({ label }) => label)).toEqual([
		...['金桂苑', '望溪'].flatMap((name) =>
			['公示公告', '会议纪要', '资金账', '事项', '组织名册', '制度文件', '诉求办理', '考核', '服务承诺', '日程'].map(
				(title) => `${name} · ${title}`,
			),
		),
		'制度文件',
		'案例',
		'统计',
		'小区',
		'规则包',
		'公开栏设置',
	]);
	expect(collection('meetings-jinguiyuan').folder).toBe('meetings/jinguiyuan');
	expect(collection('documents').folder).toBe('documents');
});

test('An account for communities only is not offered the whole board’s records', () => {
	const { collections: offered } = decapConfig({
		communities: [{ id: 'wangxi', name: '望溪' }],
		origin: '',
		today: '2026-04-13',
		mayEditSite: false,
	});
	expect(offered.map(({ name }) => name)).toEqual([
		'notices-wangxi',
		'meetings-wangxi',
		'ledgers-wangxi',
		'matters-wangxi',
		'bodies-wangxi',
		'documents-wangxi',
		'requests-wangxi',
		'assessments-wangxi',
		'commitments-wangxi',
		'schedules-wangxi',
	]);
});

const everyField = (fields: readonly DecapField[] = [], path = ''): [string, DecapField][] =>
	fields.flatMap((f) => [[path + f.name, f] as [string, DecapField], ...everyField(f.fields, `${path}${f.name}.`)]);

describe.each(config.collections.map((c) => [c.label, c] as const))('%s', (_, c) => {
	const fields = everyField(c.fields ?? c.files?.[0]?.fields);

	test('says everything in Chinese', () => {
		for (const [path, f] of fields) {
			expect(f.label, path).toMatch(/\p{Script=Han}/u);
			if (f.widget !== 'hidden') expect(f.hint, path).toMatch(/[。]$/);
			for (const { label } of f.options ?? []) expect(label, path).toMatch(/\p{Script=Han}/u);
			if (f.pattern) expect(f.pattern[1], path).toMatch(/\p{Script=Han}/u);
			if (f.widget === 'list') expect(f.summary, path).toBeTruthy();
		}
	});

	test('asks for every field of the schema and no other', () => {
		if (c.desk.collection === 'settings') return;
		const asked = c.fields!.map(({ name }) => name).filter((name) => name !== 'body');
		expect(asked).toEqual(Object.keys(collections[c.desk.collection].schema.shape));
		for (const [path, f] of fields)
			for (const name of fieldsNamedIn(f.summary))
				expect(
					f.fields?.some((part) => part.name === name),
					path,
				).toBe(true);
	});
});

const fieldsNamedIn = (summary = ''): string[] => [...summary.matchAll(/\{\{fields\.(\w+)\}\}/g)].map(([, name]) => name!);

describe('A field of the schema', () => {
	const meetings = collection('meetings-jinguiyuan');
	const ledgers = collection('ledgers-jinguiyuan');

	test.for([
		['heldOn', { widget: 'day' }],
		['startsAt', { widget: 'time', required: false }],
		['bodies', { widget: 'ref', multiple: true, min: 1 }],
		['formerly', { widget: 'lines', required: false }],
		['form', { widget: 'select' }],
		['agenda.decision', { widget: 'text' }],
		['agenda.vote', { widget: 'group', required: false }],
		['agenda.ownersVote.total', { widget: 'object' }],
		['agenda.ownersVote.total.area', { widget: 'area' }],
		['agenda.vote.for', { widget: 'number', value_type: 'int', min: 0 }],
		['publishedOn', { widget: 'hidden' }],
		['audience', { default: 'web', required: false }],
	] as const)('%s of minutes is edited as it should be', ([path, expected]) => {
		expect(field(meetings, path)).toMatchObject(expected);
	});

	test('that is optional says so, and one that is required says nothing', () => {
		expect(field(meetings, 'title').required).toBeUndefined();
		expect(field(meetings, 'chair').required).toBe(false);
	});

	test('shows what an entry of a ledger is while it is folded', () => {
		expect(field(ledgers, 'entries').summary).toBe('{{fields.on}} {{fields.purpose}} {{fields.amount}}');
		expect(field(meetings, 'agenda').summary).toBe('{{fields.title}}');
	});

	test('refuses a line that is too long in words that say how long it may be', () => {
		const [pattern, words] = field(meetings, 'title').pattern!;
		expect(new RegExp(pattern).test('4月联席会议：定了三项')).toBe(true);
		expect(new RegExp(pattern).test('长'.repeat(201))).toBe(false);
		expect(words).toBe('写一行看得见的字，不超过200字');
	});

	test('G9: a line with a sign nobody sees is refused by the form, and by the JSON Schema that other programs read', () => {
		const [pattern] = field(meetings, 'title').pattern!;
		const schema = toJsonSchema(collections.meetings.schema) as { properties: Record<string, { pattern: string }> };
		for (const expression of [pattern, schema.properties.title!.pattern]) {
			expect(new RegExp(expression).test('4月联席会议：定了三项')).toBe(true);
			for (const sign of ['\u200B', '\u202E', '\u0007', '\u2028', '\uFEFF']) {
				expect(new RegExp(expression).test(`4月${sign}会议`)).toBe(false);
				expect(new RegExp(expression, 'u').test(`4月${sign}会议`)).toBe(false);
			}
		}
	});
});

describe('A new record is named', () => {
	test.for([
		['meetings', { heldOn: '2026-03-10', form: 'joint' }, '2026-03-10-joint'],
		['meetings', { form: 'joint' }, '2026-04-13-joint'],
		['ledgers', { period: '2026-Q1', fund: 'commonIncome' }, '2026-Q1-common-income'],
		['bodies', { kind: 'ownersCommittee' }, 'owners-committee'],
		['cases', { practices: ['jointMeeting', 'grid'] }, 'joint-meeting'],
		['statistics', {}, 'statistic-2026-04-13'],
		['notices', { postedOn: '2026-02-30/../x', topic: '资金' }, '2026-02-30x'],
	] as const)('%s %j → %s', ([name, data, expected]) => {
		expect(slugOf(name, data, '2026-04-13')).toBe(expected);
	});

	test('with nothing but letters, digits and hyphens', () => {
		for (const name of collectionNames) expect(slugOf(name, {}, '2026-04-13')).toMatch(/^[A-Za-z0-9][A-Za-z0-9-]*$/);
	});
});
