import type { z } from 'zod';
import { area, choice, count, day, flag, group, line, list, money, period, record, ref, text, upload } from './fields.ts';
import { funds } from './ledgers.ts';
import { publication } from './publication.ts';

export const serviceModels = {
	professional: '专业服务',
	areaWide: '片区大物业',
	extended: '延伸式服务',
	selfRun: '自治式服务',
	onOrder: '订单式服务',
	custody: '托管',
} as const;

export const feeBases = { lumpSum: '包干制', commission: '酬金制' } as const;

/** What is known of a disclosure that is not found among the records. */
export const disclosureStates = {
	posted: '已现场张贴',
	unpublished: '责任方确认未公开',
	notApplicable: '不适用',
	planned: '计划公开',
} as const;

/** One residential community. Nothing smaller than a building entrance is ever recorded. */
export const community = record({
	name: line('小区名称', '登记的小区名称。'),
	sample: flag('示例', '虚构的小区选“是”，每一页都会注明。').default(false),
	place: group('位置', '从城市到社区。', {
		city: line('城市', '例如“杭州市”。'),
		district: line('区（县）', '例如“拱墅区”。'),
		street: line('街道（乡镇）', '例如“小河街道”。'),
		neighbourhood: line('社区', '例如“长征桥社区”。'),
		address: line('地址', '路名和门牌。').optional(),
	}),
	buildings: list(
		group('楼栋', '一栋楼。', {
			name: line('楼号', '例如“3栋”。'),
			entrances: count('单元数', '有几个单元。'),
			floors: count('层数', '地上几层。').optional(),
			households: count('户数', '这栋有多少户。'),
			lifts: count('电梯台数', '没有电梯写 0。').default(0),
		}),
		'楼栋',
		'每栋一条。',
	).default([]),
	households: count('户数', '全小区户数。'),
	area: area('专有部分总面积', '全体业主专有部分面积之和，表决时用。'),
	completedIn: line('建成年份', '例如“2006年”。').optional(),
	serviceModel: choice('服务方式', '由谁、以什么方式提供物业服务。', serviceModels),
	manager: ref(['bodies'], '物业服务企业', '在组织名册里的编号。').optional(),
	contractUntil: day('合同到期', '物业服务合同到哪天。').optional(),
	feeBasis: choice('计费方式', '物业费怎么计收。', feeBases).optional(),
	fees: list(
		group('收费', '一项收费。', {
			item: line('项目', '例如“物业服务费”。'),
			price: money('单价', '每个单位多少元。'),
			unit: line('单位', '例如“每平方米每月”。'),
			basis: line('依据', '合同或文件。').optional(),
		}),
		'收费项目和标准',
		'现行收费，一项一条。',
	).default([]),
	services: list(line('服务', '例如“公共区域每天清扫两次”。'), '服务内容', '合同约定的服务，一项一条。').default([]),
	channels: list(
		group('联系渠道', '一个能找到人的渠道。', {
			name: line('名称', '例如“24小时急修”。'),
			value: line('号码或地址', '办公电话、意见箱位置、公众号名称。'),
			hours: line('时间', '什么时候有人。').optional(),
			handler: line('谁负责', '哪个单位或岗位。').optional(),
		}),
		'联系渠道',
		'居民有事找谁，最要紧的放最前。',
	).default([]),
	reception: group('接待日', '固定的当面接待。', {
		rule: line('什么时候', '例如“每月10日上午9:00至11:00”。'),
		place: line('地点', '在哪里。'),
		who: line('谁接待', '例如“社区、业委会、物业三方”。'),
	}).optional(),
	rulepack: ref(['rulepacks'], '规则包', '按哪个地方的规则计算应公开事项。').optional(),
	dutiesSince: day('从哪天起算', '应公开事项从这一天起计算。').optional(),
	disclosures: list(
		group('应公开事项的情况', '一项应公开、又不在公开栏上的。', {
			duty: line('编号', '规则包里的编号，例如 lift-maintenance。'),
			period: period('期间', '哪一期的；每一期都这样的不填。').optional(),
			state: choice('情况', '贴在现场、责任方确认没有公开、不适用，还是计划公开。', disclosureStates),
			on: day('日期', '张贴的日期，或确认的日期；每一期都这样的，从哪天起。').optional(),
			plannedOn: day('计划日期', '计划哪天公开。').optional(),
			place: line('张贴地点', '贴在哪里。').optional(),
			photo: upload('照片', '张贴现场的照片，不拍到人脸。').optional(),
			why: line('说明', '为什么是这样，谁说的、谁看见的（写单位或岗位）。'),
		}),
		'应公开事项的情况',
		'系统在公开栏上找不到、但知道情况的，一项一条。',
	).default([]),
	spendingThreshold: money('须有决定的金额', '单笔支出达到这个数，必须写明决定和凭证。').optional(),
	spendingBasis: group('金额的依据', '哪份制度规定了这个金额；写明了，提示里一起写出来。', {
		document: ref(['documents'], '制度', '本小区自己的制度。'),
		clause: line('条款', '例如“第九条”。'),
		funds: list(choice('资金', '管哪一本账。', funds), '管哪几本账', '只管几本账的，选出来；都管的不选。').default([]),
	}).optional(),
	about: text('简介', '小区的基本情况，两三句话。').optional(),
	...publication,
});

export type Community = z.infer<typeof community>;
