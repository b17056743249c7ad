import { expect, test } from 'vitest';
import { matterCsv } from '../../src/derive/matter-table.ts';
import { paymentsOf } from '../../src/domain/matter-money.ts';
import { example } from '../examples.ts';

const matter = example('matters', {
	steps: [
		{ step: 'proposal', on: '2026-02-20', by: '楼栋长', what: '书面提议。' },
		{ step: 'vote', on: '2026-03-01', until: '2026-03-10', by: '业主', what: '投票。', result: 'passed' },
		{ step: 'acceptance', planned: '约6月', by: '业委会', what: '验收。', record: 'meetings/ceshiyuan/withdrawn' },
	],
});
const ledger = example('ledgers', {
	entries: [
		{
			on: '2026-03-20',
			direction: 'out',
			kind: 'repair',
			amount: '12.50',
			purpose: '第一笔',
			counterparty: '示例公司',
			voucher: '支-001',
			matter: matter.id,
		},
	],
});
const around = { url: 'https://example.org', communityName: () => '测试苑', isWithdrawn: (id: string) => id.includes('withdrawn') };
/** What stands before everything else in each line. */
const OF = `${matter.id},https://example.org/${matter.id}/,ceshiyuan,测试苑,单元门禁更换`;
const lines = (csv: string) => csv.split('\r\n').slice(1, -1);

test('G12: steps and payments stand in one table by day, what is only planned last', () => {
	expect(lines(matterCsv(matter, around, paymentsOf(matter.id, [ledger]), () => true))).toEqual([
		`${OF},2026-02-20,,,步骤,提议,楼栋长,,,,,,,书面提议。,,`,
		`${OF},2026-03-01,2026-03-10,,步骤,表决,业主,通过,,,,,,投票。,,`,
		`${OF},2026-03-20,,,付款,第一笔,示例公司,,12.50,支-001,公共收益,2026-Q1,1,,${ledger.id},https://example.org/${ledger.id}/#e1`,
		`${OF},,,约6月,步骤,验收,业委会,,,,,,,验收。,meetings/ceshiyuan/withdrawn,`,
	]);
});

test('of a matter that is not for the web there is nothing but the names of the columns', () => {
	const withheld = example('matters', { audience: 'owners', inspect: { where: '社区', when: '周三', ask: '档案员' } });
	expect(lines(matterCsv(withheld, around, [], () => true))).toEqual([]);
});
