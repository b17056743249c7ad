import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPages } from '../../scripts/lib/check-pages.ts';
import { aroundOf, findingOf, type Judgement, judge, recordsOf, repliesTo } from '../../src/checks/check.ts';
import { checks } from '../../src/checks/index.ts';
import { judgements } from '../../src/checks/judgements.ts';
import { type Provision, unseen } from '../../src/law/provisions.ts';
import type { Entry } from '../../src/schema/index.ts';
import { example } from '../examples.ts';

const read: Provision = { name: '示例条例 第一条', says: '会前七日公告。', from: '2020-01-01', checked: '公开的文本' };
const unread: Provision = { ...read, checked: null };

/** A rule that always finds the same of minutes. */
const rule = (over: Partial<ReturnType<Judgement['look']>[number]>): Judgement<'meetings'> => ({
	id: 'rule',
	asks: '会前公告了吗？',
	of: 'meetings',
	look: () => [{ field: 'calledOn', expected: '3月3日前', actual: '3月5日', fix: '说明原因', provision: read, ...over }],
});
const on = (today: string, entry: Entry = example('meetings')) => aroundOf(recordsOf([entry]), today);
const judged = (over: Parameters<typeof rule>[0], entry: Entry = example('meetings'), today = '2026-04-13') =>
	judge([rule(over)], entry, on(today, entry));

describe('A rule that is asked of a record', () => {
	test('accuses only by a provision that was read', () => {
		expect(judged({})).toMatchObject([{ kind: 'breach', check: 'rule', asks: '会前公告了吗？', law: '示例条例 第一条' }]);
		expect(judged({ provision: unread })).toMatchObject([{ kind: 'note', law: '示例条例 第一条（未核实）' }]);
		expect(judged({ provision: unseen(read) })).toMatchObject([{ kind: 'note', law: '示例条例 第一条' }]);
		expect(judged({ provision: null })).toMatchObject([{ kind: 'note', law: '' }]);
	});
	test('P8: accuses by no guidance of the ministry, and by nothing that leaves room', () => {
		const guidance = { ...read, name: '业主大会和业主委员会指导规则 第三十一条' };
		expect(judged({ provision: guidance })).toMatchObject([{ kind: 'note', law: guidance.name }]);
		expect(judged({ provision: { ...guidance, name: '指导规则第三十六条第四项' } })).toMatchObject([{ kind: 'note' }]);
		expect(judged({ provision: { ...read, leavesRoom: '一般' } })).toMatchObject([{ kind: 'note', law: read.name }]);
	});
	test('is not asked of other records', () => {
		expect(judged({}, example('notices'))).toEqual([]);
	});
	test('is not asked of what was withdrawn, nor of what the web does not show', () => {
		expect(judged({}, example('meetings', { withdrawn: { on: '2026-04-01', why: '重复' } }))).toEqual([]);
		expect(judged({}, example('meetings', { audience: 'owners', inspect: { where: '社区', when: '周三', ask: '档案员' } }))).toEqual([]);
	});
	test('calls nothing settled before the day has come', () => {
		expect(judged({ settledOn: '2026-04-13' })[0]?.settledOn).toBe('2026-04-13');
		expect(judged({ settledOn: '2026-04-14' })[0]?.settledOn).toBeUndefined();
	});
	test('is printed with its arithmetic, and part by part for a program', () => {
		const [verdict] = judged({ arithmetic: '10－5＝5', settledOn: '2026-03-20' });
		expect(findingOf('meetings/a.md', verdict!)).toEqual({
			check: 'rule',
			kind: 'breach',
			file: 'meetings/a.md',
			field: 'calledOn',
			problem: '应当：3月3日前；实际：3月5日（10－5＝5）。已解决：2026-03-20。',
			fix: '说明原因',
			law: '示例条例 第一条',
			judged: {
				field: 'calledOn',
				expected: '3月3日前',
				actual: '3月5日',
				fix: '说明原因',
				arithmetic: '10－5＝5',
				provision: read,
				settledOn: '2026-03-20',
			},
		});
	});
});

describe('A reply stands under the finding it answers', () => {
	const reply = (check: string, field?: string, day = '2026-03-12') => ({
		check,
		...(field ? { field } : {}),
		by: '业委会',
		on: day,
		text: field ?? '全部',
	});
	const texts = (field: string, ...replies: ReturnType<typeof reply>[]) =>
		repliesTo({ check: 'rule', field }, example('meetings', { replies })).map(({ text }) => text);

	test.for<[string, string | undefined, string, boolean]>([
		['the same field', 'agenda[1].ownersVote', 'agenda[1].ownersVote', true],
		['the field that holds it', 'agenda[1]', 'agenda[1].ownersVote', true],
		['the list that holds it', 'agenda', 'agenda[1].ownersVote', true],
		['no field: the whole check', undefined, 'agenda[1].ownersVote', true],
		['another item', 'agenda[1]', 'agenda[10].ownersVote', false],
		['another field that begins alike', 'agenda', 'agendaOf', false],
		['only a part of it', 'agenda[1].ownersVote', 'agenda[1]', false],
	])('%s', ([, said, field, answers]) => {
		expect(texts(field, reply('rule', said))).toHaveLength(answers ? 1 : 0);
	});
	test('not under another check', () => {
		expect(texts('calledOn', reply('other', 'calledOn'))).toEqual([]);
	});
	test('the first first', () => {
		expect(texts('calledOn', reply('rule', 'calledOn', '2026-04-02'), reply('rule', undefined, '2026-03-12'))).toEqual([
			'全部',
			'calledOn',
		]);
	});
});

describe('Around a record', () => {
	test('are the records that name it and those of its community, newest first, and the day', () => {
		const older = example('notices', { publishedOn: '2026-01-02' }, { slug: 'older' });
		const newer = example('notices', { postedOn: '2026-03-20', publishedOn: '2026-03-20' }, { slug: 'newer' });
		const around = aroundOf(recordsOf([older, newer]), '2026-04-13');
		expect(around.of('notices', older.community!).map(({ id }) => id)).toEqual([newer.id, older.id]);
		expect(around.linking('bodies/ceshiyuan/owners-committee', 'notices').map(({ id }) => id)).toEqual([newer.id, older.id]);
		expect(around.linking('bodies/ceshiyuan/owners-committee', 'meetings')).toEqual([]);
		expect([around.hasCome('2026-04-13'), around.hasCome('2026-04-14')]).toEqual([true, false]);
	});
});

test.each(judgements)('the page of $id begins with what the rule asks', ({ id, asks }) => {
	expect(readFileSync(`docs/checks/${id}.md`, 'utf8')).toMatch(`# ${asks}\n\n编号 \`${id}\` · `);
});

test('every check has an id of its own', () => {
	const ids = [...checks, ...judgements].map(({ id }) => id);
	expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test('the list of the checks’ pages names each: run `npm run generate` when this fails', () => {
	const { path, text } = checkPages('.');
	expect(readFileSync(path, 'utf8')).toBe(text);
});
