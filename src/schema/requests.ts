import type { z } from 'zod';
import { choice, count, day, group, line, list, period, record, ref, text } from './fields.ts';
import { publication } from './publication.ts';

export const requestKinds = {
	repair: '报修',
	parking: '停车',
	noise: '噪声扰民',
	cleaning: '保洁绿化',
	safety: '安全消防',
	lift: '电梯',
	charging: '充电',
	fee: '收费',
	neighbour: '邻里纠纷',
	pets: '养犬',
	other: '其他',
} as const;

/** Who sorted out what: a request in a community, its street, or above. */
export const requestTiers = { community: '小区办理', neighbourhood: '社区办理', street: '街道办理', above: '转上级部门' } as const;

/** What residents asked for in one community in one month: counts, and cases that name nobody. */
export const request = record({
	period: period('月份', '写成 2026-03。'),
	received: count('收到', '这个月一共收到几件，各个渠道都算。'),
	orders: group('订单', '收到的诉求里要派人上门办的：登记、派单、接单、办结、评价、满意，一步不多于前一步。', {
		placed: count('登记', '登记了几件。'),
		dispatched: count('派单', '派出几件。'),
		accepted: count('接单', '有人接的几件。'),
		finished: count('办结', '办完几件。'),
		rated: count('评价', '有评价的几件。'),
		satisfied: count('满意', '评价满意的几件。'),
	}),
	answered: count('答复', '已经答复几件。'),
	inTime: count('按时答复', '在期限内答复几件。'),
	limitDays: count('期限（天）', '几天内答复算按时。'),
	kinds: list(
		group('类别', '一类诉求。', {
			kind: choice('类别', '是哪一类。', requestKinds),
			received: count('收到', '几件。'),
			inTime: count('按时答复', '几件按时答复。'),
		}),
		'按类别',
		'一类一条，加起来等于收到的。',
	).default([]),
	channels: list(
		group('渠道', '一个渠道。', { name: line('渠道', '例如“接待日”“意见箱”“12345转来”。'), received: count('收到', '几件。') }),
		'按渠道',
		'一个渠道一条，加起来等于收到的。',
	).default([]),
	tiers: list(
		group('分级', '一级办理。', { tier: choice('谁办', '在哪一级办。', requestTiers), n: count('件数', '几件。') }),
		'分级办理',
		'一级一条。',
	).default([]),
	mediations: list(
		group('调解', '一类调解，只写数和结果。', {
			topic: line('事由', '例如“养犬扰民”，不写当事人。'),
			n: count('件数', '调解几件；不到5件的不填，免得猜得出是谁。').optional(),
			settled: count('达成', '达成一致几件；件数不填的也不填。').optional(),
			by: line('谁调解', '组织或岗位。'),
		}),
		'调解',
		'只有件数和结果，没有当事人。',
	).default([]),
	welfareVisits: count('关爱走访', '走访了几次，只写次数。').optional(),
	cases: list(
		group('办理一例', '一件有代表性的，去掉姓名、房号。', {
			kind: choice('类别', '是哪一类。', requestKinds),
			what: text('事情', '什么事。'),
			patrolledOn: day('报来', '哪天报来，或者巡查发现的。').optional(),
			analysedOn: day('查明', '哪天查明、商量好怎么办的。').optional(),
			disposedOn: day('办结', '哪天办好的。').optional(),
			raisedBy: line('谁提', '诉求方，写组织或“居民”。'),
			supervisedBy: line('谁协调监督', '协调方。'),
			executedBy: line('谁办', '执行方。'),
			result: text('结果', '办成什么样。'),
		}),
		'办理情况',
		'报来、查明、办结各是哪天。',
	).default([]),
	about: list(ref(['meetings', 'notices', 'documents'], '相关记录', '有关的接待日记录、公示。'), '相关记录', '有关的记录。').default([]),
	...publication,
});

export type Request = z.infer<typeof request>;
