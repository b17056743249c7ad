import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { boardAt } from '../../scripts/lib/board.ts';
import { findingsAt, slipsTold } from '../../scripts/lib/gate.ts';
import { mainOf } from '../../scripts/lib/git.ts';
import { seed } from '../../scripts/lib/seed.ts';
import { seenAt, seenUnder } from '../../scripts/lib/seen.ts';
import { checkEntries } from '../../src/checks/index.ts';
import type { Seen } from '../../src/privacy/attachments/seen.ts';
import type { Entry } from '../../src/schema/index.ts';
import { settings as settingsSchema } from '../../src/schema/settings.ts';
import { fileOf, write, writeSmallContent } from '../commands/small-content.ts';
import { example, whole } from '../examples.ts';
import { docx, pdf, xlsx } from './files.ts';

const FILE = 'uploads/ceshiyuan/2026/paper.pdf';
const settings = settingsSchema.parse({
	name: '测试栏',
	lede: '只为测试。',
	url: 'https://board.example',
	operator: '测试居委会',
	phone: '0571-87000000',
	corrections: '请打电话。',
});
const nothing: Seen = { kind: 'pdf', data: [], unread: [] };
const datum = (what: string, text: string): Seen => ({ ...nothing, data: [{ what, text, key: text.replace(/\D/g, ''), where: '第1页' }] });

/** What the checks say of a whole board in which one record and what is seen in its upload are so, on a day. */
const said = (record: Entry, seen: Seen = nothing, today = '2026-04-13') =>
	checkEntries([...whole().filter(({ id }) => id !== record.id), record], [FILE], undefined, {
		seen: new Map([[FILE, seen]]),
		settings,
		today,
	})
		.filter(({ kind }) => kind === 'slip')
		.map(({ check, field }) => `${check} ${field}`.trim());
const document = (over: object = {}) => example('documents', { file: `/${FILE}`, ...over });
const pass = { text: '13800138000', who: '管账委员', why: '凭证编号', until: '2026-06-30' };

describe('A document that is published with a record', () => {
	test.for<[string, string[], Entry, Seen]>([
		['with nobody’s number in it is let in', [], document(), nothing],
		['with a mobile number is not', ['attachments 第1页'], document(), datum('手机号', '13800138000')],
		['with an office’s line is', [], document(), datum('固定电话', '0571-87000000')],
		['with a line nobody knows is not', ['attachments 第1页'], document(), datum('固定电话', '0571-86000000')],
		['that wants a password is not', ['attachments'], document(), { ...nothing, trouble: 'locked' }],
		['that was let pass is', [], document({ allowed: [pass] }), datum('手机号', '138 0013 8000')],
		[
			'of which only another text was let pass is not',
			['attachments 第1页'],
			document({ allowed: [pass] }),
			datum('手机号', '13900139000'),
		],
		['that is a scan is not', ['scans file'], document(), { ...nothing, unread: ['第1页'] }],
		[
			'that is a scan somebody else has looked at is',
			[],
			document({ sources: [{ title: '签字页', file: `/${FILE}`, seenBy: '监事 2026-04-12' }] }),
			{ ...nothing, unread: ['第1页'] },
		],
		[
			'that is a scan in a source is not',
			['scans sources[1].file'],
			example('documents', { sources: [{ title: '签字页', file: `/${FILE}` }] }),
			{ ...nothing, unread: ['第1页', '第2页', '第3页', '第4页'] },
		],
		[
			'that is a photograph of a posting is let in',
			[],
			example('notices', { postings: [{ place: '东门', from: '2026-03-10', photo: `/${FILE}` }] }),
			{ kind: 'picture', data: [], unread: ['图片'] },
		],
	])('%s', ([, expected, record, seen]) => {
		expect(said(record, seen)).toEqual(expected);
	});
	test('is not let pass a day longer than was written', () => {
		const record = document({ allowed: [pass] });
		expect(said(record, datum('手机号', '13800138000'), '2026-06-30')).toEqual([]);
		expect(said(record, datum('手机号', '13800138000'), '2026-07-01')).toEqual(['privacy allowed[1].text', 'attachments 第1页']);
	});
});

describe('A line in a record', () => {
	test.for([
		['the board’s own', '电话0571-87000000', []],
		['with an extension', '电话0571-87000000-801', []],
		['without its area code', '电话87000000', []],
		['nobody’s', '电话0571-86000000', ['privacy summary']],
		['one everybody knows', '请打12345或110，燃气96777，400-800-1234', []],
	] as const)('%s', ([, summary, expected]) => {
		expect(said(example('documents', { summary }))).toEqual(expected);
	});
	test('is an office’s if a community names it', () => {
		const community = whole().find(({ collection }) => collection === 'communities')! as Entry & { collection: 'communities' };
		const named = { ...community, data: { ...community.data, channels: [{ name: '急修', value: '0571-86000000' }] } } as Entry;
		const found = checkEntries(
			[...whole().filter(({ id }) => id !== community.id), named, example('documents', { summary: '电话0571-86000000' })],
			[],
			undefined,
			{ settings },
		);
		expect(found.filter(({ check }) => check === 'privacy')).toEqual([]);
	});
});

describe('In a record', () => {
	test.for<[string, Entry, string]>([
		['a number in the name of the file', example('documents', {}, { slug: 'list-13800138000' }), 'privacy'],
		[
			'a card under its head',
			example(
				'documents',
				{},
				{ body: '| 户名 | 银行账号 |\n|---|---|\n| 某公司一二三四五六七八九十一二三四五六七八九十 | 4111111111111111 |' },
			),
			'privacy body',
		],
		['a number in a list', example('notices', { channels: [{ kind: '电话', detail: '138 0013 8000' }] }), 'privacy channels[1].detail'],
		['a household in the text', example('documents', {}, { body: '3栋1202室漏水。' }), 'privacy body'],
	])('%s is found', ([, record, expected]) => {
		expect(said(record)).toEqual([expected]);
	});
});

describe('The gate', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'uploads-'));
		writeSmallContent(join(folder, 'content'));
		const { file, text } = fileOf('documents', { file: `/${FILE.replace('.pdf', '.xlsx')}` });
		write(join(folder, 'content'), file, text);
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	const slips = async (bytes: Uint8Array) => {
		const content = join(folder, 'content');
		write(content, FILE.replace('.pdf', '.xlsx'), bytes as unknown as string);
		const { record } = boardAt(join(folder, 'board'));
		seed(record, content, Date.parse('2026-04-13T08:00:00+08:00'));
		// What was seen once is remembered, and is the same.
		const told = async () => slipsTold(await findingsAt(record, mainOf(record)!, null));
		const [first, second] = [await told(), await told()];
		expect(second).toBe(first);
		return first;
	};

	test('lets a clean sheet in', async () => {
		expect(
			await slips(
				xlsx([
					{
						name: '收支',
						rows: [
							['项目', '金额'],
							['月租', 150],
						],
					},
				]),
			),
		).toBeNull();
	});
	test('does not let in a sheet with a list of owners hidden in it', async () => {
		const bytes = xlsx([
			{
				name: '收支',
				rows: [
					['项目', '金额'],
					['月租', 150],
				],
			},
			{ name: '名册', state: 'hidden', rows: [['业主', '13800138000']] },
		]);
		expect(await slips(bytes)).toMatch(/uploads\/ceshiyuan\/2026\/paper\.xlsx → 隐藏的工作表“名册”\n {2}里面像是有手机号：“138…00”。/);
	});
	test('remembers what it looked at and kept nothing of, and of a name only where it stands', async () => {
		const text = '业主：罗望川在会上发言。';
		expect(await slips(xlsx([{ name: '纪要', rows: [['内容'], [text]] }]))).toBeNull();
		const { record } = boardAt(join(folder, 'board'));
		const file = join(record, 'board-attachments.sqlite');
		const db = new DatabaseSync(file, { readOnly: true });
		const kept = db.prepare('select said from seen').all();
		db.close();
		expect(kept).toHaveLength(1);
		expect(readFileSync(file).includes('罗望川')).toBe(false);
		const again = await seenAt(record, mainOf(record)!);
		expect([...again.values()].flatMap(({ data }) => data.map(({ what, where }) => `${what} ${where}`))).toContain('姓名 工作表“纪要”');
	});
	test('G7: keeps nothing of a file that is refused', async () => {
		await slips(xlsx([{ name: '名册', rows: [['业主', '13800138000']] }]));
		await slips(docx(['<a>'.repeat(300)]));
		const { record } = boardAt(join(folder, 'board'));
		const db = new DatabaseSync(join(record, 'board-attachments.sqlite'), { readOnly: true });
		expect(db.prepare('select said from seen').all()).toEqual([]);
		db.close();
	});
	test('does not let in a scan nobody else has looked at', async () => {
		expect(await slips(pdf({ picture: true }))).toMatch(/第1页机器读不出字/);
	});
	test('sees the same in a folder', async () => {
		const content = join(folder, 'content');
		write(content, FILE, pdf({ picture: true }) as unknown as string);
		expect((await seenUnder(content)).get(FILE)).toEqual({ kind: 'pdf', data: [], unread: ['第1页'] });
	});
});
