import type { z } from 'zod';
import { choice, count, day, figure, flag, group, line, list, record, ref, text } from './fields.ts';
import { publication } from './publication.ts';

export const assessmentKinds = {
	scorecard: '打分考核',
	survey: '居民打分',
	stars: '星级评定',
	flag: '流动红旗',
	inspection: '检查',
	dual: '双重考核',
} as const;

export const assessors = {
	neighbourhood: '社区',
	residents: '居民',
	industry: '行业主管部门',
	committee: '业主委员会',
	firm: '企业自查',
	street: '街道',
} as const;

const item = group('一项', '一项得分。', {
	what: line('项目', '考核什么。'),
	full: figure('满分', '这一项满分多少。'),
	score: figure('得分', '得了多少。'),
	why: line('依据', '加分、扣分的依据。').optional(),
});

/** A scorecard of who serves a community: by whom, by which scheme, item by item. */
export const assessment = record({
	title: line('标题', '例如“2026年一季度双百分考核”。'),
	kind: choice('类别', '是哪一种考核。', assessmentKinds),
	scheme: line('办法', '按哪个办法考核。'),
	schemeDocument: ref(['documents'], '办法文本', '公开的考核办法。').optional(),
	heldOn: day('考核日期', '哪天定的分。'),
	period: line('考核期', '例如“2026年一季度”，按时间写，各期写法一样。'),
	assessee: ref(['bodies'], '考核谁', '被考核的组织。'),
	firm: group('企业', '考核的是企业的填，同一家企业在各小区的考核记在一起。', {
		name: line('企业名称', '营业执照上的全称。'),
		code: line('统一社会信用代码', '18位，和名册上的一样。'),
	}).optional(),
	post: line('考核哪个岗位', '考核到岗位的写岗位，例如“红色管家（楼栋管家兼网格员）”。').optional(),
	assessors: list(
		group('考核方', '谁来打分。', {
			who: choice('哪一方', '社区、居民、行业，还是别的。', assessors),
			name: line('名称', '单位，或“居民问卷”。'),
			weight: figure('权重（%）', '占百分之几。').optional(),
			score: figure('打分', '这一方打的分，百分制。').optional(),
			sample: count('样本', '居民打分的，收回几份。').optional(),
			method: line('怎么打的', '例如“入户问卷，每栋抽10户”。').optional(),
		}),
		'考核方',
		'一方一条。',
	).min(1),
	party: group('党建工作', '满分100。', {
		score: figure('得分', '不超过100。'),
		items: list(item, '各项', '各项相加等于得分。').default([]),
	}).optional(),
	service: group('物业服务', '满分100。', {
		score: figure('得分', '不超过100。'),
		items: list(item, '各项', '各项相加等于得分。').default([]),
	}).optional(),
	stars: group('星级', '评星级的填。', {
		value: count('几星', '评为几星。'),
		of: count('最高几星', '一共几星。'),
		by: line('谁评的', '评定单位。'),
		communityOpinion: text('社区意见', '社区对评星的意见。'),
	}).optional(),
	flag: group('流动红旗', '评流动红旗的填。', {
		name: line('名称', '例如“红色物业流动红旗”。'),
		holder: line('给了谁', '班组或岗位。'),
		score: figure('得分', '得分。').optional(),
		from: day('从', '哪天起挂。'),
		until: day('到', '挂到哪天。').optional(),
	}).optional(),
	inspections: list(
		group('检查', '一次检查。', {
			on: day('日期', '哪天查的。'),
			what: line('查什么', '例如“消防设施”“工程验收”。'),
			by: line('谁查的', '单位或岗位。'),
			passed: flag('合格', '合格选“是”。'),
			found: text('查出的问题', '查出什么问题。').optional(),
			fixBy: day('整改期限', '哪天以前改好。').optional(),
			fixedOn: day('改好', '哪天改好的。').optional(),
		}),
		'检查',
		'一次一条。',
	).default([]),
	consequence: text('结果怎么用', '例如“记入企业考核记录，续约时参考”。').optional(),
	objection: line('怎么申诉', '被考核的不服，找谁、几天内。').optional(),
	about: list(ref(['meetings', 'notices', 'documents', 'matters'], '相关记录', '有关的公示、纪要。'), '相关记录', '有关的记录。').default(
		[],
	),
	...publication,
});

export type Assessment = z.infer<typeof assessment>;
