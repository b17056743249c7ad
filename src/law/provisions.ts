/** What the law says, to cite: each provision with the days between which it is in force, and the text against which it was read. */
import type { Day } from '../basics/days.ts';

/** One provision. `checked`: the text it was read in, or null: then it is shown as 未核实. Who is blamed by it says `accuses`. */
export interface Provision {
	/** `民法典 第二百七十八条` */
	name: string;
	/** what it asks, in one plain sentence */
	says: string;
	from: Day;
	/** the last day it was in force */
	until?: Day;
	checked: string | null;
	/** the words by which it leaves room, or what else keeps it from being held against anybody: `一般`, `100户以下的可以3人` */
	leavesRoom?: string;
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
		checked: '物权法第七十六条的公开转载文本（两处一致，含法条释义）',
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
	reelection: {
		name: '业主大会和业主委员会指导规则 第四十六条',
		says: '业主委员会委员出现空缺的应当及时补足；委员人数不足总数二分之一的，应当召开业主大会临时会议，重新选举业主委员会。',
		from: '2010-01-01',
		checked: '指导规则（建房〔2009〕274号）第四十六条的公开转载文本',
	},
	revocation: {
		name: '民法典 第二百八十条、建筑物区分所有权司法解释 第十二条',
		says: '业主大会、业主委员会的决定侵害业主合法权益或者违反法定程序的，业主可以请求法院撤销，应当在知道或者应当知道作出决定之日起一年内行使。',
		from: '2021-01-01',
		checked: CODE,
	},
	assemblyDemand: {
		name: '物业管理条例 第十三条',
		says: '经20%以上的业主提议，业主委员会应当组织召开业主大会临时会议。',
		from: '2003-09-01',
		checked: CODE,
	},
	publicPromise: {
		name: '民法典 第九百三十八条第二款',
		says: '物业服务人公开作出的有利于业主的服务承诺，为物业服务合同的组成部分。',
		from: '2021-01-01',
		checked: CODE,
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
		says: '建设单位或施工单位承担的、相关单位承担的管线设备维修养护、当事人人为损坏的、物业服务合同约定由物业承担的费用，不得从维修资金列支。',
		from: '2008-02-01',
		checked: '办法（建设部、财政部令第165号）的公开报道文本（2008年1月9日，两处一致）',
	},
	fundPublished: { name: '民法典 第二百八十一条', says: '维修资金的筹集、使用情况应当定期公布。', from: '2021-01-01', checked: CODE },
	periods: {
		name: '民法典 第二百零一条、第二百零三条、第二百零四条',
		says: '开始的当日不计入；最后一日是法定休假日的，以休假日结束的次日为最后一日；最后一日二十四时截止，有业务时间的到停止业务活动时截止；法律另有规定或者当事人另有约定的除外。',
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
		says: '没有参与表决的，投票权数能不能计入已表决的多数票，由管理规约或者议事规则规定。',
		from: '2010-01-01',
		checked: '指导规则第二十六条第二款的公开转载文本',
	},
	emergencyUse: {
		name: '住宅专项维修资金管理办法 第二十四条',
		says: '危及房屋安全等紧急情况需要立即维修的，可以不经业主表决，但仍须申请列支、审核后划转。',
		from: '2008-02-01',
		checked: null,
	},
} as const satisfies Record<string, Provision>;

/** How a provision is cited: its name, and that it was not checked where it was not. */
export const cite = ({ name, checked }: Provision): string => (checked ? name : `${name}（未核实）`);

/**
 * Whether somebody may be said to have broken it: it was read in a text, leaves no room, and is more than the ministry's guidance of 2009,
 * from which a place's own law may differ. Where that law has the same number, it is cited instead.
 */
export const accuses = ({ name, checked, leavesRoom }: Provision): boolean =>
	checked !== null && leavesRoom === undefined && !GUIDANCE.test(name);
const GUIDANCE = /^(?:业主大会和业主委员会)?指导规则/;

/** A provision where what it asks for is not on this site, which does not say that it was not done: it is held against nobody. */
export const unseen = <P extends Provision>(provision: P): P => ({ ...provision, leavesRoom: '本站没有见到，不等于没有' });

/** Whether a provision was in force on a day. */
export const inForce = ({ from, until }: Provision, on: Day): boolean => on >= from && (until === undefined || on <= until);

/** Of some provisions, one of which came after the other, the one in force on a day; null before all of them. */
export const thatHeld = (on: Day, ...provisions: readonly Provision[]): Provision | null =>
	provisions.find((provision) => inForce(provision, on)) ?? null;
