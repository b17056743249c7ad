import { choice, day, flag, group, line, list, period, ref, text, upload, url } from './fields.ts';

/** How far a figure or a statement can be trusted: by whom it was recorded. */
export const grades = { self: '自述', party: '当事方原始记录', third: '第三方记录', ours: '本站推算' } as const;

/** Who may see the content of a record on the web. */
export const audiences = { web: '网上公开', owners: '只对业主', onsite: '只在现场查阅' } as const;

/** Where what a record says comes from. */
export const source = group('来源', '这条记录的内容出自哪里。', {
	title: line('名称', '材料的名称，例如“会议签到表”。'),
	publisher: line('出具方', '谁出具或发表的。').optional(),
	on: line('日期', '材料上写的日期，原样写，例如“2022年”“目前”。').optional(),
	url: url('网址', '网上能查到的，写网址。').optional(),
	file: upload('附件', '扫描件或原文件。').optional(),
	kept: line('存放处', '原件存在哪里、怎么查。').optional(),
	seenBy: line('谁核对过', '机器读不出字的扫描件，由上传人以外的第二个人看过没有个人信息，写岗位和日期。').optional(),
	interested: flag('利害关系方', '出具方就是做这件事的人或单位时选“是”，页面会注明“自述”。').optional(),
});

/** The five 共 of joint governance that a record gives evidence of. */
export const fiveShared = { plan: '决策共谋', develop: '发展共建', manage: '建设共管', assess: '效果共评', share: '成果共享' } as const;

/** What every record carries besides its own matter. */
export const publication = {
	publishedOn: day('公开日期', '第一次在公开栏上发布的日期。由编辑台在发布时填写。').optional(),
	summary: line('一句话', '列表里标题下面的一句话：结果是什么。').optional(),
	sources: list(source, '来源', '内容出自哪些材料，至少写一项。').min(1),
	audience: choice('公开范围', '依法不宜上网的内容选“只对业主”或“只在现场查阅”，网上只留一页说明。', audiences).default('web'),
	inspect: group('查阅办法', '不在网上公开的，写明去哪里、什么时候、找谁查。', {
		where: line('地点', '在哪里查阅。'),
		when: line('时间', '什么时候可以查阅。'),
		ask: line('找谁', '由哪个岗位接待，写岗位和办公电话，不写个人手机。'),
		basis: line('依据', '为什么不上网：法条或本地规则，例如“示例市住宅小区信息公开规则第三十条”。').optional(),
	}).optional(),
	corrections: list(
		group('更正', '公开以后改过什么。', {
			on: day('更正日期', '哪天改的。'),
			field: line('改了哪一项', '例如“第3笔支出的金额”。'),
			before: line('原来写的', '改之前的内容。'),
			after: line('改成', '改之后的内容。'),
			why: line('原因', '为什么改，谁发现的（不写个人姓名）。'),
		}),
		'更正',
		'公开以后每改一次，加一条；不许悄悄改。',
	).default([]),
	withdrawn: group('撤回', '撤回的记录保留页面，写明原因。', {
		on: day('撤回日期', '哪天撤回的。'),
		why: text('原因', '为什么撤回，以后看哪里。'),
		instead: ref(
			[
				'notices',
				'documents',
				'meetings',
				'ledgers',
				'bodies',
				'cases',
				'statistics',
				'matters',
				'requests',
				'assessments',
				'commitments',
				'schedules',
			],
			'替代记录',
			'取代它的记录。',
		).optional(),
	}).optional(),
	fulfils: list(
		group('履行的应公开事项', '这条记录公开的是规则包里的哪一项。', {
			duty: line('编号', '规则包里的编号，例如 fund-quarterly。'),
			period: period('期间', '哪一期的；不分期的不填。').optional(),
		}),
		'履行的应公开事项',
		'账目、纪要、公示由系统自动对上；其他记录在这里写明。',
	).default([]),
	replies: list(
		group('答复', '有关方对一条核对结果的答复。', {
			check: line('核对项目', '核对的编号，例如 owners-vote。'),
			field: line('哪一处', '核对结果里写的位置，例如 agenda[1]；不写就是这项核对的全部。').optional(),
			by: line('谁答复', '单位或岗位。'),
			on: day('答复日期', '哪天答复的。'),
			text: text('答复', '答复的原话。'),
		}),
		'对核对结果的答复',
		'公开栏的机器核对说这里不符合规定的，被核对的一方在这里答复，和核对结果一起公开。',
	).default([]),
	fiveShared: list(
		choice('五共', '归到哪一“共”。', fiveShared),
		'五共',
		'决策共谋、发展共建、建设共管、效果共评、成果共享，可多选。',
	).default([]),
	allowed: list(
		group('放行', '一处像个人信息、经核对可以公开的内容。', {
			text: line('原文', '原样抄下被拦住的那几个字。'),
			who: line('谁放行', '岗位。'),
			why: line('理由', '为什么可以公开，例如“公司总机”。'),
			until: day('到', '放行到哪一天，到期再核。'),
		}),
		'放行',
		'像个人信息、核对过可以公开的，写明谁、为什么、到哪天；只在记录里，不在网页上。在编辑台送审时回答过的，由系统写。',
	).default([]),
	formerly: list(
		line('旧编号', '改名以前的编号，例如 notices/jinguiyuan/2026-01-05-fee。'),
		'旧编号',
		'这条记录以前的编号，旧网址会指过来。',
	).default([]),
};
