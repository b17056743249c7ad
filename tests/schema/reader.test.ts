import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { describe as printed } from '../../src/checks/report.ts';
import { type RecordFile, readAll, readFile } from '../../src/schema/reader.ts';
import { written } from '../examples.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const markdown = (data: object, body = '正文。') => `---\n${stringify(data)}---\n\n${body}\n`;
const meeting = (over: object = {}): RecordFile => ({
	file: 'meetings/ceshiyuan/2026-03-10-joint.md',
	bytes: bytes(markdown(written('meetings', over))),
});
const ledger = (over: object = {}): RecordFile => ({
	file: 'ledgers/ceshiyuan/2026-Q1-common-income.json',
	bytes: bytes(JSON.stringify(written('ledgers', over))),
});
const said = (file: RecordFile) => readFile(file).findings.map(printed).join('\n');

describe('A good file', () => {
	test('becomes a record with its id, community, data and body', () => {
		const { entry, findings } = readFile(meeting());
		expect(findings).toEqual([]);
		expect(entry).toMatchObject({
			id: 'meetings/ceshiyuan/2026-03-10-joint',
			collection: 'meetings',
			community: 'ceshiyuan',
			body: '正文。',
		});
		expect(entry?.data).toMatchObject({ heldOn: '2026-03-10', audience: 'web', corrections: [] });
	});
	test('may come from Windows: a byte order mark and its line ends are no matter', () => {
		const { entry, findings } = readFile({
			file: meeting().file,
			bytes: bytes(`\uFEFF${new TextDecoder().decode(meeting().bytes)}`.replaceAll('\n', '\r\n')),
		});
		expect(findings).toEqual([]);
		expect(entry?.body).toBe('正文。');
	});
});

describe('What is wrong is said in Chinese, with file, field, line and what to do', () => {
	test('a day that does not exist', () => {
		expect(said(meeting({ heldOn: '2026-02-30' }))).toMatchInlineSnapshot(`
			"【要改】meetings/ceshiyuan/2026-03-10-joint.md:6 → heldOn
			  “开会日期”写的是“2026-02-30”，没有这一天，或者不是日期的写法。
			  写成 2026-03-10 这样的日期。（哪天开的。表决延续几天的，写最后一天。）
			  为什么：docs/checks/shape.md"
		`);
	});
	test('an option that was meant by its Chinese word', () => {
		expect(said(meeting({ form: '联席会议' }))).toContain('改成“joint”（联席会议）');
	});
	test('a misspelt option', () => {
		expect(said(meeting({ form: 'jiont' }))).toContain('改成“joint”');
	});
	test('an unknown field, with the nearest right name', () => {
		expect(said(meeting({ helOn: '2026-03-10' }))).toContain('没有叫“helOn”的字段。\n  是不是“heldOn”？');
	});
	test('a field inside a list, counted from 1', () => {
		const agenda = [{ title: '甲', decision: '乙', outcome: 'passed', owmer: '丙' }];
		expect(said(meeting({ agenda }))).toContain('agenda[1].owmer');
	});
	test('a missing field', () => {
		const { place: _, ...rest } = written('meetings');
		expect(said({ ...meeting(), bytes: bytes(markdown(rest)) })).toContain('“地点”没有写。');
	});
	test('an amount that was not quoted, with the quoted form', () => {
		const text = new TextDecoder().decode(ledger().bytes).replace('"opening":"100.00"', '"opening":100.00');
		expect(said({ ...ledger(), bytes: bytes(text) })).toContain('写成 "100.00"');
	});
	test('an amount with commas and 元, with the plain form', () => {
		expect(said(ledger({ opening: '12,800元' }))).toContain('写成 "12800.00"');
	});
	test('a field written twice', () => {
		const text = new TextDecoder().decode(meeting().bytes).replace('form: joint', 'form: joint\nform: bench');
		expect(said({ ...meeting(), bytes: bytes(text) })).toContain('同一个字段写了两遍');
	});
	test('a key written twice in JSON', () => {
		const text = new TextDecoder().decode(ledger().bytes).replace('"opening":', '"opening":"1.00","opening":');
		expect(said({ ...ledger(), bytes: bytes(text) })).toContain('同一个字段写了两遍');
	});
	test('broken JSON, with its line', () => {
		expect(said({ ...ledger(), bytes: bytes('{\n  "fund": "maintenance"\n  "period": 1\n}') })).toContain('第3行不是合法的 JSON');
	});
	test('front matter that was forgotten', () => {
		expect(said({ ...meeting(), bytes: bytes('今天开会。') })).toContain('文件开头没有用两行 --- 围起来的字段');
	});
	test('GBK instead of UTF-8', () => {
		expect(said({ ...meeting(), bytes: new Uint8Array([0xbb, 0xe1, 0xd2, 0xe9]) })).toContain('不是 UTF-8 编码');
	});
	test('a null character', () => {
		expect(said({ ...meeting(), bytes: bytes('---\ntitle: a\0b\n---\n') })).toContain('空字符');
	});
	test('a file of more than 2 MB', () => {
		expect(said({ ...meeting(), bytes: new Uint8Array(2 * 1024 * 1024 + 1) })).toContain('文件超过 2 MB');
	});
	test('a symlink', () => {
		expect(said({ ...meeting(), refused: 'symlink' })).toContain('符号链接');
	});
	test('a bomb of aliases', () => {
		expect(said({ ...meeting(), bytes: bytes('---\na: &a [1]\nb: *a\n---\n') })).toContain('别名');
	});
	test.for([
		['meeting/ceshiyuan/a.md', '是不是“meetings”？'],
		['meetings/ceshiyuan/a.json', '以 .md 结尾'],
		['meetings/a.md', '放深了或放浅了'],
		['cases/ceshiyuan/a.md', '放深了或放浅了'],
		['meetings/ceshiyuan/三月.md', '有不能用的字符'],
		['meetings/../a.md', '有不能用的字符'],
		['uploads/ceshiyuan/扫描件.pdf', '应放在 uploads/小区/年份/'],
		['notes.txt', '没有这个栏目'],
	] as const)('a file in the wrong place: %s', ([file, problem]) => {
		expect(said({ file, bytes: bytes('') })).toContain(problem);
	});
});

describe('All files together', () => {
	const settings = {
		file: 'settings.json',
		bytes: bytes(
			JSON.stringify({ name: '公开栏', lede: '一句话', url: 'https://example.org', operator: '社区', corrections: '一个工作日内答复' }),
		),
	};
	test('every bad one is named in one run', () => {
		const { findings } = readAll([settings, meeting({ heldOn: 'x' }), ledger({ fund: 'x' })]);
		expect(findings.map((f) => f.file)).toEqual([meeting().file, ledger().file]);
	});
	test('names that differ only in case are refused', () => {
		const { entries, findings } = readAll([settings, meeting(), { ...meeting(), file: 'meetings/ceshiyuan/2026-03-10-Joint.md' }]);
		expect(entries).toHaveLength(1);
		expect(findings.map((f) => f.check)).toEqual(['twins']);
	});
	test('a record without settings says so', () => {
		expect(readAll([meeting()]).findings.map((f) => f.file)).toEqual(['settings.json']);
	});
});
