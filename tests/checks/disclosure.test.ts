import { describe, expect, test } from 'vitest';
import { aroundOf, judge, recordsOf } from '../../src/checks/check.ts';
import { disclosure } from '../../src/checks/disclosure.ts';
import { checkEntries } from '../../src/checks/index.ts';
import type { Entry } from '../../src/schema/index.ts';
import { example } from '../examples.ts';

const duty = { what: '公共收益收支', by: '业主委员会（物业管理委员会）', basis: '第十二条' };
const duties = [
	{
		...{ ...duty, code: 'common-income', frequency: 'quarterly', within: 30 },
		match: [{ collection: 'ledgers', fund: 'commonIncome', per: 'period' }],
	},
	{
		...{ ...duty, code: 'decision', what: '业委会会议决定', frequency: 'perEvent', within: 3 },
		match: [{ collection: 'meetings', form: 'committee', per: 'event' }],
	},
];
const pack = (over = {}) => example('rulepacks', { duties, verifiedOn: '2025-02-01', verifiedBy: '法律服务岗', ...over });
const owner = (over = {}) => example('communities', { rulepack: 'rulepacks/sample', dutiesSince: '2025-01-01', ...over });
const on = (today: string, entries: Entry[]) => {
	const entry = entries.find(({ collection }) => collection === 'communities')!;
	return judge([disclosure], entry, aroundOf(recordsOf(entries), today)).map(
		({ kind, field, expected, actual, arithmetic, law, settledOn }) =>
			[kind, field, expected, actual, arithmetic, law, settledOn].filter(Boolean).join(' | '),
	);
};
const ledger = (publishedOn: string) => example('ledgers', { period: '2025-Q1', publishedOn }, { slug: '2025-Q1-common-income' });

describe('What a community must publish', () => {
	test('and is not seen here is only said, with the rule it comes from', () => {
		expect(on('2025-05-01', [owner(), pack(), example('bodies')])).toMatchInlineSnapshot(`
			[
			  "note | common-income 2025-Q1 | 2025年第一季度公共收益收支，最迟2025年4月30日公开，由业主委员会公开 | 到期了，公开栏上没有见到 | 示例办法 第十二条",
			]
		`);
	});
	test('is only said of rules that nobody has verified', () => {
		expect(on('2025-05-01', [owner(), pack({ verifiedOn: undefined })])).toMatchInlineSnapshot(`
			[
			  "note | common-income 2025-Q1 | 2025年第一季度公共收益收支，最迟2025年4月30日公开，由业主委员会（物业管理委员会）公开 | 到期了，公开栏上没有见到 | 示例办法 第十二条（未核实）",
			]
		`);
	});
	test('is nothing yet on the last day', () => {
		expect(on('2025-04-30', [owner(), pack()])).toEqual([]);
	});
	test('and published late is made good on that day', () => {
		expect(on('2025-05-10', [owner(), pack(), ledger('2025-05-07')])).toMatchInlineSnapshot(`
			[
			  "note | common-income 2025-Q1 | 2025年第一季度公共收益收支，最迟2025年4月30日公开，由业主委员会（物业管理委员会）公开 | 2025年5月7日公开，迟了7天 | 2025年4月30日到2025年5月7日是7天 | 示例办法 第十二条 | 2025-05-07",
			]
		`);
	});
	test('and said it will, or did not, is in its own words', () => {
		const of = (said: object) =>
			on('2025-05-10', [owner({ disclosures: [{ duty: 'common-income', period: '2025-Q1', why: '等审计。', ...said }] }), pack()]).map(
				(line) => line.split(' | ')[3],
			);
		expect(of({ state: 'planned', plannedOn: '2025-06-01' })).toEqual(['公开栏上没有见到，计划2025年6月1日公开：等审计']);
		expect(of({ state: 'unpublished' })).toEqual(['责任方确认没有公开：等审计']);
		expect(of({ state: 'posted', on: '2025-05-02' })).toEqual(['2025年5月2日张贴，迟了2天']);
		expect(of({ state: 'posted', on: '2025-04-30' })).toEqual([]);
	});
	test('is judged at the meeting where minutes came late', () => {
		const meeting = example(
			'meetings',
			{ form: 'committee', heldOn: '2025-03-01', publishedOn: '2025-03-09' },
			{ slug: '2025-03-01-committee' },
		);
		expect(on('2025-04-01', [owner(), pack(), meeting])).toEqual([]);
	});
	test('is not known where no rules are named', () => {
		expect(on('2025-05-10', [owner({ rulepack: undefined }), pack()])).toEqual([]);
	});
});

test.for<[string, object, object[], string[]]>([
	['a duty there is, with its period', {}, [{ duty: 'common-income', period: '2025-Q1' }], []],
	['a duty there is not', {}, [{ duty: 'comon-income', period: '2025-Q1' }], ['fulfils[1].duty']],
	['no period where each has its own', {}, [{ duty: 'common-income' }], ['fulfils[1].period']],
	['a period of another length', {}, [{ duty: 'common-income', period: '2025-H1' }], ['fulfils[1].period']],
	['what happened, of a month', {}, [{ duty: 'decision', period: '2025-03' }, { duty: 'decision' }], []],
	['what holds of every period', { disclosures: [{ duty: 'common-income', state: 'posted', why: '贴在大堂' }] }, [], []],
	[
		'what holds of a period of another length',
		{ disclosures: [{ duty: 'common-income', period: '2025', state: 'posted', why: '贴在大堂' }] },
		[],
		['disclosures[1].period'],
	],
	['any duty where no rules are named', { rulepack: undefined }, [{ duty: 'comon-income' }], []],
])('A record may name %s or is told so', ([, over, fulfils, fields]) => {
	const said = checkEntries([owner(over), pack(), example('notices', { fulfils })]).filter(({ check }) => check === 'duty-codes');
	expect(said.map(({ field }) => field)).toEqual(fields);
});
