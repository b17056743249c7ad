import { expect, test } from 'vitest';
import type { z } from 'zod';
import { collections } from '../../src/schema/index.ts';
import { explain, sayHidden } from '../../src/schema/messages.ts';

const problemOf = (text: string, kind: 'line' | 'lines') => sayHidden('“标题”', text, kind)?.problem ?? null;

test.for([
	['\u200B', '“标题”的第1个字是零宽空格 U+200B。'],
	['业主\u202E大会', '“标题”的第3个字（“业主”后面）是改变文字方向的符号 U+202E。'],
	['业主\u0007', '“标题”的第3个字（“业主”后面）是控制符 U+0007。'],
	['业主\u2028大会', '“标题”的第3个字（“业主”后面）是换行 U+2028。'],
	['𠮷\uFEFF', '“标题”的第2个字（“𠮷”后面）是看不见的符号 U+FEFF。'],
	['中\u200E文', '“标题”的第2个字（“中”后面）是改变文字方向的符号 U+200E。'],
	['👨‍👩‍👧 业主', null],
	['خەۋەر\u200Cچە\u200F (1)', null],
] as const)('G9: in a line, %j is named with its place', ([text, expected]) => {
	expect(problemOf(text, 'line')).toBe(expected);
});

test('G9: in several lines only what turns them around or controls a machine is named', () => {
	expect(problemOf('一\n\t二\u200B三', 'lines')).toBeNull();
	expect(problemOf('一\n二\u2067三', 'lines')).toBe('“标题”的第4个字（“一\n二”后面）是改变文字方向的符号 U+2067。');
	expect(problemOf('\u200B\n\u2060', 'lines')).toBe('“标题”里没有看得见的字。');
});

test('what should have been a group is told the names of its fields', () => {
	const { schema } = collections.meetings;
	const data = { agenda: ['电梯'] };
	const issue = schema.safeParse(data).error!.issues.find(({ path }) => path.join('.') === 'agenda.0')!;
	const [said] = explain(schema as z.ZodType, issue, data);
	expect(said!.fix).toMatch(/^写成一组，可以有：\w+（议题）、.*outcome（结果）/);
});

test.for([
	['status', undefined, '“状态”没有写。', /^补上：从这几项里选一项：.*、/],
	['agenda', undefined, '“议题”没有写。', /^补上：加一项，至少要有一项。/],
	['agenda', [], '“议题”一项也没有。', /^加一项，至少要有一项。/],
] as const)('a %s that is %j says what to choose or to add', ([field, value, problem, fix]) => {
	const { schema } = collections.meetings;
	const data = { [field]: value };
	const issue = schema.safeParse(data).error!.issues.find(({ path }) => path.join('.') === field)!;
	expect(explain(schema as z.ZodType, issue, data)).toEqual([expect.objectContaining({ problem, fix: expect.stringMatching(fix) })]);
});
