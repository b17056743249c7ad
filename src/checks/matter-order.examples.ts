import type { Example, Situation } from './examples.ts';

const matter = 'matters/ceshiyuan/2026-02-20-doors';
const contract = { firm: '示例充电公司', signedOn: '2026-03-20', amount: '30.00' };
const step = (step: string, on: string, over: object = {}) => ({ step, on, by: '业委会', what: '办了。', record: undefined, ...over });
const vote = (on: string) => step('vote', on, { result: 'passed' });

/** A matter whose owners voted on 25 March 2026, and one payment for it. */
const affair = (over: object, paid?: object): Situation => ({
	records: {
		matters: { fund: 'maintenance', ...over },
		...(paid
			? {
					ledgers: {
						slug: '2026-Q1-own',
						fund: 'maintenance',
						closing: '70.00',
						entries: [{ direction: 'out', kind: 'repair', amount: '30.00', purpose: '门禁', matter, ...paid }],
					},
				}
			: {}),
	},
});
const rented = (on: string): Situation => {
	const paid = { on, direction: 'in', kind: 'charging', matter };
	const steps = [step('proposal', '2026-02-20'), step('notice', '2026-03-01'), vote('2026-03-25')];
	const { records } = affair({ kind: 'commonSpace', fund: undefined, steps }, paid);
	return { records: { ...records, ledgers: { ...records!.ledgers, fund: 'commonIncome', closing: '130.00' } as never } };
};
const way = [
	step('proposal', '2026-02-20'),
	step('putForward', '2026-02-27'),
	step('review', '2026-03-04'),
	step('notice', '2026-03-11'),
	vote('2026-03-25'),
];
const open = [step('proposal', '2026-02-20')];
const use = '使用维修资金先由业主表决通过，再';

export const examples: readonly Example[] = [
	{
		what: '表决通过前一天从维修资金付款：两个日子都记录在案',
		finds: {
			...affair({ steps: way }, { on: '2026-03-24' }),
			says: [`breach steps：${use}付第一笔钱；2026年3月24日付第一笔钱，3月25日表决才通过`],
		},
		leaves: { what: '通过当天付款', ...affair({ steps: way }, { on: '2026-03-25' }) },
	},
	{
		what: '共用部分先收了钱，后来业主才表决通过',
		finds: {
			...rented('2026-03-24'),
			says: ['breach steps：利用共有部分先由业主表决通过，再收第一笔钱；2026年3月24日收第一笔钱，3月25日表决才通过'],
		},
		leaves: { what: '通过当天收钱', ...rented('2026-03-25') },
	},
	{
		what: '表决以前签了合同：合同可以约定通过了才生效',
		finds: {
			...affair({ steps: way, contract: { ...contract, signedOn: '2026-03-24' } }),
			says: [`note contract.signedOn：${use}签合同；2026年3月24日签合同，3月25日表决才通过`],
		},
		leaves: { what: '通过当天签', ...affair({ steps: way, contract: { ...contract, signedOn: '2026-03-25' } }) },
	},
	{
		what: 'R1：本站没有见到表决，不等于没有',
		finds: {
			...affair({ steps: open }, { on: '2026-03-24' }),
			says: [`note steps：${use}付第一笔钱；2026年3月24日付第一笔钱，本站没有见到通过的表决`],
		},
		leaves: { what: '步骤里写明通过', ...affair({ steps: way }, { on: '2026-03-26' }) },
	},
	{
		what: 'R2：业主大会事先授权的，先付款也只提示',
		finds: {
			...affair({ steps: way, mandate: 'documents/ceshiyuan/rules' }, { on: '2026-03-24' }),
			says: [`note steps：${use}付第一笔钱；2026年3月24日付第一笔钱，3月25日表决才通过`],
		},
		leaves: { what: '表决以后付款', ...affair({ steps: way, mandate: 'documents/ceshiyuan/rules' }, { on: '2026-03-25' }) },
	},
	{
		what: '从别的账付的勘察费不是使用维修资金',
		finds: {
			...affair({ steps: way }, { on: '2026-03-24' }),
			says: [`breach steps：${use}付第一笔钱；2026年3月24日付第一笔钱，3月25日表决才通过`],
		},
		leaves: {
			what: '从工作经费付',
			records: {
				...affair({ steps: way }).records,
				ledgers: {
					slug: '2026-Q1-own',
					fund: 'workingFund',
					closing: '70.00',
					entries: [{ on: '2026-03-24', direction: 'out', kind: 'committee', amount: '30.00', purpose: '勘察', matter }],
				},
			},
		},
	},
	{
		what: 'W1：应急没有写险情，是本站要问的，没有条文',
		finds: {
			...affair({ kind: 'emergency', steps: ['danger', 'confirmation', 'repair'].map((name) => step(name, '2026-03-20')) }),
			says: ['note emergency：写明险情、依据、谁确认；没有写'],
		},
		leaves: {
			what: '写了',
			...affair({
				kind: 'emergency',
				steps: ['danger', 'confirmation', 'repair'].map((name) => step(name, '2026-03-20')),
				emergency: { danger: '塌裂', ground: '第四项', confirmedBy: '街道', confirmedOn: '2026-03-20' },
			}),
		},
	},
];
