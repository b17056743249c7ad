import type { z } from 'zod';
import { choice, count, day, flag, group, line, list, record, ref, text, time, upload } from './fields.ts';
import { publication } from './publication.ts';

export const noticeKinds = { publicity: '公示', announcement: '公告', circular: '通知' } as const;

export const topics = {
	fund: '资金使用',
	vote: '表决',
	roster: '选举和名册',
	repair: '维修改造',
	fee: '收费',
	rules: '制度',
	tender: '招标比选',
	safety: '安全',
	service: '停水停电',
	award: '表彰',
	other: '其他',
} as const;

export const periodUnits = { calendar: '日', working: '个工作日' } as const;

export const objectionOutcomes = { kept: '没有采纳', amended: '已采纳，改了', reposted: '重新公示', pending: '待答复' } as const;

export const phases = { plan: '预案', duty: '值守', inspection: '排查', clearing: '清障抢修', allClear: '解除' } as const;

/** The languages a notice may also be written in, by their names for browsers. */
export const languages = {
	ug: '维吾尔文',
	kk: '哈萨克文',
	mn: '蒙古文',
	bo: '藏文',
	za: '壮文',
	ko: '朝鲜文',
	en: '英文',
} as const;

/** A sheet on the board. A 公示 seeks objections and has a period; a 公告 or 通知 informs. */
export const notice = record({
	title: line('标题', '例如“关于增设24个电动自行车充电端口的公示”。'),
	kind: choice('类别', '公示（可以提意见）、公告还是通知。', noticeKinds),
	topic: choice('事由', '关于哪一类事。', topics),
	issuer: ref(['bodies'], '发布单位', '落款的组织。'),
	addressee: line('致', '抬头，例如“金桂苑全体业主”。').optional(),
	postedOn: day('张贴日期', '在现场张贴的日期。'),
	period: group('公示期', '可以提意见的期间。公示必须填。', {
		days: count('天数', '公示多少天，张贴当天不算。'),
		unit: choice('单位', '自然日还是工作日。', periodUnits),
		closesOn: day('截止日期', '最后一天。'),
		closesAt: time('截止时刻', '一般写 24:00。').default('24:00'),
		rolledOver: flag('顺延', '最后一天是休息日而顺延的，选“是”。').default(false),
		note: line('说明', '例如“第7天是周日，顺延一天”。').optional(),
	}).optional(),
	agenda: list(line('议题', '一项一条，和将来纪要里的议题写得一样。'), '会议议题', '通知开业主大会的，列出要表决的议题。').default([]),
	basis: list(line('依据', '法条或制度，例如“民法典第二百七十八条”。'), '依据', '根据什么公示。').default([]),
	channels: list(
		group('异议渠道', '一种提意见的办法。', {
			kind: line('方式', '当面、意见箱、电话、书面、邮箱。'),
			detail: line('怎么提', '时间、地点、号码。'),
			until: line('截止', '比公示期早结束的，写明，例如“4月18日18:00”。').optional(),
		}),
		'怎么提意见',
		'居民用哪些办法提意见。',
	).default([]),
	postings: list(
		group('张贴', '一处张贴。', {
			place: line('地点', '贴在哪里。'),
			from: day('张贴', '哪天贴的。'),
			until: day('撤下', '哪天撤下的，仍在张贴的不填。').optional(),
			photo: upload('照片', '张贴现场的照片，不拍到人脸。').optional(),
			photoNote: line('照片说明', '拍的是什么；不是照片的写明，例如“示意图”。').optional(),
		}),
		'张贴记录',
		'现场张贴的地点和时间。',
	).default([]),
	changes: list(
		group('内容变更', '公示期内改了内容、重新张贴的一次。', {
			on: day('重贴日期', '哪天重新张贴的，当天不算。'),
			what: text('改了什么', '改了哪一处、为什么。'),
			restarts: flag('公示期重新计算', '公示期从这一天重新算起。只改错字、或只对业主有利的，选“否”并在上面写明。').default(true),
		}),
		'内容变更',
		'公示期内改过内容的，一次一条。改了内容，公示期从重新张贴那天起重新计算。',
	).default([]),
	phases: list(
		group('阶段', '应急的一个阶段。', {
			phase: choice('阶段', '预案、值守、排查、清障抢修，或解除。', phases),
			on: day('日期', '哪天。'),
			at: time('时刻', '几点开始。').optional(),
			what: text('情况', '做了什么、请居民做什么。'),
		}),
		'应急阶段',
		'台风、汛期、抢修等应急的通知，按阶段写。',
	).default([]),
	languages: list(
		group('其他文字', '同一份通知的另一种文字。', {
			language: choice('文字', '哪一种文字。', languages),
			title: line('标题', '这种文字的标题。').optional(),
			text: text('正文', '这种文字的正文，也可以只附文件。').optional(),
			file: upload('附件', '这种文字的张贴稿。').optional(),
			by: line('谁译的', '单位或岗位。').optional(),
		}),
		'其他文字',
		'还有维吾尔文、英文等文字的，附在这里；以中文为准。',
	).default([]),
	objections: list(
		group('意见', '一条意见和答复。不写是谁提的。', {
			on: day('收到日期', '哪天收到的。'),
			channel: line('渠道', '从哪里收到的。'),
			matter: text('意见', '意见的内容，去掉姓名、房号。'),
			answer: text('答复', '怎么答复的，没答复的不填。').optional(),
			answeredOn: day('答复日期', '哪天答复的。').optional(),
			outcome: choice('处理', '没有采纳、已采纳改了、重新公示，或待答复。', objectionOutcomes),
		}),
		'收到的意见',
		'只公开意见，不公开提的人。',
	).default([]),
	result: text('结果', '公示期满以后的结果。').optional(),
	about: list(
		ref(['meetings', 'ledgers', 'documents', 'bodies', 'notices', 'matters', 'assessments'], '相关记录', '有关的纪要、账目、文件。'),
		'相关记录',
		'和这份公示有关的记录。',
	).default([]),
	...publication,
});

export type Notice = z.infer<typeof notice>;
