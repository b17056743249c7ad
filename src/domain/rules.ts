/** The numbers a community is held to: its place's own, else the nation's, each with the provision that says so. */
import type { Day } from '../basics/days.ts';
import { type Fen, fen, yuan } from '../basics/money.ts';
import { national } from '../law/national.ts';
import type { Provision } from '../law/provisions.ts';
import { periodUnits } from '../schema/notices.ts';
import { agreeingOf, committeeShares, handoverStarts, packSilence, type Rulepack, renewalActs } from '../schema/rulepacks.ts';

type Pack = Pick<Rulepack, 'level' | 'text' | 'inForceFrom' | 'verifiedOn' | 'rules'>;
type Packed = Rulepack['rules'];
export type RuleName = keyof Packed;
type Numbers<K extends RuleName> = Omit<NonNullable<Packed[K]>, 'article' | 'room'>;

/** A rule's numbers, and by which provision they hold. */
export type Ruled<K extends RuleName> = Numbers<K> & { provision: Provision };

/** Every rule; null where neither the place nor the nation has one. */
export type Rules = { [K in RuleName]-?: K extends keyof typeof national ? Ruled<K> : Ruled<K> | null };

/**
 * The rules of a place, with the nation's where it has none. Of a pack nobody has verified the numbers hold, but its provisions are
 * unchecked, so that nobody is blamed by them. With a day, a pack that was not yet in force on it is left out.
 */
export function rulesOf(pack: Pack | null, on?: Day): Rules {
	const own: Packed = pack && (on === undefined || pack.inForceFrom <= on) ? pack.rules : {};
	const ruled = (name: RuleName) => {
		const given = own[name];
		if (!given || !pack) return (national as Partial<Record<RuleName, unknown>>)[name] ?? null;
		const { article, room, ...numbers } = given;
		return { ...numbers, provision: { ...provisionOf(pack, article, sayRule(name, given)), ...(room ? { leavesRoom: room } : {}) } };
	};
	return Object.fromEntries(ruleNames.map((name) => [name, ruled(name)])) as unknown as Rules;
}

/** A rule of a pack as a provision: unchecked until somebody has verified the pack. */
export const provisionOf = (
	pack: Pick<Pack, 'level' | 'text' | 'inForceFrom' | 'verifiedOn'>,
	article: string,
	says: string,
): Provision => ({
	name: citing(pack, article),
	says,
	from: pack.inForceFrom,
	checked: pack.verifiedOn ? `${pack.verifiedOn}核对的原文` : null,
});

/** `示例市住宅小区信息公开规则 第十二条`; the national pack gathers several laws, so its articles name them themselves. */
const citing = ({ level, text }: Pick<Pack, 'level' | 'text'>, article: string): string =>
	level === 'national' ? article : `${text} ${article}`;

/** What each rule is about, in the order in which a page shows them. */
export const ruleWords: Readonly<Record<RuleName, string>> = {
	assemblyNotice: '业主大会会议通知',
	assemblyDemand: '业主要求开会',
	agendaLock: '没有公示的议题',
	votingWindow: '业主投票的期间',
	assemblyResult: '业主大会决定的公布',
	committeeNotice: '业委会会议的公告',
	committeeDecision: '业委会决定的公布',
	committeeQuorum: '业委会的到会和同意',
	committeeSize: '业委会的人数',
	eligibility: '委员的条件',
	committeeTerm: '业委会的任期',
	committeeFiling: '选举产生后的备案',
	rosterPosted: '成员名单的公布',
	candidates: '候选人名单的公示',
	renewal: '换届的提前',
	handover: '账册、印章、用房的交接',
	notice: '公示期怎么算',
	disclosure: '公开的期限怎么算',
	silence: '选票送到、没有投的',
	spending: '须有决定的单笔支出',
	transfers: '公共收益转入维修资金',
	lowBalance: '维修资金余额不足',
	emergency: '不经表决应急使用维修资金',
	managementCommittee: '物业管理委员会',
	managementTerm: '物业管理委员会的任期',
};
export const ruleNames = Object.keys(ruleWords) as RuleName[];

/** What a rule asks, in a sentence: `会前15日通知，临时会议7日`; and by which words it leaves room. */
export function sayRule<K extends RuleName>(name: K, { room, ...rule }: Numbers<K> & { room?: string | undefined }): string {
	const said = (sentences[name] as (rule: unknown) => string)(rule);
	return room ? `${said}（条文写“${room}”）` : said;
}

const hung = (hang: number | undefined, unit: keyof typeof periodUnits = 'calendar') =>
	hang === undefined ? '' : `，张贴${hang}${periodUnits[unit]}以上`;
const span = (least: number | undefined, most: number | undefined, of: string) =>
	least === undefined
		? `不超过${most}${of}`
		: most === undefined
			? `${least}${of}以上`
			: least === most
				? `${most}${of}`
				: `${least}至${most}${of}`;
const amount = (text: string): string => yuan(fen(text) as Fen);

const sentences: { [K in RuleName]: (rule: Numbers<K>) => string } = {
	assemblyNotice: ({ days, extraordinary }) => `会前${days}日通知${extraordinary === undefined ? '' : `，临时会议${extraordinary}日`}`,
	assemblyDemand: ({ ask, says }) => `业委会不召集的，找${ask}：${says}`,
	agendaLock: () => '没有公示的议题，业主大会不得表决',
	votingWindow: ({ least, most }) => span(least, most, '日'),
	assemblyResult: ({ within, hang }) => `${within}日内公布${hung(hang)}`,
	committeeNotice: ({ days, otherwise }) => (days === undefined ? (otherwise ?? '没有规定天数') : `会前${days}日公告内容和议程`),
	committeeDecision: ({ within, hang }) => `${within}日内公布${hung(hang)}`,
	committeeQuorum: ({ present, agree, agreeOf }) =>
		`${committeeShares[present]}委员到会，${agreeingOf[agreeOf]}${committeeShares[agree]}同意`,
	committeeSize: ({ least, most, odd, small }) => `${span(least, most, '人')}${odd ? '，单数' : ''}${small ? `；${small}` : ''}`,
	eligibility: ({ says }) => says,
	committeeTerm: ({ least, most }) => span(least, most, '年'),
	committeeFiling: ({ days }) => `${days}日内备案`,
	rosterPosted: ({ within, since, by, hang }) => `${since ? `${since}起` : ''}${within}日内${by ? `由${by}` : ''}公布${hung(hang)}`,
	candidates: ({ before, hang }) => `${before === undefined ? '' : `选举${before}日前公示，`}张贴${hang}日以上`,
	renewal: ({ act, months, days }) => `任期届满${months === undefined ? `${days ?? 0}日` : `${months}个月`}以前${renewalActs[act]}`,
	handover: ({ days, since, to, leaver }) =>
		`${handoverStarts[since]}${days}日内${to ? `交给${to}` : '交清'}${leaver === undefined ? '' : `，中途离任的${leaver}日内`}`,
	notice: ({ days, unit, rollOver }) =>
		`${days === undefined ? '' : `没有另外规定的公示${days}${periodUnits[unit]}，`}张贴当天不算，最后一天是法定休假日的${rollOver ? '顺延' : '不顺延'}`,
	disclosure: ({ rollOver }) => `最后一天是法定休假日的${rollOver ? '顺延' : '不顺延'}`,
	silence: ({ policy }) => packSilence[policy],
	spending: ({ amount: least }) => `单笔${amount(least)}元以上须有决定`,
	transfers: ({ percent, more, when }) => `${when ? `${when}，` : ''}${more ? '超过' : '不少于'}百分之${percent}`,
	lowBalance: ({ percent }) => `余额不足首期交存额百分之${percent}的，续交`,
	emergency: ({ cases, hang, within }) =>
		[cases.join('、'), within === undefined ? '' : `事后${within}日内公布`, hang === undefined ? '' : `事后公示${hang}日以上`]
			.filter(Boolean)
			.join('；') || '危及房屋安全的紧急情况',
	managementCommittee: ({ least, most, odd, hang, unit }) =>
		`${span(least, most, '人')}${odd ? '，单数' : ''}${hang === undefined ? '' : `，决定张贴${hang}${periodUnits[unit ?? 'calendar']}以上`}`,
	managementTerm: ({ most }) => span(undefined, most, '年'),
};
