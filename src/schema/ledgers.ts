import type { z } from 'zod';
import { choice, day, group, line, list, money, period, record, ref, text } from './fields.ts';
import { publication } from './publication.ts';

export const funds = {
	maintenance: '维修资金',
	commonIncome: '公共收益',
	special: '专项基金',
	workingFund: '工作经费',
	propertyFee: '物业费（酬金制）',
} as const;

const directions = { in: '收入', out: '支出' } as const;

/** Money that comes in. */
export const incomeKinds = {
	parking: '停车',
	liftAds: '电梯及楼道广告',
	outdoorAds: '户外广告',
	venue: '场地租赁',
	telecom: '通信基站',
	charging: '充电设施',
	rent: '经营用房租金',
	damages: '赔偿补偿',
	interest: '利息',
	deposit: '交存',
	propertyFee: '物业费',
	grant: '拨款补助',
	transferIn: '转入',
	otherIn: '其他收入',
} as const;

/** Money that goes out. */
export const expenseKinds = {
	operating: '经营成本',
	tax: '税费',
	toMaintenance: '转入维修资金',
	transferOut: '转出',
	repair: '设施维修',
	renewal: '更新改造',
	emergency: '应急维修',
	committee: '业委会经费',
	audit: '审计和法律服务',
	welfare: '公益活动',
	distribution: '抵扣分配',
	otherOut: '其他支出',
} as const;

/** Whose money it is that came in. */
export const moneySources = {
	owners: '业主交纳',
	operation: '经营收入',
	appropriation: '行政拨款',
	sponsorship: '赞助',
	donation: '捐赠',
	developer: '建设单位',
	otherSource: '其他来源',
} as const;

/** What was given besides money. */
export const gifts = { service: '义务服务', goods: '物资', venue: '场地' } as const;

export const reconciliations = { matched: '一致', explained: '有差额，已说明', unmatched: '不一致', none: '未对账' } as const;

/** One fund of one community over one period: opening + in − out = closing, to the 分. */
export const ledger = record({
	fund: choice('资金', '哪一本账。几本账分开记账，不互相抵用。', funds),
	period: period('期间', '哪个季度、半年、月或年。'),
	custodian: line('谁管', '资金由谁管理。'),
	account: line('账户', '只写尾号，例如“尾号4471，单独立账”。'),
	preparedBy: line('编制', '谁编的账（岗位和姓名）。'),
	reviewedBy: line('审核', '谁审的账（岗位和姓名）。'),
	opening: money('期初结余', '等于上一期的期末结余。'),
	closing: money('期末结余', '期初＋收入－支出，系统会核对。'),
	entries: list(
		group('明细', '一笔收入或支出。', {
			on: day('日期', '哪天入账。'),
			direction: choice('收支', '收入还是支出。', directions),
			kind: choice('类别', '收入和支出各有各的类别。', { ...incomeKinds, ...expenseKinds }),
			amount: money('金额', '这笔多少元，写正数。'),
			purpose: line('用途', '做什么用的。'),
			counterparty: line('对方', '对方单位；付给个人的，只写姓加“某某”。'),
			voucher: line('凭证号', '凭证编号。').optional(),
			source: choice('钱的来源', '收进来的钱是谁的，支出的不填。', moneySources).optional(),
			decision: ref(['meetings', 'notices', 'documents'], '决定', '依据哪次会议的决定或哪份公示。').optional(),
			matter: ref(['matters'], '事项', '为哪一件事收的、付的。').optional(),
			note: line('备注', '要说明的。').optional(),
		}),
		'明细',
		'一笔一条，按日期排列。',
	),
	inKind: list(
		group('不花钱的', '一项义务服务、物资或场地。', {
			on: line('时间', '例如“2026年3月”。'),
			kind: choice('类别', '义务服务、物资还是场地。', gifts),
			what: line('内容', '做了什么、给了什么。'),
			by: line('谁', '单位或队伍，不写个人。'),
			amount: line('多少', '例如“14人次，每次2小时”。').optional(),
		}),
		'义务服务和捐物',
		'没有花钱得到的服务、物资、场地，不算进收支。',
	).default([]),
	firstDeposit: money('首期交存', '维修资金首期交存的总额，用来看余额够不够。').optional(),
	reconciliation: group('与银行对账', '账面和银行对账单是否一致。', {
		result: choice('结果', '一致还是不一致。', reconciliations),
		on: day('对账日期', '哪天对的。').optional(),
		note: line('说明', '不一致的，差多少、为什么。').optional(),
	}),
	audit: group('审计', '请人审计过的，写明。', {
		by: line('谁审的', '审计单位。'),
		on: day('报告日期', '审计报告的日期。'),
		opinion: text('意见', '审计意见的结论。'),
	}).optional(),
	remark: text('说明', '看账的人需要知道的，例如一笔大支出的来由。').optional(),
	...publication,
});

export type Ledger = z.infer<typeof ledger>;
export type LedgerEntry = Ledger['entries'][number];
