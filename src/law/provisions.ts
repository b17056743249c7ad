/** What the law says, to cite: each provision with the days between which it is in force, and the text against which it was read. */
import type { Day } from '../basics/days.ts';

/** One provision. `checked`: the text it was read in, or null: then it is shown as 未核实 and nobody is ever blamed by it. */
export interface Provision {
	/** `民法典 第二百七十八条` */
	name: string;
	/** what it asks, in one plain sentence */
	says: string;
	from: Day;
	/** the last day it was in force */
	until?: Day;
	checked: string | null;
}

const CODE = '2025年4月公开的法律文本';
const GUIDE = '指导规则（建房〔2009〕274号）的公开转载文本';

/** @law every provision by which something is judged */
export const provisions = {
	ownersVote: {
		name: '民法典 第二百七十八条',
		says: '专有部分面积和人数都要三分之二以上的业主参与表决；一般事项经参与的过半数同意，筹集维修资金、改建重建、改变共有部分用途经参与的四分之三以上同意。',
		from: '2021-01-01',
		checked: CODE,
	},
	ownersVoteBefore: {
		name: '物权法 第七十六条',
		says: '筹集和使用维修资金、改建重建，经占总面积和总人数三分之二以上的业主同意；其他事项经过半数同意。',
		from: '2007-10-01',
		until: '2020-12-31',
		checked: null,
	},
	assemblyNotice: {
		name: '物业管理条例 第十四条',
		says: '业主大会会议应当在召开15日以前通知全体业主。',
		from: '2003-09-01',
		checked: CODE,
	},
	committeeNotice: {
		name: '业主大会和业主委员会指导规则 第三十九条',
		says: '业主委员会应当在会议召开7日前公告会议的内容和议程，决定应当在作出之日起3日内公告。',
		from: '2010-01-01',
		checked: GUIDE,
	},
	committeeQuorum: {
		name: '业主大会和业主委员会指导规则 第三十八条',
		says: '业主委员会会议应当有过半数的委员出席，决定须经全体委员半数以上同意。',
		from: '2010-01-01',
		checked: GUIDE,
	},
	committeeSize: {
		name: '业主大会和业主委员会指导规则 第三十一条',
		says: '业主委员会由业主大会选举产生，由5至11人的单数组成。',
		from: '2010-01-01',
		checked: GUIDE,
	},
	committeeTerm: {
		name: '业主大会和业主委员会指导规则 第三十二条',
		says: '业主委员会任期不超过5年，可以连选连任。',
		from: '2010-01-01',
		checked: GUIDE,
	},
	committeeFiling: {
		name: '物业管理条例 第十六条',
		says: '业主委员会应当自选举产生之日起30日内备案。',
		from: '2003-09-01',
		checked: CODE,
	},
	byElection: {
		name: '业主大会和业主委员会指导规则 第四十六条',
		says: '业主委员会委员人数不足总数二分之一的，应当召开业主大会补选。',
		from: '2010-01-01',
		checked: null,
	},
	fundUse: { name: '民法典 第二百七十八条第一款第（五）项', says: '使用维修资金由业主共同决定。', from: '2021-01-01', checked: CODE },
	commonUse: {
		name: '民法典 第二百七十八条第一款第（八）项',
		says: '改变共有部分的用途或者利用共有部分从事经营活动由业主共同决定，经参与的四分之三以上同意。',
		from: '2021-01-01',
		checked: CODE,
	},
	committeeElection: {
		name: '民法典 第二百七十八条第一款第（三）项',
		says: '选举业主委员会或者更换业主委员会成员由业主共同决定。',
		from: '2021-01-01',
		checked: CODE,
	},
	fundPurpose: {
		name: '住宅专项维修资金管理办法 第十八条',
		says: '维修资金专项用于共用部位、共用设施设备保修期满后的维修和更新、改造，不得挪作他用。',
		from: '2008-02-01',
		checked: '办法（建设部、财政部令第165号）的公开转载文本',
	},
	fundNotFor: {
		name: '住宅专项维修资金管理办法 第二十五条',
		says: '建设单位、专业经营单位、损坏的责任人和物业服务合同约定由物业承担的费用，不得从维修资金列支。',
		from: '2008-02-01',
		checked: null,
	},
	fundPublished: { name: '民法典 第二百八十一条', says: '维修资金的筹集、使用情况应当定期公布。', from: '2021-01-01', checked: CODE },
	periods: {
		name: '民法典 第二百零一条、第二百零三条',
		says: '开始的当日不计入；最后一日的截止时间为二十四时。',
		from: '2021-01-01',
		checked: CODE,
	},
	renewal: {
		name: '业主大会和业主委员会指导规则 第四十七条',
		says: '业主委员会任期届满3个月以前组织换届。',
		from: '2010-01-01',
		checked: null,
	},
	handover: {
		name: '业主大会和业主委员会指导规则 第四十五条、第四十八条',
		says: '任期届满的10日内、中途离任的3日内，移交档案、财物和印章。',
		from: '2010-01-01',
		checked: null,
	},
	silence: {
		name: '业主大会和业主委员会指导规则 第二十六条',
		says: '没有参与表决的怎么算，由管理规约或者议事规则约定。',
		from: '2010-01-01',
		checked: null,
	},
	emergencyUse: {
		name: '住宅专项维修资金管理办法 第二十四条',
		says: '危及房屋安全等紧急情况，可以不经表决先使用维修资金。',
		from: '2008-02-01',
		checked: null,
	},
} as const satisfies Record<string, Provision>;

/** How a provision is cited: its name, and that it was not checked where it was not. */
export const cite = ({ name, checked }: Provision): string => (checked ? name : `${name}（未核实）`);

/** Whether a provision was in force on a day. */
export const inForce = ({ from, until }: Provision, on: Day): boolean => on >= from && (until === undefined || on <= until);
