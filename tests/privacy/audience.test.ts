import { describe, expect, test } from 'vitest';
import { checkEntries } from '../../src/checks/index.ts';
import { headsHouseholds } from '../../src/privacy/households.ts';
import { namesPerson } from '../../src/privacy/persons.ts';
import type { Entry } from '../../src/schema/index.ts';
import { example, whole } from '../examples.ts';

const said = (...others: Entry[]) => {
	const ids = new Set(others.map(({ id }) => id));
	return checkEntries([...whole().filter(({ id }) => !ids.has(id)), ...others])
		.filter(({ check, kind }) => kind === 'slip' && (check === 'audience' || check === 'privacy'))
		.map(({ field }) => field);
};
const body = (heads: string) => `表：\n\n| ${heads} |\n|${' --- |'.repeat(heads.split('|').length)}\n| 1 | 2 |`;
const inspect = { where: '社区', when: '周三', ask: '档案员' };

describe('A table on the web', () => {
	test.for([
		['of sums for each building', '楼栋 | 户数 | 面积 | 分摊', []],
		['of posts', '姓名 | 职务 | 任期', []],
		['of votes', '事项 | 同意 | 反对 | 弃权', []],
		['of firms that bid', '单位 | 报价 | 联系电话', []],
		['of households by their rooms', '房号 | 面积 | 应交', ['body']],
		['of owners with what they owe', '业主 | 欠费金额', ['body']],
		['of candidates with their age', '姓名 | 年龄 | 职业', ['body']],
		['of people with where they live', '住址 | 意见', ['body']],
		['of signatures', '姓名 | 签名', ['body']],
	] as const)('%s', ([, heads, expected]) => {
		expect(headsHouseholds(heads)).toBe(expected.length > 0);
		expect(said(example('documents', {}, { body: body(heads) }))).toEqual(expected);
	});
});

test('A record that is not for the web may say on what basis, and holds no text', () => {
	expect(said(example('documents', { audience: 'owners', inspect: { ...inspect, basis: '规则第三十条' } }))).toEqual([]);
	expect(said(example('documents', { audience: 'owners', inspect }, { body: body('房号 | 应交') }))).toEqual(['']);
	expect(said(example('documents', { audience: 'onsite' }))).toEqual(['inspect']);
});

describe('Where the place’s rules keep a name from the web', () => {
	const pack = example('rulepacks', {
		audiences: [
			{ what: '付给个人的收款人姓名', field: 'ledgers.entries.counterparty', audience: 'masked', basis: '第三十条' },
			{ what: '提意见的人', field: 'notices.objections', audience: 'never', basis: '第三十条' },
			{ what: '成员的姓名', field: 'bodies.terms.members', audience: 'web', basis: '第五条' },
		],
	});
	const community = whole().find(({ collection }) => collection === 'communities')!;
	const under = { ...community, data: { ...community.data, rulepack: pack.id } } as Entry;
	const paid = (counterparty: string) =>
		example('ledgers', {
			entries: [{ on: '2026-01-05', direction: 'in', kind: 'parking', amount: '50.00', purpose: '月租', counterparty }],
		});
	const objection = (matter: string) =>
		example('notices', { objections: [{ on: '2026-03-11', channel: '电话', matter, outcome: 'pending' }] });

	test.for<[string, Entry, string[]]>([
		['a firm is named', paid('示例物业公司'), []],
		['a bank is', paid('开户银行'), []],
		['a gatekeeper is', paid('门卫（汇总）'), []],
		['a person is half named', paid('张某某'), []],
		['a person is not', paid('张建国'), ['entries[1].counterparty']],
		['what was objected is told', objection('一位业主问：为什么涨价？'), []],
		['who objected is not', objection('王女士问：为什么涨价？'), ['objections[1].matter']],
	])('%s', ([, record, expected]) => {
		expect(said(pack, under, record)).toEqual(expected);
	});
	test('elsewhere nothing is asked', () => {
		expect(said(paid('张建国'))).toEqual([]);
	});
});

test.for([
	['张建国', true],
	['欧阳锋', true],
	['李师傅来修', true],
	['张某某', false],
	['一位业主', false],
	['物业代收', false],
	['石材店', false],
	['全体业主', false],
	['高压水枪', false],
] as const)('“%s” names a person: %s', ([text, expected]) => {
	expect(namesPerson(text)).toBe(expected);
});
