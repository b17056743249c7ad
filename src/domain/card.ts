/** The small cards that lists show: what a list knows of a record without opening it. */
import type { Day } from '../basics/days.ts';
import type { CollectionName } from '../schema/index.ts';
import type { Rule } from './schedule.ts';

/** What a list knows of any record. `corrected`: day of the last correction. */
export interface Common {
	id: string;
	collection: CollectionName;
	community: string | null;
	title: string;
	day: Day;
	publishedOn: Day;
	summary: string | null;
	corrected: Day | null;
	/** not for the web: only what it is and where to inspect it may be shown */
	elsewhere: boolean;
	/** the duties it says it fulfils, besides those that are found by what it is */
	fulfils: readonly { duty: string; period?: string }[];
}

/** What a list knows of the records of one collection, besides what it knows of any. */
export interface CardFields {
	notices: {
		kind: string;
		topic: string;
		closesOn: Day | null;
		closesAt: string | null;
		/** what closes earlier on the last day, and the hour after which nothing can be said any more */
		earlier: string | null;
		lastHour: string | null;
		rolledOver: boolean;
		issuer: string;
		objections: number;
	};
	meetings: {
		form: string;
		/** the day its notice and agenda were put up */
		calledOn: Day | null;
		heldOn: Day;
		status: string;
		items: number;
		passed: number;
		deferred: number;
		next: { on: Day; at?: string; place?: string; about?: string } | null;
		/** how many were to come and how many came, of all parties */
		due: number;
		present: number;
	};
	ledgers: { fund: string; period: string; opening: number; income: number; expense: number; closing: number; entries: number };
	bodies: { kind: string; seats: number; terms: { name: string; from: Day; until: Day | null }[] };
	documents: { kind: string; status: string; issuer: string; inForceFrom: Day | null; inForceUntil: Day | null };
	cases: { city: string; years: string; claims: number; checkable: number; practices: string[]; sample: boolean };
	statistics: { scope: string; asOf: string; headline: { name: string; value: number; unit: string } };
	communities: { city: string; district: string; street: string; neighbourhood: string; households: number; area: string; sample: boolean };
	rulepacks: { area: string; level: string; verifiedOn: Day | null; duties: number };
	matters: {
		kind: string;
		state: string;
		lead: string;
		fund: string | null;
		/** in 分 */
		budget: number | null;
		/** the steps that have a day, in their order: keys of `steps` */
		dated: { step: string; on: Day }[];
		closedOn: Day | null;
	};
	requests: { period: string; received: number; answered: number; inTime: number; satisfied: number; rated: number };
	assessments: {
		kind: string;
		period: string;
		assessee: string;
		/** the firm that was assessed, in whichever community */
		firm: { name: string; code: string } | null;
		/** by which scheme */
		scheme: string;
		party: number | null;
		service: number | null;
		stars: number | null;
		of: number | null;
		flag: { name: string; holder: string; from: Day; until: Day | null } | null;
		/** inspections and how many of them were not passed */
		inspections: number;
		failed: number;
	};
	commitments: {
		promisedBy: string;
		items: number;
		until: Day | null;
		/** the latest period with results: how many of them kept what was promised */
		latest: { period: string; kept: number; of: number } | null;
	};
	schedules: {
		kind: string;
		every: Rule['every'];
		times: number;
		inMonths: readonly string[];
		onDay: number | null;
		weekdays: readonly string[];
		nth: number | null;
		moves: boolean;
		/** the form of the meetings it is kept by */
		form: string | null;
		at: string | null;
		/** when it ends, where that is said */
		endsAt: string | null;
		place: string | null;
		who: string | null;
		from: Day;
		until: Day | null;
	};
}

/** What a list knows of a record of one collection. */
export type CardOf<C extends CollectionName> = Common & { collection: C } & CardFields[C];
/** What a list knows of a record, whatever its collection. */
export type Card = { [C in CollectionName]: CardOf<C> }[CollectionName];
