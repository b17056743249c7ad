/** The way of a matter from its first proposal to its result: which steps its kind goes through, where it stands, what is missing. */
import { addDays, type Day, daysBetween } from '../basics/days.ts';
import type { Matter, Step } from '../schema/matters.ts';

export type StepName = Step['step'];
type Kind = Matter['kind'];
/** A step, or one that may be left out. */
type Written = StepName | `${StepName}?`;

/**
 * The steps of each kind of matter in their order. Those in one row of brackets have no order among themselves: who pays by progress pays
 * before the acceptance and after it.
 */
export const templates: Readonly<Record<Kind, readonly (Written | readonly Written[])[]>> = {
	repair: [
		'proposal',
		'putForward',
		'review',
		'notice',
		'vote',
		'result?',
		'tender',
		'contract',
		['change?', 'works?', 'payment', 'acceptance', 'settlement?', 'apportionment'],
		['retention?', 'returnVisit'],
	],
	emergency: [
		'danger',
		'confirmation',
		['repair', 'contract?'],
		['payment', 'report', 'apportionment', 'acceptance', 'settlement?'],
		['retention?', 'returnVisit?'],
	],
	purchase: [
		'proposal',
		'putForward',
		'review?',
		'notice',
		['vote?', 'result?', 'tender'],
		'contract',
		['change?', 'works?', 'payment', 'acceptance', 'settlement?'],
		['retention?', 'returnVisit?'],
	],
	election: ['preparation', 'nomination', ['candidates', 'notice'], 'vote', 'result', 'filing', 'handover'],
	commonSpace: [
		'proposal',
		'putForward?',
		'review?',
		'notice',
		'vote',
		'result?',
		'tender?',
		'contract',
		['change?', 'works?', 'payment?', 'acceptance?'],
		'returnVisit?',
	],
	rule: ['proposal', 'putForward?', ['draft', 'review?'], 'consultation', 'vote', ['notice', 'filing?'], 'inForce'],
	programme: ['proposal?', 'review?', 'notice?', 'start', 'milestone', ['acceptance?', 'result?'], 'returnVisit?'],
	seals: ['start', 'result?', 'handover?'],
};

/** Prices may be asked for at any time before the contract: for the owners to vote on a sum, some ask before. */
const FREE: StepName = 'tender';

/** A step of a template. `rank`: equal where there is no order between two. */
export interface Placed {
	step: StepName;
	required: boolean;
	rank: number;
}

/** The steps of a kind, in their order. */
export const templateOf = (kind: Kind): readonly Placed[] => placed[kind];

const placed = Object.fromEntries(
	Object.entries(templates).map(([kind, ranks]) => [
		kind,
		ranks.flatMap((row, rank) =>
			[row].flat().map((written) => ({ step: written.replace('?', '') as StepName, required: !written.endsWith('?'), rank })),
		),
	]),
) as Record<Kind, Placed[]>;

/**
 * Where a step stands: taken, under way (`at`), the next to come, tried and failed, not taken although a later one was (`missing`), or still to come.
 * `on` and `entry`: the first day it was taken, and which entry of `steps` that is, from 1.
 */
export interface Place extends Placed {
	state: 'did' | 'at' | 'next' | 'failed' | 'missing' | 'todo';
	on: Day | null;
	entry: number | null;
}

/** A step that was taken before one that comes earlier in its template: `days` before it. */
export interface OutOfOrder {
	step: StepName;
	on: Day;
	entry: number;
	before: StepName;
	beforeOn: Day;
	days: number;
}

/** How far a matter has come. `places`: what is required, and of the rest what was taken or is planned; of one that was dropped, how far it came. `at`: the index of the one it stands at, under way or next. */
export interface Progress {
	places: Place[];
	at: number | null;
	missing: StepName[];
	outOfOrder: OutOfOrder[];
}

/**
 * How far a matter has come on a day, asked as `hasCome`. A step counts as taken from the first day it did not fail; it is missing when one
 * of a later rank was taken, or the matter is done, without it.
 */
export function progressOf({ kind, state, steps }: Pick<Matter, 'kind' | 'state' | 'steps'>, hasCome: (day: Day) => boolean): Progress {
	const own = templateOf(kind).map((place) => ({ place, ...takenOf(steps, place.step, hasCome) }));
	const reached = Math.max(-1, ...own.filter(({ on, place }) => on && place.step !== FREE).map(({ place }) => place.rank));
	const known = own.filter(
		({ place, written, on, failed }) => (place.required || written) && (state !== 'dropped' || on || failed || place.rank < reached),
	);
	const missing = known
		.filter(
			({ place, on, failed }) => place.required && !on && !(failed && state === 'dropped') && (place.rank < reached || state === 'done'),
		)
		.map(({ place }) => place.step);

	const open = state === 'open';
	const underWay = open ? known.findLastIndex(({ on, goesOn, place }) => on && goesOn && place.rank === reached) : -1;
	const next = open ? known.findIndex(({ on, place }) => !on && place.rank >= reached && !missing.includes(place.step)) : -1;
	const at = underWay >= 0 ? underWay : next >= 0 ? next : null;

	const places = known.map(({ place, on, entry, failed }, i): Place => {
		const where =
			i === at ? (i === underWay ? 'at' : 'next') : on ? 'did' : failed ? 'failed' : missing.includes(place.step) ? 'missing' : 'todo';
		return { ...place, on, entry, state: where };
	});
	return { places, at, missing, outOfOrder: places.flatMap((place) => earlierThan(place, places)) };
}

/** A step as it was taken: its first day that did not fail, and whether more of it is to come. */
function takenOf(steps: readonly Step[], name: StepName, hasCome: (day: Day) => boolean) {
	const own = steps.map((step, i) => ({ step, entry: i + 1 })).filter(({ step }) => step.step === name);
	const came = own.filter(({ step }) => isTaken(step, hasCome));
	const first = came.filter(({ step }) => !fell(step, hasCome)).sort((a, b) => (a.step.on! < b.step.on! ? -1 : 1))[0];
	const goesOn = own.some(({ step }) => !fell(step, hasCome) && stepState(step, hasCome) !== 'over');
	return { on: first?.step.on ?? null, entry: first?.entry ?? null, failed: came.length > 0 && !first, goesOn, written: own.length > 0 };
}

/** Where a step stands by its days and its word. */
export type StepState = 'planned' | 'underWay' | 'over';

/**
 * Where a step stands on a day, asked as `hasCome`. It is not begun before its first day, whatever it says; and not over before its last
 * day is, unless on that day it says what came of it: a vote is counted in the evening. What still says what is planned goes on.
 */
export function stepState(
	{ on, until, planned, result }: Pick<Step, 'on' | 'until' | 'planned' | 'result'>,
	hasCome: (day: Day) => boolean,
): StepState {
	if (on === undefined || !hasCome(on)) return 'planned';
	const counted = result === 'passed' || result === 'failed' || result === 'dropped';
	const ended = until === undefined || hasCome(counted ? until : addDays(until, 1));
	return ended && (planned === undefined || result !== undefined) ? 'over' : 'underWay';
}

/** Whether a step was begun by then, whatever came of it. */
export const isTaken = (step: Step, hasCome: (day: Day) => boolean): boolean => stepState(step, hasCome) !== 'planned';

/** What came of a step, once it is over. */
export const resultOf = (step: Step, hasCome: (day: Day) => boolean): Step['result'] =>
	stepState(step, hasCome) === 'over' ? step.result : undefined;

const fell = (step: Step, hasCome: (day: Day) => boolean): boolean => ['failed', 'dropped'].includes(resultOf(step, hasCome) ?? '');

/** Of the steps that come earlier in the template, the last one that was taken later than this one. */
function earlierThan({ step, rank, on, entry }: Place, places: readonly Place[]): OutOfOrder[] {
	if (!on || step === FREE) return [];
	const later = places.filter((other) => other.rank < rank && other.on && other.on > on).sort((a, b) => (a.on! < b.on! ? 1 : -1))[0];
	return later ? [{ step, on, entry: entry!, before: later.step, beforeOn: later.on!, days: daysBetween(on, later.on!) }] : [];
}
