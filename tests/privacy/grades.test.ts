import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { recordsOf } from '../../src/checks/check.ts';
import { checkEntries } from '../../src/checks/index.ts';
import { privacy } from '../../src/checks/privacy.ts';
import { describe as told } from '../../src/checks/report.ts';
import { example } from '../examples.ts';
import { outcomeOf } from './texts/rates.ts';

/** What is said of a text in the body of a record that lets some pass. */
const said = (body: string, allowed: object[] = []) =>
	privacy.run(recordsOf([example('documents', { allowed }, { body })], [], { today: '2026-04-13' }));

describe('G10: the number of a thing is let be', () => {
	test.for([
		'施工许可证330106202503170101',
		'备案号 330106202503170001',
		'梯11浙A00123(25)',
		'IP 192.168.138.57',
		'SN13857146205A',
		'18600000000 分',
	])('%s', (text) => {
		expect(outcomeOf(text)).toBe('passed');
	});
});

describe('G11: what is private is found', () => {
	test.for([
		['农行6228480321564778116', 'refused'],
		['租户住在502', 'hinted'],
		['502室的老太太', 'hinted'],
		['三号楼五〇二', 'hinted'],
		['zhangsan@example.edu.cn', 'refused'],
		['护照 E12345678', 'refused'],
		['加微 abc12345', 'refused'],
	] as const)('%s is %s', ([text, outcome]) => {
		expect(outcomeOf(text)).toBe(outcome);
	});
});

test('A number in what the board says of itself is refused; its own telephone and mailbox are there to be called', () => {
	const settings = {
		name: '公开栏',
		lede: '一句话',
		url: 'https://example.org',
		operator: '某某社区',
		phone: '0000-6000101',
		email: 'board@example.org',
		corrections: '找办公室，电话0000-6000101，或3栋1202室。',
	};
	const inSettings = (more: object) =>
		privacy.run(recordsOf([], [], { settings: { ...settings, ...more } })).map(({ file, field }) => [file, field]);
	expect(inSettings({})).toEqual([]);
	expect(inSettings({ corrections: '找老王，13800138000。', banner: '手机13912345678' })).toEqual([
		['settings.json', 'corrections'],
		['settings.json', 'banner'],
	]);
});

describe('What is found', () => {
	test('is refused if it is a number, whoever would let it pass', () => {
		const [found, ...others] = said('有事打13800138000。');
		expect(others).toEqual([]);
		expect(found).toMatchObject({ field: 'body' });
		expect(found).not.toHaveProperty('kind');
		expect(found).not.toHaveProperty('confirm');
	});
	test.for([
		['a room', '3栋1202室漏水。', '3栋1202室'],
		['a room written so that it stands out', '**3栋1202室**漏水。', '3栋1202室'],
		['a room written with marks within', '3栋**1202**室漏水。', '3栋1202室'],
		['a list of households', '| 房号 | 面积 |\n|---|---|\n| 略 | 89.50 |', '房号 | 面积'],
		['what is said of somebody', '低保户刘望成患尿毒症。', '低保户刘望成患尿毒症'],
	] as const)('is asked about if it is %s, and the line that is told lets it pass', ([, body, text]) => {
		const [found, ...others] = said(body);
		expect(others).toEqual([]);
		expect(found!.confirm!.text).toBe(text);
		const [item] = parse(found!.confirm!.line) as [{ text: string; until: string }];
		expect(item).toEqual({ text, who: '', why: '', until: '2027-04-13' });
		expect(said(body, [{ ...item, who: '监事', why: '办公用房' }])).toEqual([]);
	});
	test('is asked about again if one list is let pass and another is not', () => {
		const body = '| 房号 | 面积 |\n|---|---|\n| 略 | 89.50 |\n\n| 户主 | 房号 |\n|---|---|\n| 略 | 略 |';
		const pass = { text: '房号 | 面积', who: '监事', why: '车库', until: '2026-12-31' };
		expect(said(body).map(({ confirm }) => confirm!.text)).toEqual(['房号 | 面积', '户主 | 房号']);
		expect(said(body, [pass]).map(({ confirm }) => confirm!.text)).toEqual(['户主 | 房号']);
	});
	test('is only noted if somebody is named', () => {
		expect(said('列席业主：罗望川先生、谭小雨女士').map(({ kind, confirm }) => ({ kind, confirm }))).toEqual([
			{ kind: 'note', confirm: undefined },
		]);
		const [finding] = checkEntries([example('documents', {}, { body: '列席业主：罗望川先生' })]).filter(({ check }) => check === 'privacy');
		expect(finding!.kind).toBe('note');
	});
	test('is told with the line to copy', () => {
		const [finding] = checkEntries([example('documents', {}, { body: '3栋1202室漏水。' })], [], '2026-04-13').filter(
			({ check }) => check === 'privacy',
		);
		expect(told(finding!)).toContain('- { "text": "3栋1202室", "who": "", "why": "", "until": "2027-04-13" }');
	});
});

test('Whoever lets hundreds of texts pass publishes a list', () => {
	const allowed = Array.from({ length: 201 }, (_, i) => ({ text: `3栋${1001 + i}`, who: '监事', why: '办公用房', until: '2026-12-31' }));
	expect(said('正文', allowed).map(({ field }) => field)).toContain('allowed');
});
