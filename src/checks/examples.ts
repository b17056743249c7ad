/**
 * Examples beside a rule: `<id>.examples.ts` beside `<id>.ts` holds, as plain data, records that the check finds, each with the nearest
 * lawful one that it leaves alone. Only a test reads them: no page and no command does.
 */
import type { Day } from '../basics/days.ts';
import type { CollectionName } from '../schema/index.ts';
import type { Rulepack } from '../schema/rulepacks.ts';

/** What is written otherwise than in a usual record of its collection, as an editor writes it; items of a list over the usual first one. `slug` names a further record. */
export type Written = { slug?: string } & Record<string, unknown>;

/** A small board on a day: one usual record of each collection, some written otherwise, in a place with rules of its own or none. */
export interface Situation {
	/** `{ meetings: { heldOn: '2026-03-20' } }`; a list where there are several of one collection */
	records?: Partial<Record<CollectionName, Written | readonly Written[]>>;
	/** the rules of the place, verified unless said; without any there is only the nation's law */
	place?: { rules: Rulepack['rules']; verified?: boolean };
	/** 2026-04-13 unless said */
	today?: Day;
}

/** What a check finds, and the nearest lawful thing that it leaves alone. */
export interface Example {
	/** in a few words: `6人在任，3人到会` */
	what: string;
	/** `says`: each thing found, `breach agenda[1].vote.for：全体委员半数以上同意…；同意3人…` */
	finds: Situation & { says: readonly string[] };
	leaves: Situation & { what: string };
}
