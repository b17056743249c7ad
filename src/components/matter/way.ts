/** How the way of a matter is said: how long it took, how far it has come, what comes next. */
import { type Day, daysBetween } from '../../basics/days.ts';
import { isTaken, type Progress, stepState } from '../../domain/matter.ts';
import { type Matter, type Step, steps as stepNames } from '../../schema/matters.ts';

/** `共15步，现在第14步`, `共15步，走了13步`, `9步都走完了`, `走到“表决”，不再办`. */
export function sayWay({ places, at }: Progress, { state, steps }: Pick<Matter, 'state' | 'steps'>): string {
	const taken = places.filter(({ on }) => on).length;
	if (state === 'dropped') return `走到“${stepNames[steps.findLast(({ on }) => on)?.step ?? steps[0]!.step]}”，不再办`;
	if (at !== null && places[at]!.state === 'at') return `共${places.length}步，现在第${at + 1}步`;
	return taken === places.length ? `${taken}步都走完了` : `共${places.length}步，走了${taken}步`;
}

/** What is missing: `提出、预审`; empty where nothing is. */
export const sayMissing = ({ missing }: Progress): string => missing.map((step) => stepNames[step]).join('、');

/** How long from one day to another: `8个月`, `12天`. */
export function sayLength(from: Day, until: Day): string {
	const months = monthsBetween(from, until);
	return months > 0 ? `${months}个月` : `${daysBetween(from, until) + 1}天`;
}

/** How long a matter took, or has been going on: then it changes only when another month is over. */
export function sayAge(
	{ raisedOn, closedOn, steps }: Pick<Matter, 'raisedOn' | 'closedOn' | 'steps'>,
	hasCome: (day: Day) => boolean,
): string {
	const came = steps.flatMap(({ on, until }) => [on ?? raisedOn, until ?? raisedOn]).filter(hasCome);
	const last = closedOn ?? [raisedOn, ...came].sort().at(-1)!;
	let months = monthsBetween(raisedOn, last);
	while (!closedOn && hasCome(monthsAfter(raisedOn, months + 1))) months += 1;
	return months > 0 ? `${months}个月` : sayLength(raisedOn, last);
}

/** Whole months from one day to another. */
function monthsBetween(from: Day, until: Day): number {
	const [y1, m1, d1] = from.split('-').map(Number) as [number, number, number];
	const [y2, m2, d2] = until.split('-').map(Number) as [number, number, number];
	return (y2 - y1) * 12 + m2 - m1 - (d2 < d1 ? 1 : 0);
}

/** The day so many months later; in a short month the days that are not there come after its last one, as text does. */
function monthsAfter(from: Day, months: number): Day {
	const month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
	return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${from.slice(8)}`;
}

/** What each step is called in its timeline: where one is taken several times by its nature, `第二次表决`. */
export function namesOf(steps: readonly Pick<Step, 'step'>[]): string[] {
	return steps.map(({ step }, i) => {
		const same = steps.filter((other) => other.step === step).length;
		const nth = steps.slice(0, i + 1).filter((other) => other.step === step).length;
		return same > 1 && COUNTED.includes(step) ? `第${ORDINALS[nth - 1] ?? nth}次${stepNames[step]}` : stepNames[step];
	});
}

const COUNTED: readonly Step['step'][] = ['notice', 'consultation', 'vote', 'change', 'payment', 'milestone'];
const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The next thing to be done: the first step that is only planned, else what is planned of one under way. */
export const nextOf = (steps: readonly Step[], hasCome: (day: Day) => boolean): Step | null =>
	steps.find((step) => !step.result && !isTaken(step, hasCome)) ?? steps.find((step) => stepState(step, hasCome) === 'underWay') ?? null;
