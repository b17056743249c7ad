import type { Judgement } from './check.ts';
import { noticePeriod } from './notice-period.ts';
import { objectionsAnswered } from './objections-answered.ts';

/** Every rule that is asked of one record at a time, in the order in which a page shows what it found. */
export const judgements: readonly Judgement[] = [noticePeriod, objectionsAnswered];
