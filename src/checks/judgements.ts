import { agendaLock } from './agenda-lock.ts';
import { assemblyNotice } from './assembly-notice.ts';
import type { Judgement } from './check.ts';
import { commitmentKept } from './commitment-kept.ts';
import { committeeFiling } from './committee-filing.ts';
import { committeeNotice } from './committee-notice.ts';
import { committeeQuorum } from './committee-quorum.ts';
import { committeeSize } from './committee-size.ts';
import { committeeTerm } from './committee-term.ts';
import { decisionPublished } from './decision-published.ts';
import { declaredInterest } from './declared-interest.ts';
import { disclosure } from './disclosure.ts';
import { emergencyUse } from './emergency-use.ts';
import { fundPurpose } from './fund-purpose.ts';
import { fundUse } from './fund-use.ts';
import { handoverLate } from './handover-late.ts';
import { lowBalance } from './low-balance.ts';
import { matterOrder } from './matter-order.ts';
import { matterPayments } from './matter-payments.ts';
import { matterRelated } from './matter-related.ts';
import { memberEligibility } from './member-eligibility.ts';
import { noticePeriod } from './notice-period.ts';
import { objectionsAnswered } from './objections-answered.ts';
import { ownersVote } from './owners-vote.ts';
import { payeeMember } from './payee-member.ts';
import { rosterOverlap } from './roster-overlap.ts';
import { rosterVacancies } from './roster-vacancies.ts';
import { scheduleMissed } from './schedule-missed.ts';
import { smallCounts } from './small-counts.ts';
import { spending } from './spending.ts';
import { transfers } from './transfers.ts';

/** Every rule that is asked of one record at a time, in the order in which a page shows what it found. */
export const judgements: readonly Judgement[] = [
	ownersVote,
	assemblyNotice,
	agendaLock,
	committeeNotice,
	committeeQuorum,
	decisionPublished,
	committeeSize,
	committeeTerm,
	committeeFiling,
	rosterVacancies,
	handoverLate,
	rosterOverlap,
	memberEligibility,
	payeeMember,
	declaredInterest,
	scheduleMissed,
	commitmentKept,
	smallCounts,
	matterOrder,
	matterPayments,
	matterRelated,
	noticePeriod,
	objectionsAnswered,
	spending,
	fundUse,
	emergencyUse,
	fundPurpose,
	lowBalance,
	transfers,
	disclosure,
];
