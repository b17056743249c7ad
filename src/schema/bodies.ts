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
	socialOrganisation: '社会组织',
	taskForce: '专项工作组',
	ownersAssembly: '业主大会',
	leadingGroup: '领导小组',
	grid: '网格',
	station: '党群服务站',
	resourceCentre: '助业服务中心',
	workingCommittee: '工作委员会',
} as const;

/** How a Party branch of a firm, a project or an owners' committee comes about. */
export const formations = { own: '单建', joint: '联建', regional: '区域建', instructor: '派驻指导员' } as const;

/** Where in a tree of organisations a body stands. Nothing below the entrance of a building is ever recorded. */
export const tiers = {
	city: '市',
	district: '区（县）',
	street: '街道（乡镇）',
	neighbourhood: '社区',
	area: '片区',
	community: '小区',
	building: '楼栋',
	entrance: '单元',
	firm: '企业',
	project: '项目',
} as const;

/** What is handed over, and what became of it. */
export const handedItems = { books: '账册', rooms: '用房', seals: '印章', archive: '档案', money: '资金', other: '其他' } as const;
export const handedStates = { handed: '已交', partly: '部分交', pending: '未交', refused: '拒交' } as const;

/** What kind of seat somebody has: only members are counted, an alternate from the day they moved up. */
export const seatKinds = { member: '成员', alternate: '候补', secretary: '秘书', adviser: '顾问' } as const;

export const mandates = { raises: '提出诉求', coordinates: '协调监督', carriesOut: '落实执行' } as const;

/** An organisation with its terms and members (Popolo: Organization, Post, Membership). */
export const body = record({
	name: line('名称', '组织全称，例如“金桂苑业主委员会”。'),
	kind: choice('类别', '是哪一类组织。', bodyKinds),
	mandates: list(choice('职责', '在三方联动中做什么。', mandates), '职责', '提出诉求、协调监督、落实执行，可多选。').default([]),
	tier: choice('层级', '市、区、街道、社区，还是片区、小区、楼栋、单元。', tiers).optional(),
	parent: ref(['bodies'], '上级', '属于哪个组织，或受哪个组织领导、指导。').optional(),
	formation: choice('组建方式', '党组织怎么建的：单建、联建、区域建，或者派驻指导员。', formations).optional(),
	seats: count('席位', '应有多少席。'),
	phone: phone('办公电话', '组织的办公电话，不写个人手机。').optional(),
	meetsAt: line('找他们', '固定的接待时间和地点。').optional(),
	unifiedCode: line('统一社会信用代码', '企业写18位代码。').optional(),
	terms: list(
		group('届', '一届任期。', {
			name: line('届次', '例如“第二届”；不分届的写“现任”。'),
			from: day('从', '任期开始的日期。'),
			electedOn: day('选出日期', '选举产生的那天；备案的期限从这天数，不知道的不填。').optional(),
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
					seat: choice('席别', '有表决权的是成员。候补的、不是成员的秘书和顾问照实选，不算到会、不算在任。', seatKinds).default('member'),
					order: count('候补顺序', '候补的写第几顺位，例如 1；不是候补的不填。').optional(),
					movedUpOn: day('递补日期', '候补的哪天递补成为成员；没有递补的不填。').optional(),
					from: day('从', '哪天开始任职；候补的写选为候补的日期。'),
					until: day('到', '离任的日期，在任的不填。').optional(),
					left: line('离任原因', '例如“辞任”“任期届满”“资格终止”。').optional(),
					byElection: flag('补选', '补选上来的选“是”。').default(false),
					sentBy: line('派出单位', '由别的单位派驻、抽调来的，写那个单位。').optional(),
					dualRole: group('一岗双责', '一个岗位担两边的责任、由两边考核的。', {
						also: line('另一份职责', '例如“社区网格员”。'),
						assessedBy: list(line('谁考核', '单位。'), '谁考核', '几个单位考核，写几个。').min(1),
					}).optional(),
					interests: list(
						group('利害关系', '本人说明的利害关系。', {
							firm: line('单位', '和哪个单位有关系，写全称。'),
							relation: line('什么关系', '例如“配偶在该公司任职”，不写亲属姓名。'),
							saidOn: day('说明日期', '哪天说明的。').optional(),
						}),
						'利害关系',
						'和小区有往来的单位有关系的，本人说明，一家一条。',
					).optional(),
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
					items: list(
						group('一项', '一样要交的东西。', {
							what: choice('什么', '账册、用房、印章，还是别的。', handedItems),
							state: choice('交了没有', '已交、部分交、未交，还是拒交。', handedStates),
							on: day('日期', '哪天交的。').optional(),
							note: line('说明', '缺了什么、怎么办。').optional(),
						}),
						'逐项',
						'账册、用房、印章分开写。',
					).optional(),
					note: line('说明', '由谁交给哪个岗位。').optional(),
				}),
				'交接',
				'账册、用房、印章的交接。',
			).default([]),
		}),
		'各届',
		'最近的一届放最前。',
	).min(1),
	memberUnits: list(
		group('成员单位', '一个成员单位。', {
			name: line('单位', '单位名称。'),
			body: ref(['bodies'], '名册编号', '在组织名册里的，选它。').optional(),
			part: line('分工', '例如“牵头”“指导选举”。').optional(),
		}),
		'成员单位',
		'由几个单位组成的，一家一条，牵头的放最前。',
	).default([]),
	squads: list(
		group('分队', '下面的一个分队、小组。', {
			name: line('名称', '例如“秩序分队”“创业型党小组”。'),
			lead: line('负责人', '岗位，或任职人员的姓名。').optional(),
			people: count('人数', '多少人，不列姓名。').optional(),
			does: line('做什么', '一句话。'),
			hours: line('时间', '什么时候有人，例如“24小时轮值”。').optional(),
			posts: list(
				group('认领的岗位', '“党员＋N”认领的一个岗位。', {
					post: line('岗位', '例如“政策宣讲”“义务联防”“民事调解”。'),
					people: count('认领人数', '几个人认领。'),
				}),
				'认领的岗位',
				'认领了哪些岗位、各几人，不列姓名。',
			).default([]),
		}),
		'分队、小组',
		'下面有分队、小组的，一个一条。',
	).default([]),
	areas: list(
		group('责任区', '一片有人负责的地方。', {
			name: line('名称', '例如“1栋”“1栋1单元”“地下车库”。'),
			tier: choice('层级', '网格的，写是哪一级；最细到单元。', tiers).optional(),
			within: line('属于', '属于上面哪一片，写那一片的名称。').optional(),
			holder: line('谁负责', '岗位，或任职人员的姓名。'),
			model: flag('示范岗', '评为示范岗、责任区的选“是”。').default(false),
			does: line('管什么', '一句话。').optional(),
		}),
		'责任区、网格',
		'谁负责哪一片；网格从片区写到单元为止。',
	).default([]),
	about: text('说明', '这个组织做什么。').optional(),
	...publication,
});

export type Body = z.infer<typeof body>;
export type Term = Body['terms'][number];
export type Member = Term['members'][number];
