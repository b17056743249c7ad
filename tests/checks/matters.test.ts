import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkEntries } from '../../src/checks/index.ts';
import { matterOrder } from '../../src/checks/matter-order.ts';
import { matterPayments } from '../../src/checks/matter-payments.ts';
import { matterRelated } from '../../src/checks/matter-related.ts';
import type { Entry } from '../../src/schema/index.ts';
import { example, whole } from '../examples.ts';
import { inventedCode } from '../unified-codes.ts';

const OWN = ['matter-dates', 'matter-money', 'matter-election', 'unified-codes', 'matter-order', 'matter-payments', 'matter-related'];
const TODAY = '2026-04-13';
const ROOF = example('matters').id;

/** What is asked of matters says of a whole board in which some records are written otherwise. */
const found = (...others: Entry[]) => {
	const ids = new Set(others.map(({ id }) => id));
	return checkEntries([...whole().filter(({ id }) => !ids.has(id)), ...others], [], TODAY).filter(({ check }) => OWN.includes(check));
};
const said = (...others: Entry[]) => found(...others).map(({ kind, check, field }) => `${kind} ${check} ${field}`.trim());
const matter = (over: object) => example('matters', over) as Entry;
const step = (step: string, on: string, over: object = {}) => ({ step, on, by: '业委会', what: '办了。', ...over });
const bid = (firm: string, price: string, over: object = {}) => ({ firm, price, ...over });
const contract = { firm: '示例门禁公司', signedOn: '2026-03-20', amount: '100.00' };
const good = inventedCode('TEST01'.replace('S', '5'));

test('a matter that hangs together has nothing to mend', () => {
	expect(said()).toEqual([]);
	expect(
		said(matter({ contract: { ...contract, unifiedCode: good }, bids: [bid(contract.firm, '100.00', { won: true, unifiedCode: good })] })),
	).toEqual([]);
});

describe('These are slips', () => {
	test.for<[string, object, string]>([
		[
			'steps that go back in time',
			{ steps: [step('proposal', '2026-03-10'), step('notice', '2026-03-09')] },
			'slip matter-dates steps[2].on',
		],
		[
			'a step without a day or a plan',
			{ steps: [step('proposal', '2026-02-20'), { step: 'notice', by: '业委会', what: '公示。' }] },
			'slip matter-dates steps[2]',
		],
		[
			'a step that ends before it begins',
			{ steps: [step('proposal', '2026-02-20', { until: '2026-02-19' })] },
			'slip matter-dates steps[1].until',
		],
		[
			'a last day without a first',
			{ steps: [{ step: 'notice', by: '业委会', what: '公示。', planned: '3月', until: '2026-03-20' }] },
			'slip matter-dates steps[1].until',
		],
		['a step before the matter was raised', { steps: [step('proposal', '2026-02-19')] }, 'slip matter-dates steps[1].on'],
		['done without a day', { state: 'done' }, 'slip matter-dates closedOn'],
		['dropped without a day', { state: 'dropped' }, 'slip matter-dates closedOn'],
		['open with a day', { closedOn: '2026-04-01' }, 'slip matter-dates closedOn'],
		['closed before its last step', { state: 'done', closedOn: '2026-03-10' }, 'slip matter-dates closedOn'],
		[
			'a stage the wrong way about',
			{ stages: [{ name: '一', from: '2026-02-01', until: '2026-01-31' }] },
			'slip matter-dates stages[1].until',
		],
		[
			'stages out of order',
			{
				stages: [
					{ name: '一', from: '2026-02-01', until: '2026-03-31' },
					{ name: '二', from: '2026-01-01', until: '2026-01-31' },
				],
			},
			'slip matter-dates stages[2].from',
		],
		[
			'payments that do not add up to the contract',
			{ contract, planned: [{ name: '一', amount: '99.99', condition: '验收' }] },
			'slip matter-money planned',
		],
		['two winners', { bids: [bid('甲', '1.00', { won: true }), bid('乙', '2.00', { won: true })] }, 'slip matter-money bids[2].won'],
		['a contract with another firm', { contract, bids: [bid('甲', '100.00', { won: true })] }, 'slip matter-money contract.firm'],
		[
			'one firm with two codes',
			{
				contract: { ...contract, unifiedCode: inventedCode('BCDE01') },
				bids: [bid(contract.firm, '100.00', { won: true, unifiedCode: good })],
			},
			'slip matter-money contract.unifiedCode',
		],
		['more kept back than the price', { contract: { ...contract, retention: '100.01' } }, 'slip matter-money contract.retention'],
		['a price below zero', { bids: [bid('甲', '-1.00')] }, 'slip matter-money bids[1].price'],
		[
			'a change below zero',
			{ changes: [{ on: '2026-04-01', what: '少做', direction: 'less', amount: '-1.00' }] },
			'slip matter-money changes[1].amount',
		],
		[
			'more elected than seats',
			{ election: { seats: 1, candidates: 5, elected: [elected('甲'), elected('乙')] } },
			'slip matter-election election.elected',
		],
		[
			'more elected than stood',
			{ election: { seats: 3, candidates: 1, elected: [elected('甲'), elected('乙')] } },
			'slip matter-election election.elected',
		],
		[
			'more party members than elected',
			{ election: { seats: 3, candidates: 5, partyMembers: 3, elected: [elected('甲'), elected('乙')] } },
			'slip matter-election election.partyMembers',
		],
		['a code one sign off', { bids: [bid('甲', '1.00', { unifiedCode: '91350100M000100Y44' })] }, 'slip unified-codes bids[1].unifiedCode'],
		['a code of 17', { contract: { ...contract, unifiedCode: '91350100M000100Y4' } }, 'slip unified-codes contract.unifiedCode'],
	])('%s', ([, over, expected]) => {
		expect(said(matter(over))).toContain(expected);
	});

	test('a code on a roster that does not hold', () => {
		expect(said(example('bodies', { unifiedCode: '91350100M000100Y44' }))).toEqual(['slip unified-codes unifiedCode']);
	});

	test('payments may add up to what was changed or settled', () => {
		const changes = [{ on: '2026-04-01', what: '加', direction: 'more', amount: '5.00', decision: 'meetings/ceshiyuan/2026-03-10-joint' }];
		const planned = (amount: string) => [{ name: '一', amount, condition: '验收' }];
		const settlement = { on: '2026-04-02', claimed: '104.00', approved: '103.00', by: '造价公司' };
		expect(said(matter({ contract, changes, planned: planned('105.00') }))).toEqual([]);
		expect(said(matter({ contract, changes, settlement, planned: planned('103.00') }))).toEqual([]);
	});
});

const entry = (over: object = {}) => ({
	on: '2026-03-25',
	direction: 'out',
	kind: 'repair',
	amount: '100.00',
	purpose: '门禁',
	counterparty: '示例门禁公司',
	matter: ROOF,
	...over,
});
const ledger = (...entries: object[]) => example('ledgers', { entries }) as Entry;

describe('The order of steps', () => {
	test('paying from the fund before the owners voted is a breach, with its arithmetic and the day it was made good', () => {
		const vote = step('vote', '2026-03-20', { until: '2026-03-26', result: 'passed' });
		const paid = example('ledgers', { fund: 'maintenance', entries: [entry()] }) as Entry;
		const [breach] = found(matter({ fund: 'maintenance', steps: [step('proposal', '2026-02-20'), vote] }), paid).filter(
			({ kind }) => kind === 'breach',
		);
		expect(breach).toMatchObject({ check: 'matter-order', field: 'steps', law: '民法典 第二百七十八条第一款第（五）项' });
		expect(breach!.problem).toMatch(
			'应当：使用维修资金先由业主表决通过，再付第一笔钱；实际：2026年3月25日付第一笔钱，3月26日表决才通过（早了1天）。已解决：2026-03-26。',
		);
	});

	test('before 2021 the law was another, not checked: a note', () => {
		const old = matter({ fund: 'maintenance', raisedOn: '2019-01-01', contract: { ...contract, signedOn: '2019-05-01' } });
		expect(said(old).filter((line) => line.includes('contract.signedOn'))).toEqual(['note matter-order contract.signedOn']);
	});

	test('a step nobody recorded and one before its turn are notes', () => {
		const steps = [step('putForward', '2026-02-20'), step('proposal', '2026-02-25'), step('notice', '2026-03-11')];
		expect(said(matter({ steps: steps.sort((a, b) => (a.on < b.on ? -1 : 1)) }))).toEqual([
			'note matter-order steps',
			'note matter-order steps[1].on',
		]);
	});

	test('an emergency needs no vote, but says why and accounts for itself', () => {
		const steps = ['danger', 'confirmation', 'repair'].map((name) => step(name, '2026-03-20'));
		const emergency = { danger: '塌裂', ground: '第四项', confirmedBy: '街道', confirmedOn: '2026-03-20' };
		const urgent = { kind: 'emergency', fund: 'maintenance', steps };
		expect(said(matter(urgent))).toEqual(['note matter-order emergency']);
		expect(said(matter({ ...urgent, emergency }))).toEqual([]);
		expect(said(matter({ ...urgent, emergency }), ledger(entry()))).toEqual(['note matter-order emergency.report']);
		expect(said(matter({ ...urgent, emergency: { ...emergency, report: 'notices/ceshiyuan/2026-03-11-door' } }), ledger(entry()))).toEqual(
			[],
		);
	});

	test('a record that was withdrawn is not judged', () => {
		expect(said(matter({ fund: 'maintenance', contract, withdrawn: { on: '2026-04-01', why: '重复。' } }))).toEqual([]);
	});
});

describe('These are only said', () => {
	test.for<[string, object, object[], string]>([
		['paid more than the contract', { contract }, [entry(), entry({ amount: '0.01' })], 'note matter-payments contract.amount'],
		['paid without a contract', {}, [entry()], 'note matter-payments contract'],
		['paid to another', { contract }, [entry({ counterparty: '另一家' })], 'note matter-payments contract.firm'],
		[
			'a contract dearer than its offer',
			{ contract, bids: [bid(contract.firm, '99.00', { won: true })] },
			[],
			'note matter-payments contract.amount',
		],
		['a contract beyond the budget', { contract, budget: '99.00' }, [], 'note matter-payments contract.amount'],
		['not the lowest, and no reason', { bids: [bid('甲', '1.00'), bid('乙', '2.00', { won: true })] }, [], 'note matter-payments bids'],
		[
			'settled above what was claimed',
			{ settlement: { on: '2026-04-01', claimed: '1.00', approved: '1.01', by: '造价公司' } },
			[],
			'note matter-payments settlement.approved',
		],
		[
			'shared out otherwise than settled',
			{
				settlement: { on: '2026-04-01', claimed: '2.00', approved: '1.00', by: '造价公司' },
				apportionment: { amount: '1.01', parts: [{ name: '1单元', area: '10.00', households: 8 }] },
			},
			[],
			'note matter-payments apportionment.amount',
		],
		[
			'changed by nobody’s decision',
			{ contract, changes: [{ on: '2026-04-01', what: '加', direction: 'more', amount: '5.00' }] },
			[],
			'note matter-payments changes[1].decision',
		],
		[
			'one near to the firm who stayed',
			{ related: [{ who: '副主任', relation: '配偶任职', saidOn: '2026-03-01', recused: false }] },
			[],
			'note matter-related related[1].recused',
		],
		[
			'two offers under one code',
			{ bids: [bid('甲', '1.00', { unifiedCode: good }), bid('乙', '2.00', { unifiedCode: good })] },
			[],
			'note matter-related bids[2].firm',
		],
		['two offers of one firm', { bids: [bid('甲', '1.00'), bid('甲', '2.00')] }, [], 'note matter-related bids[2].firm'],
	])('%s', ([, over, entries, expected]) => {
		const records = [matter(over), ...(entries.length ? [ledger(...entries)] : [])];
		expect(said(...records)).toContain(expected);
		expect(said(...records).some((line) => line.startsWith('breach'))).toBe(false);
	});

	test('the community’s own manager among those who offer, unless it was said', () => {
		const company = example('bodies', { name: '示例物业公司', kind: 'propertyCompany' }, { slug: 'company' });
		const home = example('communities', { manager: company.id }) as Entry;
		const bids = [bid('示例物业公司', '1.00')];
		expect(said(home, company, matter({ bids }))).toEqual(['note matter-related bids[1].firm']);
		const related = [{ who: '项目经理', relation: '本小区物业', firm: '示例物业公司', saidOn: '2026-03-01', recused: true }];
		expect(said(home, company, matter({ bids, related }))).toEqual([]);
	});
});

test.each([matterOrder, matterPayments, matterRelated])('the page of $id begins with what it asks', ({ id, asks }) => {
	expect(existsSync(`docs/checks/${id}.md`)).toBe(true);
	expect(readFileSync(`docs/checks/${id}.md`, 'utf8')).toMatch(`# ${asks}\n\n编号 \`${id}\` · `);
});

function elected(name: string) {
	return { name, post: '委员', heads: 100, area: '8000.00' };
}
