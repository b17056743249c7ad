import { describe, expect, test } from 'vitest';
import { aroundOf, type Judgement, judge, recordsOf } from '../../src/checks/check.ts';
import { committeeFiling } from '../../src/checks/committee-filing.ts';
import { committeeSize } from '../../src/checks/committee-size.ts';
import { committeeTerm } from '../../src/checks/committee-term.ts';
import { declaredInterest } from '../../src/checks/declared-interest.ts';
import { payeeMember } from '../../src/checks/payee-member.ts';
import { rosterOverlap } from '../../src/checks/roster-overlap.ts';
import { rosterVacancies } from '../../src/checks/roster-vacancies.ts';
import type { Term } from '../../src/schema/bodies.ts';
import type { Entry } from '../../src/schema/index.ts';
import { example, member, term } from '../examples.ts';

interface Place {
	rules?: object;
	verified?: boolean;
	today?: string;
}

/** What is said of a record of a place with these rules, on a day. */
function judged(asked: unknown, entry: Entry, others: Entry[] = [], { rules = {}, verified = true, today = '2026-04-13' }: Place = {}) {
	const pack = example('rulepacks', {
		rules,
		verifiedOn: verified ? '2026-01-01' : undefined,
		versionOn: '2015-01-01',
		inForceFrom: '2015-01-01',
	});
	const records = recordsOf([example('communities', { rulepack: pack.id }), pack, entry, ...others]);
	return judge([asked as Judgement], entry, aroundOf(records, today));
}
const said = (...args: Parameters<typeof judged>) =>
	judged(...args).map(({ kind, field, expected, actual }) => `${kind} ${field}：${expected}；${actual}`);
const committee = (terms: Partial<Term>[], over: object = {}) => example('bodies', { seats: 7, ...over, terms: terms.map(term) });
const filed: Partial<Term> = { filing: { number: '桂香备〔2023〕07号', on: '2023-07-01' } };
const sitting = (n: number) => Array.from({ length: n }, (_, i) => member(`委员${i}`));

describe('没有可比的，不说', () => {
	test.for<[string, Judgement<'bodies'>, Entry]>([
		['没有写席位', committeeSize, committee([{}], { seats: 0 })],
		['党组织的席位', committeeSize, committee([{}], { seats: 6, kind: 'partyBranch' })],
		['没有写到期', committeeTerm, committee([{ until: undefined }])],
		['早先的一届没有写备案号', committeeFiling, committee([filed, { name: '第一届', from: '2018-06-18', until: '2023-06-17' }])],
	])('%s', ([, rule, entry]) => {
		expect(said(rule, entry)).toEqual([]);
	});
});

describe('名册本身', () => {
	const half = member('吕知远', { until: '2025-01-01' });
	test.for<[string, Partial<Term>[], object, string[]]>([
		['一人两条，同一时间', [{ members: [member('吕知远'), half] }], {}, ['terms[1].members[2]']],
		['一人两条，前后相接', [{ members: [half, member('吕知远', { post: '主任', from: '2025-01-01' })] }], {}, []],
		[
			'连任两届',
			[
				{ members: [member('沈望舒')] },
				{
					name: '第一届',
					from: '2018-06-18',
					until: '2023-06-17',
					members: [member('沈望舒', { from: '2018-06-18', until: '2023-06-17' })],
				},
			],
			{},
			[],
		],
		['上一届到期以前下一届就开始', [{}, { name: '第一届', from: '2018-06-18', until: '2023-06-18' }], {}, ['terms[2].until']],
		['5席坐了6人', [{ members: sitting(6) }], { seats: 5 }, ['seats']],
		['没有写席位的不比', [{ members: sitting(6) }], { seats: 0 }, []],
	])('%s', ([, terms, over, fields]) => {
		const found = judged(rosterOverlap, committee(terms, over));
		expect(found.map(({ field }) => field)).toEqual(fields);
		expect(found.every(({ kind }) => kind === 'note')).toBe(true);
	});
});

describe('空缺', () => {
	const empty = (fillBy: string): Partial<Term> => ({ members: sitting(6), vacancies: [{ post: '委员', since: '2026-03-31', fillBy }] });
	test.for<[string, Partial<Term>, string[]]>([
		['还没到补选的日子', empty('2026-04-13'), []],
		['补选的日子过了', empty('2026-04-12'), ['note terms[1].vacancies[1]：委员的空缺2026年4月12日前补上；还空着']],
		['补上了', { members: sitting(7), vacancies: [{ post: '委员', since: '2026-03-31', until: '2026-04-11', fillBy: '2026-04-10' }] }, []],
		['7席剩4人', { members: sitting(4) }, []],
		['7席剩3人，不到一半', { members: sitting(3) }, ['note terms[1]：在任的不少于总数的一半，7席的一半是4人；在任3人，差1人']],
	])('%s', ([, over, expected]) => {
		expect(said(rosterVacancies, committee([over]))).toEqual(expected);
	});
});

describe('收钱的一方', () => {
	const roster = committee([
		{
			members: [
				member('傅小棠', { post: '委员，管账', interests: [{ firm: '示例防水公司', relation: '配偶在该公司任职' }] }),
				member('吕知远', { until: '2026-01-20' }),
			],
		},
	]);
	const paid = (counterparty: string, over: object = {}) =>
		example('ledgers', {
			entries: [{ on: '2026-01-20', direction: 'out', kind: 'repair', amount: '10.00', purpose: '维修', counterparty, ...over }],
			closing: '90.00',
		});

	test.for<[string, Entry, string[]]>([
		['没有关系', paid('示例电梯公司'), []],
		['是在任的委员', paid('傅小棠'), ['对方是测试苑业主委员会的委员，管账']],
		['说明过关系的单位', paid('示例防水公司'), ['示例防水公司：测试苑业主委员会委员，管账说明过，配偶在该公司任职']],
		['已经离任的', paid('吕知远'), []],
		['是收入', paid('傅小棠', { direction: 'in', kind: 'parking' }), []],
	])('%s', ([, entry, expected]) => {
		const found = judged(payeeMember, entry, [roster]);
		expect(found.map(({ actual }) => actual)).toEqual(expected);
		expect(found.every(({ kind }) => kind === 'note')).toBe(true);
	});

	const bids = [{ firm: '示例防水公司', price: '100.00' }];
	test('说明过关系的单位参加比选，事项里要写明', () => {
		expect(judged(declaredInterest, example('matters', { bids }), [roster]).map(({ field }) => field)).toEqual(['bids[1].firm']);
		const related = [{ who: '委员，管账', relation: '配偶在该公司任职', saidOn: '2026-02-20', recused: true }];
		expect(judged(declaredInterest, example('matters', { bids, related }), [roster])).toEqual([]);
	});
});
