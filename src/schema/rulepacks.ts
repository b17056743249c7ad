import { choice, count, day, group, line, list, record, text } from './fields.ts';
import { publication } from './publication.ts';

export const rulepackLevels = { national: '全国', city: '城市', sample: '示例' } as const;

export const frequencies = {
	monthly: '每月',
	quarterly: '每季度',
	halfYearly: '每半年',
	yearly: '每年',
	perEvent: '每次',
	standing: '长期',
} as const;

/** The dated rules of a place: what must be disclosed, how often, by whom, on what basis. */
export const rulepack = record({
	title: line('名称', '例如“示例市物业管理规则（2025年版）”。'),
	level: choice('层级', '全国、城市还是示例。', rulepackLevels),
	area: line('适用地方', '例如“杭州市”。'),
	text: line('规则名称', '法规、规章的全称。'),
	versionOn: day('版本日期', '规则文本的日期。'),
	verifiedOn: day('核实日期', '谁在哪天核对过原文；没有核实的不填，页面注明“未核实”。').optional(),
	verifiedBy: line('核实人', '核对原文的岗位。').optional(),
	duties: list(
		group('应公开事项', '一项应公开的内容。', {
			code: line('编号', '英文短名，例如 fund-quarterly。'),
			what: line('公开什么', '内容。'),
			frequency: choice('多久一次', '公开的频率。', frequencies),
			within: count('期限（天）', '期间结束后多少天内公开。').optional(),
			hang: count('张贴天数', '至少张贴多少天。').optional(),
			by: line('由谁公开', '责任主体。'),
			basis: line('依据', '条款，例如“第三十条”。'),
		}),
		'应公开事项',
		'一项一条。',
	).default([]),
	remark: text('说明', '和上位法不一致、存疑的地方。').optional(),
	...publication,
});
