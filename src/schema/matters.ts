import type { z } from 'zod';
import { area, choice, count, day, figure, flag, group, line, list, money, record, ref, text } from './fields.ts';
import { funds } from './ledgers.ts';
import { grades, publication } from './publication.ts';

export const matterKinds = {
	repair: '维修改造',
	emergency: '应急维修',
	purchase: '采购服务',
	election: '选举',
	commonSpace: '共有部分使用',
	rule: '制度修订',
	programme: '阶段创建',
	seals: '用章登记',
} as const;

export const matterStates = { open: '办理中', done: '已办结', dropped: '不再办' } as const;

/** What can happen on the way from proposal to result. Which of them a kind of matter goes through, and in which order, is in `domain/matter.ts`. */
export const steps = {
	proposal: '提议',
	putForward: '提出',
	review: '预审',
	notice: '公示',
	vote: '表决',
	filing: '备案',
	tender: '比选',
	contract: '合同',
	change: '变更',
	payment: '付款',
	works: '施工',
	acceptance: '验收',
	settlement: '结算审价',
	apportionment: '分摊公示',
	retention: '质保金',
	returnVisit: '回访',
	danger: '险情',
	confirmation: '确认',
	repair: '抢修',
	report: '事后公示',
	preparation: '筹备',
	nomination: '推荐',
	candidates: '候选人公示',
	result: '结果公告',
	handover: '交接',
	draft: '起草',
	consultation: '征求意见',
	inForce: '施行',
	start: '启动',
	milestone: '节点',
} as const;

export const stepResults = { done: '已完成', passed: '通过', failed: '未通过', dropped: '不再办' } as const;

/** Firms and money: who offered what, and at which price. */
const bid = group('报价', '一家单位的报价。', {
	firm: line('单位', '单位全称。'),
	unifiedCode: line('统一社会信用代码', '18位。').optional(),
	price: money('报价', '多少元。'),
	won: flag('选中', '选中的那一家选“是”。').default(false),
	note: line('说明', '保修、工期，或没有选中的理由。').optional(),
});

/** One affair from the first proposal to the last result. Payments are not typed here: they are drawn from the ledgers that name it. */
export const matter = record({
	title: line('标题', '例如“6栋电梯大修”。'),
	kind: choice('类别', '是哪一类事，决定要走哪些步骤。', matterKinds),
	state: choice('状态', '办理中、已办结，还是不再办。', matterStates),
	raisedOn: day('提起日期', '哪天有人提出的。'),
	closedOn: day('办结日期', '办结或不再办的日期。').optional(),
	scope: line('范围', '例如“6栋业主”“全体业主”。').optional(),
	lead: ref(['bodies'], '负责组织', '由哪个组织负责。'),
	inCharge: line('负责人', '岗位和姓名，只写任职人员。').optional(),
	supervisors: list(
		group('监督', '谁来监督。', { who: line('谁', '组织、岗位，或“业主代表3人”。'), how: line('怎么监督', '到场、签字、看账。') }),
		'监督',
		'全程监督的单位和业主。',
	).default([]),
	fund: choice('出钱的资金', '用哪一本账的钱。', funds).optional(),
	mandate: ref(['documents', 'meetings'], '授权', '业主大会事先授权、不用逐项表决的，选写着授权的制度或会议纪要。').optional(),
	budget: money('预算', '公示的预算。').optional(),
	steps: list(
		group('步骤', '走到的一步，或打算走的一步。', {
			step: choice('步骤', '是哪一步。', steps),
			on: day('日期', '哪天做的；还没做的不填。').optional(),
			until: day('到', '延续几天的，最后一天。').optional(),
			planned: line('打算', '还没做的，写什么时候做，例如“5月20日前”。').optional(),
			by: line('谁', '哪个组织或岗位做的。'),
			result: choice('结果', '完成、通过、未通过。', stepResults).optional(),
			what: text('经过', '一两句话。'),
			record: ref(['meetings', 'notices', 'documents', 'ledgers', 'bodies'], '记录', '这一步的纪要、公示或文件。').optional(),
		}),
		'步骤',
		'按时间排列。',
	).min(1),
	options: list(
		group('办法', '比较过的一种办法。', {
			name: line('办法', '例如“整体大修”。'),
			cost: money('费用', '估计多少元。').optional(),
			good: line('好处', '好在哪里。').optional(),
			bad: line('短处', '差在哪里。').optional(),
			chosen: flag('选了它', '最后选的选“是”。').default(false),
		}),
		'比较过的办法',
		'比较过哪几种，为什么选这一种。',
	).default([]),
	siteVisit: group('实地察看', '去现场看过的。', {
		on: day('日期', '哪天。'),
		who: line('谁去了', '单位和岗位。'),
		saw: text('看到什么', '结论。'),
	}).optional(),
	objections: list(
		group('不同意见', '一条不同意见和答复。不写是谁提的。', {
			matter: text('意见', '去掉姓名、房号。'),
			answer: text('答复', '怎么答复的。').optional(),
		}),
		'不同意见',
		'公示以外收到的；公示期内的写在公示里。',
	).default([]),
	bids: list(bid, '报价', '一家一条，没选中的也写。').default([]),
	contract: group('合同', '签了合同的。', {
		firm: line('单位', '单位全称。'),
		unifiedCode: line('统一社会信用代码', '18位。').optional(),
		signedOn: day('签订日期', '哪天签的。'),
		amount: money('金额', '合同价。'),
		retention: money('质保金', '合同价里留到最后付的。').optional(),
		warrantyMonths: count('保修（月）', '保修几个月。').optional(),
		document: ref(['documents'], '合同文本', '公开的合同，遮去账号。').optional(),
	}).optional(),
	planned: list(
		group('约定的付款', '合同约定的一笔付款。', {
			name: line('名称', '例如“第二笔”。'),
			amount: money('金额', '多少元。'),
			condition: line('条件', '做到什么才付。'),
			due: day('期限', '最迟哪天付。').optional(),
		}),
		'约定的付款',
		'实际付的，从资金账里取。',
	).default([]),
	changes: list(
		group('变更', '一次合同变更。', {
			on: day('日期', '哪天定的。'),
			what: text('变更内容', '改了什么、为什么。'),
			direction: choice('增减', '加钱还是减钱。', { more: '增加', less: '减少' }),
			amount: money('金额', '增减多少元。'),
			decision: ref(['meetings', 'notices', 'documents'], '决定', '依据哪次决定。').optional(),
		}),
		'变更',
		'合同签了以后的增减。',
	).default([]),
	settlement: group('结算', '结算和审价。', {
		on: day('日期', '审定的日期。'),
		claimed: money('送审价', '施工单位报的。'),
		approved: money('审定价', '审下来的。'),
		by: line('谁审的', '审价单位。'),
		document: ref(['documents'], '审价报告', '公开的报告。').optional(),
	}).optional(),
	apportionment: group('分摊', '按专有部分面积分摊，每份多少由系统算到分，加起来等于总数。', {
		amount: money('分摊总额', '一共多少元。'),
		parts: list(
			group('一份', '一个单元或一栋。', {
				name: line('名称', '楼栋或单元，不写到户。'),
				area: area('面积', '专有部分面积之和。'),
				households: count('户数', '多少户。'),
			}),
			'各份',
			'写到单元为止；每户的数凭证件到现场查。',
		).min(1),
	}).optional(),
	measures: list(
		group('前后', '一项前后对比的数。', {
			what: line('看什么', '例如“每月停梯次数”。'),
			unit: line('单位', '例如“次”。'),
			before: figure('以前', '以前的数。'),
			beforeOn: line('以前的时间', '例如“2024年全年”。'),
			after: figure('以后', '以后的数，还没有的不填。').optional(),
			afterOn: line('以后的时间', '例如“2026年一季度”。').optional(),
			source: line('来源', '数据来自哪里。'),
			grade: choice('性质', '谁记的、能不能核对；说不清的算自述。', grades).default('self'),
		}),
		'前后对比',
		'同一件事，办以前量一次，办以后再量一次。',
	).default([]),
	related: list(
		group('利害关系', '收款方和任职人员有关系的，写明。', {
			who: line('谁', '任职人员的岗位。'),
			relation: line('什么关系', '例如“配偶在该公司任职”。'),
			firm: line('哪家单位', '和哪家报价或收款的单位有关系，单位全称。').optional(),
			saidOn: day('说明日期', '哪天说明的。'),
			recused: flag('回避了', '没有参加决定的选“是”。'),
		}),
		'利害关系',
		'说明过的关系和回避情况。',
	).default([]),
	emergency: group('应急', '应急维修填。', {
		danger: text('险情', '什么险情、危及什么。'),
		ground: line('依据', '应急清单的哪一项。'),
		confirmedBy: line('谁确认', '哪个单位确认的。'),
		confirmedOn: day('确认日期', '哪天确认的。'),
		report: ref(['notices'], '事后公示', '事后公布费用和分摊的公示。').optional(),
	}).optional(),
	election: group('选举', '选举填。候选人的住址、年龄等不上网。', {
		seats: count('应选', '选几人。'),
		candidates: count('候选人', '几名候选人。'),
		partyMembers: count('当选的党员', '当选者里党员几人；只写人数。').optional(),
		guides: list(
			group('指导', '全程指导的单位或岗位。', { who: line('谁', '单位或岗位。'), did: line('做什么', '指导哪些环节。') }),
			'指导',
			'谁来指导。',
		).default([]),
		elected: list(
			group('当选', '一名当选人。', {
				name: line('姓名', '当选人。'),
				post: line('职务', '推选的职务。'),
				heads: count('同意人数', '得票人数。'),
				area: area('同意面积', '得票面积。'),
			}),
			'当选',
			'按票数排列。',
		).default([]),
	}).optional(),
	seals: list(
		group('用章', '用一次章。', {
			on: day('日期', '哪天用的。'),
			seal: line('哪枚章', '例如“业主委员会公章”。'),
			purpose: line('用途', '盖在什么上面。'),
			decision: ref(['meetings', 'notices', 'documents', 'matters'], '决定', '依据哪次决定。').optional(),
			by: line('经办', '岗位。'),
			witness: line('见证', '岗位。').optional(),
		}),
		'用章',
		'一次一条。',
	).default([]),
	stages: list(
		group('阶段', '一个阶段。', {
			name: line('阶段', '例如“第一阶段：摸底”。'),
			from: day('从', '哪天开始。'),
			until: day('到', '哪天结束。'),
			milestones: list(
				group('节点', '一个节点。', {
					what: line('做到什么', '可以核对的结果。'),
					due: day('期限', '哪天以前。'),
					done: day('完成', '哪天做到的。').optional(),
					note: line('说明', '没做到的写原因。').optional(),
				}),
				'节点',
				'这个阶段要做到的。',
			).default([]),
		}),
		'阶段',
		'分几个阶段、每个阶段做到什么。',
	).default([]),
	about: list(
		ref(['meetings', 'notices', 'documents', 'bodies', 'ledgers', 'matters'], '相关记录', '有关的记录。'),
		'相关记录',
		'步骤里没有写到的。',
	).default([]),
	...publication,
});

export type Matter = z.infer<typeof matter>;
export type Step = Matter['steps'][number];
