import type { z } from 'zod';
import { choice, day, figure, group, line, list, period, record, ref, text } from './fields.ts';
import { grades, publication } from './publication.ts';

/** How often a promise is reported on; each is a kind of period. */
export const cadences = { month: '每月', quarter: '每季度', half: '每半年', year: '每年' } as const;

export const directions = { atLeast: '不少于', atMost: '不多于' } as const;

/** A signed standard of service: what was promised, how it is measured, and what came of it in each period. */
export const commitment = record({
	title: line('标题', '例如“红色物业标准承诺书（2026年）”。'),
	promisedBy: ref(['bodies'], '谁承诺', '承诺的组织。'),
	signatory: line('签署', '签署人的岗位，例如“项目负责人”。'),
	to: line('向谁承诺', '例如“金桂苑全体业主”。'),
	signedOn: day('签署日期', '哪天签的。'),
	from: day('从', '从哪天起。'),
	until: day('到', '到哪天为止。').optional(),
	supervisedBy: line('谁监督', '接受谁监督，怎么反映。'),
	document: ref(['documents'], '原文', '承诺书全文。').optional(),
	items: list(
		group('承诺', '一条承诺。', {
			what: line('承诺什么', '例如“急修20分钟到场”。'),
			measure: line('怎么量', '例如“急修到场时间不超过20分钟的比例”。'),
			unit: line('单位', '例如“%”“次”。'),
			direction: choice('要求', '不少于还是不多于。', directions),
			target: figure('目标', '承诺的数。'),
			every: choice('多久报一次', '结果每月、每季度、每半年还是每年报一次。', cadences).default('quarter'),
			results: list(
				group('结果', '一期的结果。', {
					period: period('期间', '哪个月、季度、半年、年。'),
					value: figure('做到', '实际的数。'),
					source: line('来源', '数据来自哪里。'),
					grade: choice('性质', '谁记的、能不能核对；说不清的算自述。', grades).default('self'),
					note: line('说明', '没做到的，写原因和怎么改。').optional(),
				}),
				'各期结果',
				'一期一条，没做到的也写。',
			).default([]),
		}),
		'承诺事项',
		'一条一项，可以量的。',
	).min(1),
	remedy: text('做不到怎么办', '承诺的补救。').optional(),
	...publication,
});

export type Commitment = z.infer<typeof commitment>;
