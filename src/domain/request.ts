/** What follows from a month of requests: how orders went from step to step, how many were answered in time, whether the counts hold together. */
import { share } from '../basics/numbers.ts';
import type { Request } from '../schema/requests.ts';

/** The way of an order, in its order. */
export const orderSteps = {
	placed: '登记',
	dispatched: '派单',
	accepted: '接单',
	finished: '办结',
	rated: '评价',
	satisfied: '满意',
} as const;

/** A step of the way of orders: how many came so far, and which share of the step before and of all orders that is. */
export interface Step {
	key: keyof typeof orderSteps;
	name: string;
	n: number;
	/** `118÷120＝98.3%`; null for the first step, and where none came so far as the step before */
	ofBefore: string | null;
	/** of those placed */
	share: string;
}

/** The steps that orders went, each with its share of the one before. */
export function funnelOf(orders: Request['orders']): Step[] {
	const keys = Object.keys(orderSteps) as Step['key'][];
	return keys.map((key, i) => {
		const [n, before] = [orders[key], i ? orders[keys[i - 1]!] : 0];
		return {
			key,
			name: orderSteps[key],
			n,
			ofBefore: before ? `${n}÷${before}＝${share(n, before)}` : null,
			share: share(n, orders.placed),
		};
	});
}

/** Steps of which there are more than of the step before. */
export const risesIn = (orders: Request['orders']): { step: Step; before: Step }[] =>
	funnelOf(orders).flatMap((step, i, all) => (i && step.n > all[i - 1]!.n ? [{ step, before: all[i - 1]! }] : []));

/** Requests by when they were answered: in time, late, not yet. */
export const answersOf = ({ received, answered, inTime }: Pick<Request, 'received' | 'answered' | 'inTime'>) => ({
	inTime,
	late: answered - inTime,
	open: received - answered,
});

/** A cell with fewer than this may let a neighbour guess who it was. */
export const FEW = 5;

/** Mediations whose number is small enough to let somebody be guessed. */
export const fewIn = ({ mediations }: Pick<Request, 'mediations'>): { at: number; topic: string; n: number }[] =>
	mediations.flatMap(({ topic, n }, at) => (n !== undefined && n > 0 && n < FEW ? [{ at, topic, n }] : []));
