import type { Example, Situation } from './examples.ts';

const own = { spendingThreshold: '40.00', spendingBasis: { document: 'documents/ceshiyuan/rules', clause: '第九条' } };

/** One expense in a community whose own rules ask for a decision from 40.00 yuan on. */
const spent = (amount: string, over: object = {}): Situation => ({
	records: {
		communities: own,
		ledgers: {
			slug: '2026-Q1-own',
			closing: `${(100 - Number(amount)).toFixed(2)}`,
			entries: [{ on: '2026-03-01', direction: 'out', kind: 'repair', amount, purpose: '照明', voucher: '支-1', ...over }],
		},
	},
});

export const examples: readonly Example[] = [
	{
		what: 'R1：没有写决定，本站没有见到，不等于没有',
		finds: { ...spent('40.00'), says: ['note entries[1]：公共收益单笔40.00元以上，写明决定和凭证；“照明”40.00元，没有写决定'] },
		leaves: { what: '差一分不到金额', ...spent('39.99') },
	},
	{
		what: '没有写凭证号',
		finds: {
			...spent('40.00', { voucher: undefined, decision: 'meetings/ceshiyuan/2026-03-10-joint' }),
			says: ['note entries[1]：公共收益单笔40.00元以上，写明决定和凭证；“照明”40.00元，没有写凭证号'],
		},
		leaves: { what: '都写了', ...spent('40.00', { decision: 'meetings/ceshiyuan/2026-03-10-joint' }) },
	},
];
