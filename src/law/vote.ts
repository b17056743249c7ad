/** How many owners must take part in a decision and how many must agree, with the days between which it was so. */
import type { Day } from '../basics/days.ts';
import { inForce, type Provision, provisions } from './provisions.ts';

/**
 * A share of a whole. `以上` includes the share itself, `过` does not: it must be passed (`over`).
 * @law 民法典 第一千二百五十九条
 */
export interface Share {
	part: number;
	of: number;
	over: boolean;
	words: string;
}

const HALF: Share = { part: 1, of: 2, over: true, words: '过半数' };
const TWO_THIRDS: Share = { part: 2, of: 3, over: false, words: '三分之二以上' };
/** What is asked of the members of a committee: places differ in whether exactly half is enough. */
export const memberShares = { moreThanHalf: HALF, half: { ...HALF, over: false, words: '半数以上' }, twoThirds: TWO_THIRDS } as const;
const THREE_QUARTERS: Share = { part: 3, of: 4, over: false, words: '四分之三以上' };

/** What a decision of the owners needs. Each share is asked twice: by area and by heads. */
export interface VoteRule {
	provision: Provision;
	/** the share of all owners who must take part; null where only agreement was asked for */
	participation: Share | null;
	/** of whom the share that agrees is taken: of those who took part, or of all owners */
	approvalOf: 'part' | 'total';
	ordinary: Share;
	special: Share;
	/** the matters that need the special share, by their number in 民法典 第二百七十八条 */
	specialMatters: readonly string[];
}

/** @law 民法典 第二百七十八条; before it 物权法 第七十六条, which asked for two thirds of all owners for raising and for using the fund */
const rules: readonly VoteRule[] = [
	{
		provision: provisions.ownersVote,
		participation: TWO_THIRDS,
		approvalOf: 'part',
		ordinary: HALF,
		special: THREE_QUARTERS,
		specialMatters: ['6', '7', '8'],
	},
	{
		provision: provisions.ownersVoteBefore,
		participation: null,
		approvalOf: 'total',
		ordinary: HALF,
		special: TWO_THIRDS,
		specialMatters: ['5', '6', '7'],
	},
];

/** The rule in force on the day of a decision; null before the first that is known, of 2007-10-01. */
export const voteRuleOn = (day: Day): VoteRule | null => rules.find(({ provision }) => inForce(provision, day)) ?? null;
