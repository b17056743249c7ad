import type { z } from 'zod';
import { memberShares } from '../law/vote.ts';
import { feeBases } from './communities.ts';
import { choice, count, day, flag, group, line, list, money, record, text } from './fields.ts';
import { funds } from './ledgers.ts';
import { meetingForms, silencePolicies } from './meetings.ts';
import { periodUnits, topics } from './notices.ts';
import { audiences, publication } from './publication.ts';

export const rulepackLevels = { national: '全国', city: '城市', sample: '示例' } as const;

export const frequencies = {
	monthly: '每月',
	quarterly: '每季度',
	halfYearly: '每半年',
	yearly: '每年',
	perEvent: '每次',
	standing: '长期',
} as const;

/** The collections in which a disclosure can be found by what a record is. */
export const matchedCollections = {
	ledgers: '资金账',
	meetings: '会议纪要',
	notices: '公示公告',
	documents: '制度',
	bodies: '组织名册',
	requests: '诉求',
} as const;

/** How a record stands for a disclosure: as that of its period, or as what happened and was to be published. */
export const matchedBy = { period: '一期一条', event: '一次一条' } as const;

/** Where a kind of content may be shown: as an audience, in part, or not at all. */
export const packAudiences = { ...audiences, masked: '网上隐去一部分', never: '不公开' } as const;

/** What silence means where the rules say nothing else: nothing. */
export const packSilence = { none: '不算参与', ...silencePolicies } as const;

/** How many members of a committee must come, or agree. */
export const committeeShares = {
	moreThanHalf: memberShares.moreThanHalf.words,
	half: memberShares.half.words,
	twoThirds: memberShares.twoThirds.words,
} as const;
/** What a committee must have done so long before its term is over. */
export const renewalActs = { report: '书面报告街道办事处、乡镇人民政府', assembly: '召开业主大会换届', organise: '组织换届' } as const;
/** From which day a term's handover is counted. */
export const handoverStarts = { termEnd: '任期届满', renewalGroup: '换届改选小组成立' } as const;
/** Of whom the share that agrees is taken. */
export const agreeingOf = { all: '全体委员', present: '到会委员' } as const;

/** Written where a rule is known and the number of its article is not. */
export const NO_ARTICLE = '条号未核实';

/** One rule with its numbers, its article, and the words by which that leaves room; a rule the place does not have is left out. */
const rule = <S extends z.ZodRawShape>(title: string, description: string, shape: S) =>
	group(title, description, {
		...shape,
		article: line('条款', `例如“第十二条”；不知道第几条的写“${NO_ARTICLE}”。`),
		room: line('留有余地', '条文写“一般”“可以”“另有约定”的，照抄这几个字：不符合的只提示，不说谁不符合规定。').optional(),
	}).optional();
const days = (what: string) => count('天数', what);

const rules = group('数字', '各地不一样的天数、人数和比例，每一项写明条款；没有规定的不填。', {
	assemblyNotice: rule('业主大会通知', '开会前多少天通知。', {
		days: days('开会前至少多少天。'),
		extraordinary: count('临时会议（天）', '临时会议另有规定的，至少多少天。').optional(),
	}),
	assemblyDemand: rule('业主要求开会', '业主提议开业主大会、业委会不召集的，找谁。', {
		ask: line('找谁', '例如“街道办事处、乡镇人民政府”。'),
		says: line('怎么办', '条文怎么说，例如“责令限期召集；逾期仍未召集的，由其组织召集”。'),
	}),
	agendaLock: rule('没有公示的议题', '规定了没有公示的议题不能表决的，填条款。', {}),
	votingWindow: rule('表决期', '业主投票的期间有多长。', {
		least: count('最短（天）', '至少多少天。'),
		most: count('最长（天）', '至多多少天。'),
	}),
	assemblyResult: rule('表决结果', '业主大会的决定多少天内公布。', {
		within: count('几天内', '作出决定后多少天内。'),
		hang: count('张贴天数', '至少张贴多少天。').optional(),
	}),
	committeeNotice: rule('业委会会议公告', '开会前多少天公告内容和议程。', {
		days: count('天数', '开会前至少多少天向业主公告；当地没有规定天数的不填。').optional(),
		otherwise: line('没有天数', '没有规定天数的，写明条文怎么说，例如“提前告知居民委员会”。').optional(),
	}),
	committeeDecision: rule('业委会决定', '决定多少天内公布。', {
		within: count('几天内', '作出决定后多少天内。'),
		hang: count('张贴天数', '至少张贴多少天。').optional(),
	}),
	committeeQuorum: rule('业委会的人数', '几个委员到会才能开会，几个同意才算通过。', {
		present: choice('到会', '正好一半够不够，照条文。', committeeShares),
		agree: choice('同意', '正好一半够不够，照条文。', committeeShares),
		agreeOf: choice('同意的占谁', '占全体委员，还是占到会的。', agreeingOf).default('all'),
	}),
	committeeSize: rule('业委会人数', '几个人组成。', {
		least: count('最少', '至少几人。'),
		most: count('最多', '至多几人，没有规定的不填。').optional(),
		odd: flag('单数', '必须是单数的选“是”。').default(true),
		small: line('小的小区', '小的小区另有规定的，写明。').optional(),
	}),
	eligibility: rule('委员的条件', '和物业有关系的能不能当委员。', {
		says: line('条文', '例如“本人、配偶及其直系亲属与物业服务人无直接的利益关系”。'),
	}),
	committeeTerm: rule('业委会任期', '一届几年。', {
		least: count('最短（年）', '至少几年。').optional(),
		most: count('最长（年）', '至多几年。'),
	}),
	committeeFiling: rule('备案', '选出后多少天内备案。', { days: days('选举产生后多少天内。') }),
	rosterPosted: rule('名单公布', '选出后多少天内公布名单。', {
		within: count('几天内', '选出后多少天内。'),
		since: line('从哪天数', '例如“推选主任、副主任完成之日”。').optional(),
		by: line('由谁', '条文点名由谁公布的，写谁。').optional(),
		hang: count('张贴天数', '至少张贴多少天。').optional(),
	}),
	candidates: rule('候选人公示', '候选人名单公示多久。', {
		before: count('提前（天）', '选举前多少天公示。').optional(),
		hang: count('张贴天数', '至少张贴多少天。'),
	}),
	renewal: rule('换届提前', '任期届满前多久要做什么。', {
		act: choice('做什么', '只要书面报告，还是要开好业主大会。', renewalActs),
		months: count('月', '提前几个月；按天算的不填。').optional(),
		days: count('天', '提前多少天；按月算的不填。').optional(),
	}),
	handover: rule('交接', '账册、印章、用房的交接。', {
		days: days('届满、改选后多少天内交清。'),
		since: choice('从哪天数', '从任期届满那天，还是从换届改选小组成立那天。', handoverStarts).default('termEnd'),
		to: line('交给谁', '届满的交给谁，例如“新一届业主委员会”。').optional(),
		leaver: count('离任（天）', '中途离任的，多少天内交清。').optional(),
	}),
	notice: rule('公示期', '公示多少天、怎么算。', {
		days: count('天数', '没有另外规定的，公示多少天。').optional(),
		unit: choice('单位', '自然日还是工作日。', periodUnits).default('calendar'),
		rollOver: flag('顺延', '最后一天是法定休假日就顺延的，选“是”。'),
	}),
	disclosure: rule('公开期限', '公开的期限怎么算。', {
		rollOver: flag('顺延', '最后一天是法定休假日就顺延的，选“是”；没有规定的不填，照民法典顺延。'),
	}),
	silence: rule('没有投票的', '选票送到、没有投的怎么算。', {
		policy: choice('怎么算', '小区自己的规约另有约定的，以规约为准。', packSilence),
	}),
	spending: rule('须有决定的支出', '单笔多少元以上须有决定。', { amount: money('金额', '单笔达到这个数。') }),
	transfers: rule('转入维修资金', '公共收益至少多少转入维修资金。', {
		percent: count('百分之几', '至少百分之多少。'),
		more: flag('超过', '必须超过、不能正好等于这个比例的选“是”。').default(false),
		when: line('什么情况下', '有条件的写明。').optional(),
	}),
	lowBalance: rule('维修资金不足', '余额低于首期交存的多少，应当续交。', { percent: count('百分之几', '首期交存额的百分之多少。') }),
	emergency: rule('应急使用', '哪些情况可以不经表决使用维修资金。', {
		cases: list(line('情况', '一种情况。'), '情况', '一种情况一条。').default([]),
		hang: count('事后公示（天）', '事后至少公示多少天。').optional(),
		within: count('几天内公布', '完工后多少天内公布。').optional(),
	}),
	managementCommittee: rule('物业管理委员会', '没有业委会时由街道组织的临时机构。', {
		least: count('最少', '至少几人。'),
		most: count('最多', '至多几人，没有规定的不填。').optional(),
		odd: flag('单数', '必须是单数的选“是”。').default(false),
		hang: count('决定张贴', '决定至少张贴多少天，没有规定的不填。').optional(),
		unit: choice('单位', '张贴的天数是自然日还是工作日。', periodUnits).optional(),
	}),
	managementTerm: rule('物业管理委员会任期', '一届几年。', { most: count('最长（年）', '至多几年。') }),
}).default({});

/** The dated rules of a place: what must be disclosed, how often, by whom, on what basis; and the numbers that vary. */
export const rulepack = record({
	title: line('名称', '例如“示例市物业管理规则（2025年版）”。'),
	level: choice('层级', '全国、城市还是示例。', rulepackLevels),
	area: line('适用地方', '例如“杭州市”。'),
	text: line('规则名称', '法规、规章的全称。'),
	versionOn: day('版本日期', '规则文本的日期：通过、修正、公布的那天。'),
	inForceFrom: day('施行日期', '这一版从哪天起施行；以前的事不按它核对。'),
	verifiedOn: day('核实日期', '谁在哪天核对过原文；没有核实的不填，页面注明“未核实”。').optional(),
	verifiedBy: line('核实人', '核对原文的岗位。').optional(),
	rules,
	duties: list(
		group('应公开事项', '一项应公开的内容。', {
			code: line('编号', '英文短名，例如 fund-quarterly。'),
			what: line('公开什么', '内容。'),
			frequency: choice('多久一次', '公开的频率。', frequencies),
			within: count('期限（天）', '期间结束、事情发生以后多少天内公开；长期公开的，从起算那天起多少天内。').optional(),
			before: count('提前（天）', '要在事情以前公开的，至少提前多少天。').optional(),
			hang: count('张贴天数', '至少张贴多少天。').optional(),
			by: line('由谁公开', '责任主体。'),
			basis: line('依据', '条款，例如“第三十条”。'),
			onlyUnder: choice('只限', '只在这种计费方式下才要公开的，选它。', feeBases).optional(),
			match: list(
				group('对上哪些记录', '这样的记录就是公开了这一项。', {
					collection: choice('栏目', '在哪个栏目里找。', matchedCollections),
					fund: choice('资金', '账目：哪一本。', funds).optional(),
					form: choice('会议形式', '会议：哪一种。', meetingForms).optional(),
					kind: line('类别', '公示、制度、组织：类别的英文名，例如 covenant。').optional(),
					topic: choice('事由', '公示：关于哪一类事。', topics).optional(),
					per: choice('怎么对', '账目一期一条；会议一次一条。', matchedBy),
				}),
				'对上哪些记录',
				'有几条的，合上一条就算；都对不上的，由记录自己写明履行了哪一项。',
			).default([]),
		}),
		'应公开事项',
		'一项一条。',
	).default([]),
	audiences: list(
		group('公开范围', '一类内容给谁看。', {
			what: line('内容', '例如“业主分户账”。'),
			field: line('字段', '对应的栏目和字段，例如 bodies.terms.members.name；没有对应的不填。').optional(),
			audience: choice('给谁看', '网上公开、只对业主、只在现场，还是不公开。', packAudiences),
			basis: line('依据', '条款或理由。'),
		}),
		'各类内容给谁看',
		'哪类内容默认给谁看，一类一条。',
	).default([]),
	remark: text('说明', '和上位法不一致、存疑的地方。').optional(),
	...publication,
});

export type Rulepack = z.infer<typeof rulepack>;
export type Duty = Rulepack['duties'][number];
