import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/derive/columns.ts';
import { csv } from '../../src/derive/csv.ts';
import { claimsCsv, indexCsv, ledgerCsv, measuresCsv, recordsCsv } from '../../src/derive/tables.ts';
import { collectionNames, collections, type EntryOf } from '../../src/schema/index.ts';
import { example } from '../examples.ts';

const around = {
	url: 'https://example.org',
	communityName: (id: string) => (id === 'jinguiyuan' ? '金桂苑（示例）' : id),
	isWithdrawn: () => false,
};

/** The cells of a CSV without quotes, by line. */
const cells = (text: string): string[][] =>
	text
		.slice(1)
		.trimEnd()
		.split('\r\n')
		.map((line) => line.split(','));

/** The first line of a table under its headings. */
const rowOf = (text: string): Record<string, string> => {
	const [titles, row] = cells(text) as [string[], string[]];
	return Object.fromEntries(titles.map((title, i) => [title, row[i] ?? '']));
};

const one = (text: unknown) => csv([{ title: '列', of: () => text as string }], [null]).split('\r\n')[1];

describe('A CSV', () => {
	test('begins with a byte order mark and ends every line with CRLF', () => {
		const text = csv([{ title: '日期', of: (day: string) => day }], ['2026-03-10']);
		expect(text).toBe('\uFEFF日期\r\n2026-03-10\r\n');
	});

	test('quotes what would be taken for another cell or line', () => {
		expect(one('甲,乙')).toBe('"甲,乙"');
		expect(one('叫“停车”的"费"')).toBe('"叫“停车”的""费"""');
		expect(one('一行\n两行')).toBe('"一行\n两行"');
	});

	test.for(['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '－2+3', ' =1+1'])('keeps %j text', (text) => {
		expect(one(text)?.replace(/^"/, '')).toMatch(/^'/);
	});

	test.for(['-3480.00', '12800.00', '+5', '0', '2026-03-10', '0000-6000100'])('leaves %s as it is', (text) => {
		expect(one(text)).toBe(text);
	});

	test('says yes and no, and nothing for nothing', () => {
		expect([one(true), one(false), one(undefined), one(null), one(0)]).toEqual(['是', '否', '', '', '0']);
	});
});

describe.each(collectionNames)('The table of %s', (name) => {
	test('has a Chinese heading over every column, and no two alike', () => {
		const titles = columnsOf(name).map(({ title }) => title);
		expect(titles.filter((title) => !/[\u4e00-\u9fff]/.test(title))).toEqual([]);
		expect(new Set(titles).size).toBe(titles.length);
	});

	test('can be made of no records at all', () => {
		expect(cells(recordsCsv(name, [], around))).toHaveLength(1);
	});
});

const ledger = {
	id: 'ledgers/jinguiyuan/2026-Q1-common',
	collection: 'ledgers',
	community: 'jinguiyuan',
	slug: '2026-Q1-common',
	file: 'ledgers/jinguiyuan/2026-Q1-common.json',
	body: '',
	data: collections.ledgers.schema.parse({
		fund: 'commonIncome',
		period: '2026-Q1',
		custodian: '业主委员会',
		account: '尾号4471',
		preparedBy: '财务 傅小棠',
		reviewedBy: '监督 高秋宁',
		opening: '100.00',
		closing: '110.00',
		entries: [
			{
				on: '2026-01-05',
				direction: 'in',
				kind: 'parking',
				amount: '40.00',
				purpose: '=地面月租',
				counterparty: '物业代收',
				voucher: '停-001',
			},
			{ on: '2026-01-30', direction: 'out', kind: 'repair', amount: '30.00', purpose: '楼道灯', counterparty: '示例机电公司' },
		],
		reconciliation: { result: 'matched', on: '2026-04-08' },
		publishedOn: '2026-04-12',
		sources: [{ title: '银行对账单' }],
	}),
} as EntryOf<'ledgers'>;

test('G12: the record of a community is in that community, and what belongs to none says so by an empty cell', () => {
	const community = example('communities', {}, { slug: 'jinguiyuan' });
	expect(rowOf(recordsCsv('communities', [community], around))).toMatchObject({
		编号: 'communities/jinguiyuan',
		小区编号: 'jinguiyuan',
		小区: '金桂苑（示例）',
	});
	const pack = example('rulepacks');
	expect(rowOf(recordsCsv('rulepacks', [pack], around))).toMatchObject({ 编号: pack.id, 小区编号: '', 小区: '' });
});

describe('The table of ledgers', () => {
	test('says each account in the words of the schema, in ISO days and with two digits', () => {
		expect(rowOf(recordsCsv('ledgers', [ledger], around))).toMatchObject({
			编号: 'ledgers/jinguiyuan/2026-Q1-common',
			网址: 'https://example.org/ledgers/jinguiyuan/2026-Q1-common/',
			小区编号: 'jinguiyuan',
			小区: '金桂苑（示例）',
			标题: '2026年第一季度公共收益账',
			资金: '公共收益',
			期初结余: '100.00',
			本期收入: '40.00',
			本期支出: '30.00',
			期末结余: '110.00',
			'明细（条数）': '2',
			'与银行对账：结果': '一致',
			'与银行对账：对账日期': '2026-04-08',
			公开日期: '2026-04-12',
			公开范围: '网上公开',
		});
	});

	test('tells of an account that is not for the web only what it is and where it can be seen', () => {
		const inspect = { where: '物业服务中心', when: '工作日', ask: '客服岗' };
		const text = recordsCsv(
			'ledgers',
			[{ ...ledger, data: { ...ledger.data, audience: 'onsite', inspect, summary: '收入40.00元' } }],
			around,
		);
		expect(rowOf(text)).toMatchObject({ 标题: '2026年第一季度公共收益账', 查阅地点: '物业服务中心', 期初结余: '', 一句话: '' });
		expect(text).not.toContain('40.00');
	});
});

test('G12: The entries of a ledger carry its id, address, community, fund and period, their number and the balance after them', () => {
	const [titles, first, second] = cells(ledgerCsv(ledger, around));
	expect(titles).toEqual([
		'编号',
		'网址',
		'小区编号',
		'小区',
		'标题',
		'资金',
		'期间',
		'序号',
		'日期',
		'收支',
		'类别',
		'金额',
		'用途',
		'对方',
		'凭证号',
		'钱的来源',
		'决定',
		'事项',
		'备注',
		'结余',
	]);
	expect(first).toEqual([
		'ledgers/jinguiyuan/2026-Q1-common',
		'https://example.org/ledgers/jinguiyuan/2026-Q1-common/#e1',
		'jinguiyuan',
		'金桂苑（示例）',
		'2026年第一季度公共收益账',
		'公共收益',
		'2026-Q1',
		'1',
		'2026-01-05',
		'收入',
		'停车',
		'40.00',
		"'=地面月租",
		'物业代收',
		'停-001',
		'',
		'',
		'',
		'',
		'140.00',
	]);
	expect(second?.at(-1)).toBe('110.00');
});

test('The figures of a case name their source, and the parts of a measure stand under it', () => {
	const claim = {
		figure: '80%',
		value: 80,
		unit: '%',
		what: '电梯故障下降',
		kind: 'rate',
		asOf: { label: '去年以来', precision: 'unstated' },
		source: 1,
		grade: 'self',
	};
	const source = { title: '报道', url: 'https://example.org/a' };
	const study = example('cases', { title: '大修', claims: [claim], sources: [source] });
	expect(rowOf(claimsCsv(study, around))).toMatchObject({
		...{ 编号: study.id, 网址: `https://example.org/${study.id}/`, 小区编号: '', 小区: '', 标题: '大修' },
		...{ 数字: '80%', 种类: '比率', '截至：写法': '去年以来', 性质: '自述', 来源: '报道', 来源网址: 'https://example.org/a' },
	});

	const measure = {
		name: '党组织',
		value: 81,
		unit: '个',
		grade: 'self',
		parts: [
			{ name: '党委', value: 8 },
			{ name: '党支部', value: 73 },
		],
	};
	const statistic = example('statistics', { measures: [measure] });
	const lines = cells(measuresCsv(statistic, around)).map((line) => [line[8], line[9]]);
	expect(lines).toEqual([
		['组成', '数值'],
		['', '81'],
		['党委', '8'],
		['党支部', '73'],
	]);
});

test('A list too long for one table names the tables of the communities', () => {
	expect(cells(indexCsv('meetings', [{ community: 'jinguiyuan', n: 61 }], around))[1]).toEqual([
		'communities/jinguiyuan',
		'https://example.org/meetings/jinguiyuan/',
		'jinguiyuan',
		'金桂苑（示例）',
		'61',
		'https://example.org/data/meetings/jinguiyuan.csv',
	]);
});
