import type { Example, Situation } from './examples.ts';

/** One expense of the maintenance fund. */
const spent = (kind: string, purpose: string, fund = 'maintenance'): Situation => ({
	records: {
		ledgers: {
			slug: '2026-Q1-own',
			fund,
			closing: '70.00',
			entries: [{ on: '2026-03-01', direction: 'out', kind, amount: '30.00', purpose }],
		},
	},
});
const asked = 'entries[1]：维修资金只用于共用部位、共用设施设备的维修和更新、改造；';
const foreign = '不是共用部位、共用设施设备的维修和更新、改造';

export const examples: readonly Example[] = [
	{
		what: '账上自己写明是业委会经费',
		finds: { ...spent('committee', '委员茶水'), says: [`breach ${asked}“委员茶水”30.00元，业委会经费${foreign}`] },
		leaves: { what: '从工作经费出', ...spent('committee', '委员茶水', 'workingFund') },
	},
	{
		what: 'R8：房屋灭失的，余额返还业主',
		finds: { ...spent('distribution', '房屋灭失返还'), says: [`note ${asked}“房屋灭失返还”30.00元，抵扣分配${foreign}`] },
		leaves: { what: '从公共收益分配', ...spent('distribution', '抵扣物业费', 'commonIncome') },
	},
	{
		what: 'R10：字面像别人该出的，只是线索',
		finds: {
			...spent('repair', '楼内供水管道更新'),
			says: [`note ${asked}“楼内供水管道更新”30.00元，看起来是供水、供电、供气、供热、通信等单位负责的管线`],
		},
		leaves: { what: '没有这样的字', ...spent('repair', '楼内水箱更新') },
	},
];
