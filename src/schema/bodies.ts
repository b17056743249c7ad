import type { z } from 'zod';
import { choice, count, day, flag, group, line, list, phone, record, ref, text } from './fields.ts';
import { publication } from './publication.ts';

export const bodyKinds = {
	ownersCommittee: '业主委员会',
	managementCommittee: '物业管理委员会',
	partyBranch: '社区党组织',
	residentsCommittee: '居民委员会',
	propertyCompany: '物业服务企业',
	firmBranch: '物业企业党组织',
	jointBranch: '联合党支部',
	threePartyOffice: '三方办',
	association: '行业协会',
	alliance: '党建联盟',
	volunteers: '志愿服务队',
	taskForce: '专项工作组',
	ownersAssembly: '业主大会',
} as const;

export const mandates = { raises: '提出诉求', coordinates: '协调监督', carriesOut: '落实执行' } as const;

/** An organisation with its terms and members (Popolo: Organization, Post, Membership). */
export const body = record({
	name: line('名称', '组织全称，例如“金桂苑业主委员会”。'),
	kind: choice('类别', '是哪一类组织。', bodyKinds),
	mandates: list(choice('职责', '在三方联动中做什么。', mandates), '职责', '提出诉求、协调监督、落实执行，可多选。').default([]),
	seats: count('席位', '应有多少席。'),
	phone: phone('办公电话', '组织的办公电话，不写个人手机。').optional(),
	meetsAt: line('找他们', '固定的接待时间和地点。').optional(),
	unifiedCode: line('统一社会信用代码', '企业写18位代码。').optional(),
	terms: list(
		group('届', '一届任期。', {
			name: line('届次', '例如“第二届”；不分届的写“现任”。'),
			from: day('从', '任期开始的日期。'),
			until: day('到', '任期届满的日期，没有期限的不填。').optional(),
			formed: line('怎么产生', '例如“2023年6月18日业主大会选举”。'),
			filing: group('备案', '向街道和房管部门备案。', {
				number: line('备案号', '备案回执上的编号。'),
				on: day('备案日期', '哪天备案的。'),
			}).optional(),
			members: list(
				group('成员', '一名成员在这一届的任职。', {
					name: line('姓名', '任职人员的姓名。'),
					post: line('职务', '例如“主任”“委员，管账”。'),
					from: day('从', '哪天开始任职。'),
					until: day('到', '离任的日期，在任的不填。').optional(),
					left: line('离任原因', '例如“辞任”“任期届满”“资格终止”。').optional(),
					byElection: flag('补选', '补选上来的选“是”。').default(false),
					alsoAt: list(
						group('交叉任职', '同时在另一个组织任职。', {
							body: ref(['bodies'], '组织', '另一个组织的编号。'),
							post: line('职务', '在那个组织的职务。'),
							from: day('从', '哪天开始。'),
							until: day('到', '哪天结束，还在任的不填。').optional(),
						}),
						'交叉任职',
						'两边的名册都要写，页面会核对。',
					).default([]),
				}),
				'成员',
				'按职务排列，离任的也留着。',
			),
			vacancies: list(
				group('空缺', '一个空着的席位。', {
					post: line('职务', '空缺的职务。'),
					since: day('自', '从哪天起空缺。'),
					until: day('到', '补上的日期，还空着的不填。').optional(),
					note: line('说明', '为什么空缺、怎么补。').optional(),
					fillBy: day('应补齐', '应在哪天以前补上。').optional(),
				}),
				'空缺',
				'空着的席位。',
			).default([]),
			handovers: list(
				group('交接', '离任或换届时的交接。', {
					what: line('交接什么', '例如“账册、印章、用房钥匙”。'),
					due: day('应交接', '应在哪天以前交清。'),
					done: day('已交接', '哪天交清的，没交的不填。').optional(),
					note: line('说明', '由谁交给哪个岗位。').optional(),
				}),
				'交接',
				'账册、用房、印章的交接。',
			).default([]),
		}),
		'各届',
		'最近的一届放最前。',
	).min(1),
	about: text('说明', '这个组织做什么。').optional(),
	...publication,
});

export type Body = z.infer<typeof body>;
export type Term = Body['terms'][number];
export type Member = Term['members'][number];
