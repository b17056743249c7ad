/** What the count of an owners' vote means: which thresholds there were, what each needed, what there was, and whether it was enough. */
import { hundredths, squareMetres } from '../basics/area.ts';
import type { Day } from '../basics/days.ts';
import { grouped } from '../basics/numbers.ts';
import { type Share, type VoteRule, voteRuleOn } from '../law/vote.ts';
import type { OwnersVote, silencePolicies } from '../schema/meetings.ts';

/** How many owners, and how much of the area, in 0.01 m². */
export interface Count {
	heads: number;
	area: number;
}

/** One threshold: a share of a base that had to take part or agree, as whole heads or as whole 0.01 m². */
export interface VoteTest {
	asks: 'participation' | 'approval';
	measure: keyof Count;
	share: Share;
	/** whether the base is all owners or those who took part */
	of: 'total' | 'part';
	base: number;
	/** the smallest whole number that is enough */
	required: number;
	actual: number;
	holds: boolean;
}

/** A way of counting and what came of it: every threshold must be reached. */
export interface VoteOutcome {
	tests: VoteTest[];
	passed: boolean;
}

/** The result of a vote under the rule of its day. */
export interface VoteResult {
	rule: VoteRule;
	/** whether a matter in the motion asks for the special share: the strictest test holds for all */
	special: boolean;
	/** whoever did not vote does not take part */
	strict: VoteOutcome;
	/** as the community's own rules count those who did not vote, where they say so in writing */
	adopted: (VoteOutcome & { policy: keyof typeof silencePolicies; clause: string }) | null;
}

/** The result of a vote decided on a day; null where the rule of that day is not known. @law 民法典 第二百七十八条 */
export function resultOf(vote: OwnersVote, on: Day): VoteResult | null {
	const rule = voteRuleOn(on);
	if (!rule) return null;
	const special = [vote.matter, ...vote.also].some((matter) => rule.specialMatters.includes(matter));
	const [total, part, approval] = [vote.total, vote.part, vote.for].map(countOf) as [Count, Count, Count];
	const outcome = (part: Count, approval: Count) => outcomeOf(testsOf(rule, special, { total, part, approval }));
	return {
		rule,
		special,
		strict: outcome(part, approval),
		adopted: vote.silence
			? { ...outcome(...withSilent(vote, part, approval)), policy: vote.silence.rule, clause: vote.silence.clause }
			: null,
	};
}

/** The day by whose rule a vote is judged: its last. */
export const decidedOn = (vote: Pick<OwnersVote, 'until'>, heldOn: Day): Day => vote.until ?? heldOn;

/** The result by which it was decided: as the community's rules count, else the strict one. */
export const resultAdopted = ({ strict, adopted }: VoteResult): VoteOutcome => adopted ?? strict;

/** The smallest whole number that reaches the share of a base, or passes it. Nobody at all is never enough. */
export function leastOf(base: number, { part, of, over }: Share): number {
	const times = base * part;
	const whole = (times - (times % of)) / of;
	return Math.max(1, over || times % of > 0 ? whole + 1 : whole);
}

/** `110人`, `11,760.32㎡` */
export const sayCount = (measure: keyof Count, n: number): string => (measure === 'heads' ? `${grouped(n)}人` : `${squareMetres(n)}㎡`);

/** `参与人数`, `同意面积` */
export const nameOf = ({ asks, measure }: Pick<VoteTest, 'asks' | 'measure'>): string =>
	`${asks === 'participation' ? '参与' : '同意'}${measure === 'heads' ? '人数' : '面积'}`;

/** What a threshold is a share of: `三分之二以上`, `超过参与的一半`, `参与的四分之三以上`. */
export function sayShare({ asks, share, of }: Pick<VoteTest, 'asks' | 'share' | 'of'>): string {
	const whole = of === 'total' ? '全体' : '参与';
	if (share.over) return `超过${whole}的一半`;
	return asks === 'participation' ? share.words : `${whole}的${share.words}`;
}

/** `差2人` */
export const sayShort = ({ measure, required, actual }: VoteTest): string => `差${sayCount(measure, required - actual)}`;

/** `参与人数需110人，实108人，差2人` */
export const sayTest = (test: VoteTest): string =>
	[
		`${nameOf(test)}需${sayCount(test.measure, test.required)}`,
		`实${sayCount(test.measure, test.actual)}`,
		...(test.holds ? [] : [sayShort(test)]),
	].join('，');

const countOf = ({ heads, area }: { heads: number; area: string }): Count => ({ heads, area: hundredths(area) });
const both = (a: Count, b: Count): Count => ({ heads: a.heads + b.heads, area: a.area + b.area });
const outcomeOf = (tests: VoteTest[]): VoteOutcome => ({ tests, passed: tests.every(({ holds }) => holds) });

function testsOf(rule: VoteRule, special: boolean, counts: Record<'total' | 'part' | 'approval', Count>): VoteTest[] {
	const test = (asks: VoteTest['asks'], share: Share, of: 'total' | 'part', actual: Count) =>
		(['area', 'heads'] as const).map((measure): VoteTest => {
			const base = counts[of][measure];
			const required = leastOf(base, share);
			return { asks, measure, share, of, base, required, actual: actual[measure], holds: actual[measure] >= required };
		});
	return [
		...(rule.participation ? test('participation', rule.participation, 'total', counts.part) : []),
		...test('approval', special ? rule.special : rule.ordinary, rule.approvalOf, counts.approval),
	];
}

/**
 * Who took part and who agreed, once those who were sent a ballot and did not cast it are counted as the community's rules say.
 * They join the majority only where there is one: more than half of those who voted agreed, by heads and by area.
 * @law 业主大会和业主委员会指导规则 第二十六条
 */
function withSilent({ silence, silent }: OwnersVote, part: Count, approval: Count): [part: Count, approval: Count] {
	const none = silent ? countOf(silent) : { heads: 0, area: 0 };
	const agreed = silence?.rule === 'followMajority' && approval.heads * 2 > part.heads && approval.area * 2 > part.area;
	return [both(part, none), agreed ? both(approval, none) : approval];
}
