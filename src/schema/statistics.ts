import type { z } from 'zod';
import { choice, day, figure, group, line, list, record, ref } from './fields.ts';
import { grades, publication } from './publication.ts';

export const precisions = { day: '到日', month: '到月', year: '到年', unstated: '原文没有写明' } as const;

/** The day a figure holds for, as precisely as its source says and no more. */
export const asOf = group('截至', '数字是什么时候的。来源没有写明的，照原文写，不推算。', {
	label: line('写法', '照来源写，例如“目前”“去年以来”“2017年以来”。'),
	precision: choice('精确到', '来源写到哪一级。', precisions),
	day: day('日期', '来源写明日期的才填。').optional(),
	basis: line('根据', '怎么知道的，例如“文章发布日期为2018年11月30日，‘目前’指发布前后”。').optional(),
});

/** A coverage snapshot: a total and the parts that must add up to it. */
export const statistic = record({
	title: line('标题', '统计的是什么。'),
	scope: line('范围', '哪个地方、哪些单位。'),
	city: line('城市', '例如“乌鲁木齐市”。'),
	asOf,
	measures: list(
		group('指标', '一个数和它的组成。', {
			name: line('名称', '例如“物业服务企业党组织”。'),
			value: figure('数值', '总数。'),
			unit: line('单位', '例如“个”“人”“%”。'),
			of: line('占哪个指标', '是本页另一个指标的一部分时，写那个指标的名称。').optional(),
			parts: list(
				group('组成', '总数的一部分。', { name: line('名称', '例如“党支部”。'), value: figure('数值', '这部分的数。') }),
				'组成',
				'各部分加起来要等于总数，系统会核对。',
			).default([]),
			grade: choice('性质', '谁记的数。', grades),
			note: line('说明', '要说明的。').optional(),
		}),
		'指标',
		'一个数一条。',
	).min(1),
	about: list(ref(['cases', 'statistics', 'documents'], '相关记录', '有关的案例。'), '相关记录', '和这些数字有关的记录。').default([]),
	...publication,
});

export type Statistic = z.infer<typeof statistic>;
