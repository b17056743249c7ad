import type { z } from 'zod';
import { choice, count, day, figure, flag, group, line, list, record, ref, text } from './fields.ts';
import { grades, publication } from './publication.ts';
import { asOf } from './statistics.ts';

export const practices = {
	areaService: '片区统管',
	crossPosting: '交叉任职',
	jointMeeting: '联席会议',
	roundTable: '圆桌会',
	jointBranch: '联合党支部',
	firmBranch: '企业建支部',
	instructor: '派驻指导员',
	electionGuidance: '换届指导',
	threePartyOffice: '三方办',
	decisionSteps: '四步决策',
	grid: '网格管理',
	assessment: '双百分考核',
	complaintChannel: '投诉直达',
	volunteers: '志愿服务',
	emergency: '应急联动',
	frontDesk: '合署办公',
	standardisation: '标准化推广',
	courtyardHead: '干部包院',
	bilingual: '双语服务',
	custody: '托管老旧小区',
	homeVisits: '定时走访',
	disclosure: '公开公示',
} as const;

export const dimensions = {
	organisation: '组织',
	service: '服务',
	money: '资金',
	decision: '议事决策',
	supervision: '监督考核',
	emergency: '应急',
	culture: '文化',
} as const;

export const claimKinds = { coverage: '覆盖', count: '数量', rate: '比率', time: '时间', money: '金额', event: '事件' } as const;

/** A case study: who did what where, with each figure's day, source and grade. */
export const caseStudy = record({
	title: line('标题', '一句话说出做了什么、结果如何。'),
	place: group('地点', '在哪里。', {
		city: line('城市', '例如“杭州市”。'),
		district: line('区（县）', '来源没有写的不填。').optional(),
		neighbourhood: line('街道、社区', '来源没有写的不填。').optional(),
		estate: line('小区', '来源没有写的不填。').optional(),
	}),
	years: line('时间', '案例的时间，例如“2017年至2018年”。'),
	sample: flag('示例', '虚构的案例选“是”。').default(false),
	bodies: list(
		group('参与方', '一个参与的组织。', { name: line('名称', '组织名称。'), role: line('做什么', '在这件事里做了什么。') }),
		'参与各方',
		'参与的组织，不写居民个人。',
	).min(1),
	practices: list(choice('做法', '用了哪种做法。', practices), '做法', '可多选。').min(1),
	dimensions: list(choice('方面', '属于哪个方面。', dimensions), '方面', '可多选。').min(1),
	claims: list(
		group('数字', '一个数字：哪天的，谁说的。', {
			figure: line('数字', '照来源写，带单位，例如“80%”“41台”。'),
			value: figure('数值', '能写成一个数的，写数。').optional(),
			unit: line('单位', '例如“台”“%”。').optional(),
			what: line('说的是什么', '这个数字说明什么。'),
			kind: choice('种类', '是哪一种数字。', claimKinds),
			asOf,
			source: count('来源', '本页“来源”的第几项，从1数起。'),
			grade: choice('性质', '谁记的、能不能核对。', grades),
			note: line('说明', '口径、算法、疑点。').optional(),
		}),
		'主要数字',
		'每个数字：哪天的，谁说的。',
	).default([]),
	beforeAfter: list(
		group('前后', '同一件事的前后。', {
			what: line('什么', '比较的是什么。'),
			before: line('之前', '原来怎样。'),
			after: line('之后', '后来怎样。'),
			beforeValue: figure('之前的数', '能写成数的，写数。').optional(),
			afterValue: figure('之后的数', '能写成数的，写数。').optional(),
			unit: line('单位', '例如“台”。').optional(),
		}),
		'前后对比',
		'同一件事，原来怎样，后来怎样。',
	).default([]),
	timeline: list(
		group('节点', '一个时间节点。', {
			when: line('时间', '照来源写，例如“去年”“2016年”。'),
			day: day('日期', '来源写明日期的才填。').optional(),
			what: text('发生了什么', '一两句话。'),
		}),
		'时间线',
		'按先后排列。',
	).default([]),
	voices: list(
		group('说法', '谁怎么说（用自己的话转述）。', {
			who: line('谁', '写职务，不写居民姓名。'),
			said: text('说了什么', '转述，不超过原意。'),
			consent: line('同意', '引用的根据，例如“公开报道，转述”。'),
		}),
		'各方说法',
		'当事各方怎么说。',
	).default([]),
	lessons: list(line('做法', '别的小区能照着做的一条。'), '可以借鉴的', '别处能照着做的。').default([]),
	about: list(ref(['cases', 'statistics', 'documents'], '相关记录', '有关的统计或案例。'), '相关记录', '和这个案例有关的记录。').default(
		[],
	),
	...publication,
});

export type CaseStudy = z.infer<typeof caseStudy>;
