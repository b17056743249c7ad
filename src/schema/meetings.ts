import type { z } from 'zod';
import { area, choice, count, day, flag, group, line, list, record, ref, text, time } from './fields.ts';
import { publication } from './publication.ts';

export const meetingForms = {
	joint: '联席会议',
	committee: '业委会会议',
	assembly: '业主大会',
	round: '圆桌会',
	bench: '板凳会',
	courtyard: '院落会议',
	sunshine: '阳光议事会',
	reception: '接待日',
} as const;

export const meetingStates = { draft: '初稿', approved: '已定稿', signed: '已签字' } as const;

export const outcomes = {
	passed: '通过',
	rejected: '未通过',
	deferred: '没有定',
	noted: '知悉',
	answered: '已答复',
	opened: '转办',
} as const;

/** @law 民法典 第二百七十八条 */
export const matters = {
	'1': '制定和修改业主大会议事规则',
	'2': '制定和修改管理规约',
	'3': '选举业主委员会或者更换业主委员会成员',
	'4': '选聘和解聘物业服务企业或者其他管理人',
	'5': '使用建筑物及其附属设施的维修资金',
	'6': '筹集建筑物及其附属设施的维修资金',
	'7': '改建、重建建筑物及其附属设施',
	'8': '改变共有部分的用途或者利用共有部分从事经营活动',
	'9': '有关共有和共同管理权利的其他重大事项',
} as const;

/** What the community's own rules may say of ballots that were delivered and not cast. @law 业主大会和业主委员会指导规则 第二十六条 */
export const silencePolicies = { followMajority: '并入已表决的多数意见', deemed: '算参与，不算同意' } as const;

const tally = (title: string, description: string) =>
	group(title, description, { heads: count('人数', '多少人（一个专有部分算一人）。'), area: area('面积', '专有部分面积，平方米。') });

/** One meeting: what was put, what was decided, by which count, who does it and by when. The minutes are the body. */
export const meeting = record({
	title: line('标题', '例如“4月联席会议：定了三项，一项留到5月”。'),
	form: choice('形式', '是哪一种会。', meetingForms),
	bodies: list(ref(['bodies'], '组织', '召集会议的组织。'), '召集', '由哪些组织召集。').min(1),
	extraordinary: flag('临时会议', '业主大会临时会议选“是”。').optional(),
	calledOn: day('通知日期', '会议通知和议程张贴的日期。').optional(),
	heldOn: day('开会日期', '哪天开的。表决延续几天的，写最后一天。'),
	startsAt: time('开始', '几点开始。').optional(),
	endsAt: time('结束', '几点结束。').optional(),
	place: line('地点', '在哪里开的。'),
	chair: line('主持', '主持人。').optional(),
	recorder: line('记录', '记录人。').optional(),
	status: choice('状态', '初稿、已定稿还是已签字。', meetingStates),
	signedOn: day('签字日期', '哪天签字的。').optional(),
	original: line('原件', '签字原件存在哪里、编号。').optional(),
	parties: list(
		group('参会方', '一个单位的到会情况。', {
			name: line('单位', '例如“业主委员会”“楼栋长”。'),
			body: ref(['bodies'], '名册编号', '在组织名册里的，选它。').optional(),
			due: count('应到', '应到几人。'),
			present: count('实到', '实到几人，不含列席的。'),
			inAttendance: count('列席', '到会但不算实到的几人：候补委员、秘书、顾问、旁听的业主。').optional(),
			note: line('说明', '缺席、请假、列席的情况。').optional(),
		}),
		'到会',
		'一个单位一条。',
	).default([]),
	agenda: list(
		group('议题', '一个议题和它的结果。', {
			title: line('议题', '议的是什么事。'),
			decision: text('决定', '决定的原话。没有决定的，写留到什么时候、由谁再提。'),
			outcome: choice('结果', '通过、未通过、没有定，还是别的。', outcomes),
			vote: group('表决', '到会人员的表决。', {
				by: line('由谁表决', '例如“业委会，6名在任，5名到会”。'),
				for: count('同意', '同意几人。'),
				against: count('反对', '反对几人。'),
				abstained: count('弃权', '弃权几人。'),
			}).optional(),
			ownersVote: group('业主共同决定', '业主表决的计票：人数和面积都要写。', {
				matter: choice('事项', '民法典第二百七十八条列的哪一项。', matters),
				scope: line('范围', '例如“全体业主”“3栋业主”。'),
				total: tally('全体', '范围内的总人数和总面积。'),
				part: tally('参与', '同意、反对、弃权加起来；规则写明无效票算参与的，再加上无效票。'),
				for: tally('同意', '同意的人数和面积。'),
				against: tally('反对', '反对的人数和面积。'),
				abstained: tally('弃权', '弃权的人数和面积。'),
				invalid: tally('无效票', '无效票的人数和面积。').optional(),
				invalidCounts: group('无效票算参与', '规约或议事规则写明无效票算参与的才填；不填就是不算参与。', {
					clause: line('条款', '管理规约或议事规则第几条，原话。'),
					document: ref(['documents'], '文件', '写着这一条的文件。').optional(),
				}).optional(),
				silent: tally('送达未投', '选票送到了、没有投的人数和面积；规约写明未投票怎么算的，必须填。').optional(),
				also: list(
					choice('同一议案的其他事项', '一个议案里还有哪一项。', matters),
					'同一议案的其他事项',
					'一个议案含几项的，按最严的一项算。',
				).default([]),
				silence: group('未投票的怎么算', '规约写明未投票怎么算的才填；不填就是不算参与。严格计算的结果总会一起公布。', {
					rule: choice('规则', '视为参与，还是随多数意见。', silencePolicies),
					clause: line('条款', '管理规约或议事规则第几条，原话。'),
					document: ref(['documents'], '文件', '写着这一条的文件。').optional(),
				}).optional(),
				grouped: list(
					group('合并计数', '几个专有部分算一个人的。', {
						what: line('谁', '写类别，例如“建设单位未出售的房屋”，不写姓名。'),
						units: count('几个专有部分', '一共几个。'),
						heads: count('算几人', '算作几个人。'),
						why: line('理由', '依据。'),
					}),
					'合并计数',
					'建设单位没卖的、同一买受人有几个专有部分的，各算一人。',
				).default([]),
				from: day('表决开始', '从哪天开始投票。').optional(),
				until: day('表决截止', '投到哪天。').optional(),
			}).optional(),
			matter: ref(['matters'], '事项', '这个议题属于哪一件事。').optional(),
			owner: line('谁来办', '由哪个岗位或组织落实。').optional(),
			due: day('期限', '哪天以前办好。').optional(),
			done: day('办结', '哪天办好的。').optional(),
			doneNote: line('办理情况', '办得怎么样。').optional(),
			about: list(
				ref(['notices', 'ledgers', 'documents', 'bodies', 'meetings', 'matters'], '相关记录', '有关的公示、账目、文件。'),
				'相关记录',
				'这个议题牵涉的公开记录。',
			).default([]),
		}),
		'议题',
		'一个议题一条，按议程的顺序。',
	).min(1),
	next: group('下次会议', '定了下次会议的，写上。', {
		on: day('日期', '哪天。'),
		at: time('时间', '几点。').optional(),
		place: line('地点', '在哪里。').optional(),
		about: line('议什么', '要议的事。').optional(),
	}).optional(),
	...publication,
});

export type Meeting = z.infer<typeof meeting>;
export type AgendaItem = Meeting['agenda'][number];
export type OwnersVote = NonNullable<AgendaItem['ownersVote']>;
