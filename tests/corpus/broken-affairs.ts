/** Mutation operators on matters, scores, requests, promises and schedules: what they say of themselves no longer hangs together. */
import { addDays } from '../../src/basics/days.ts';
import { fen, plainYuan } from '../../src/basics/money.ts';
import { fieldOf } from '../../src/schema/messages.ts';
import type { BrokenData } from './broken-fields.ts';
import { type Sample, type Written, withAt } from './sample.ts';

type Pick = (n: number) => number;
type Operator = (sample: Sample, pick: Pick) => BrokenData | null;

const listOf = (data: Written, name: string): Written[] => (data[name] as Written[] | undefined) ?? [];
const groupOf = (data: Written, name: string): Written | null => (data[name] as Written | undefined) ?? null;
const oneFenMore = (amount: unknown): string => plainYuan(fen(String(amount)) + 1);
const otherCheckSign = (code: unknown): string => String(code).replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A'));

/** Sets a value by a path. `field`: what `check` has to name, where it is not that value. */
const set = (data: Written, path: PropertyKey[], value: unknown, field = fieldOf(path)): BrokenData => ({
	data: withAt(data, path, (holder, last) => {
		holder[last] = value;
	}),
	field,
});

/** One of those that hold, by its place in the list. */
function oneOf(list: readonly Written[], holds: (item: Written, i: number) => boolean, pick: Pick): number | null {
	const at = list.flatMap((item, i) => (holds(item, i) ? [i] : []));
	return at.length ? at[pick(at.length)]! : null;
}

/** Only for the records of a collection. */
const of =
	(collection: Sample['collection'], operator: (data: Written, pick: Pick) => BrokenData | null): Operator =>
	(sample, pick) =>
		sample.collection === collection ? operator(sample.data, pick) : null;

const bidsWith = (data: Written, won: boolean) => listOf(data, 'bids').filter((bid) => Boolean(bid.won) === won);

/** Each operator by name, and what it makes of a record; nothing where it does not apply. */
export const affairOperators: Record<string, Operator> = {
	'steps in the wrong order': of('matters', (data, pick) => {
		const steps = listOf(data, 'steps');
		const at = oneOf(steps, (step, i) => Boolean(step.on && steps[i + 1]?.on && step.on !== steps[i + 1]!.on), pick);
		if (at === null) return null;
		const { data: first } = set(data, ['steps', at, 'on'], steps[at + 1]!.on);
		return set(first, ['steps', at + 1, 'on'], steps[at]!.on);
	}),
	'a step before anybody raised the matter': of('matters', (data) =>
		listOf(data, 'steps')[0]?.on ? set(data, ['steps', 0, 'on'], '2001-01-01') : null,
	),
	'a step with no day and no plan': of('matters', (data, pick) => {
		const at = oneOf(listOf(data, 'steps'), (step) => !step.on && Boolean(step.planned), pick);
		if (at === null) return null;
		const { planned: _, ...rest } = listOf(data, 'steps')[at]!;
		return set(data, ['steps', at], rest);
	}),
	'closed before its last step': of('matters', (data) =>
		data.closedOn && listOf(data, 'steps').some(({ on }) => String(on) > String(data.raisedOn))
			? set(data, ['closedOn'], data.raisedOn)
			: null,
	),
	'under way and closed at once': of('matters', (data) => (data.state === 'open' ? set(data, ['closedOn'], '2026-04-01') : null)),
	'two firms chosen': of('matters', (data) => {
		if (bidsWith(data, true).length !== 1 || bidsWith(data, false).length === 0) return null;
		const bids = listOf(data, 'bids').map((bid) => ({ ...bid, won: true }));
		return { data: { ...data, bids }, field: 'bids[2].won' };
	}),
	'a contract with another firm than was chosen': of('matters', (data) =>
		data.contract && bidsWith(data, true).length === 1 ? set(data, ['contract', 'firm'], '另一家公司') : null,
	),
	'planned payments one 分 above the contract': of('matters', (data, pick) => {
		const planned = data.contract ? listOf(data, 'planned') : [];
		const at = pick(planned.length || 1);
		return planned[at] ? set(data, ['planned', at, 'amount'], oneFenMore(planned[at].amount), 'planned') : null;
	}),
	'a retention above the price': of('matters', (data) => {
		const contract = groupOf(data, 'contract');
		return contract ? set(data, ['contract', 'retention'], oneFenMore(contract.amount)) : null;
	}),
	'a budget below zero': of('matters', (data) => (data.budget ? set(data, ['budget'], `-${data.budget}`) : null)),
	'a credit code with another check sign': of('matters', (data, pick) => {
		const at = oneOf(listOf(data, 'bids'), ({ unifiedCode }) => Boolean(unifiedCode), pick);
		return at === null ? null : set(data, ['bids', at, 'unifiedCode'], otherCheckSign(listOf(data, 'bids')[at]!.unifiedCode));
	}),
	'more elected than there are seats': of('matters', (data) =>
		groupOf(data, 'election')?.elected ? set(data, ['election', 'seats'], 1, 'election.elected') : null,
	),
	'more Party members elected than people': of('matters', (data) =>
		groupOf(data, 'election')?.elected ? set(data, ['election', 'partyMembers'], 99) : null,
	),
	'stages in the wrong order': of('matters', (data) => {
		const stages = listOf(data, 'stages');
		return stages.length > 1 ? { data: { ...data, stages: [stages[1], stages[0], ...stages.slice(2)] }, field: 'stages[2].from' } : null;
	}),
	'a score its items do not come to': of('assessments', (data, pick) => {
		const halves = ['party', 'service'].filter((name) => groupOf(data, name) && listOf(groupOf(data, name)!, 'items').length);
		const name = halves[pick(halves.length || 1)];
		return name ? set(data, [name, 'score'], Number(groupOf(data, name)!.score) - 1) : null;
	}),
	'a score above a hundred': of('assessments', (data) => (data.service ? set(data, ['service', 'score'], 101) : null)),
	'weights that do not come to a hundred': of('assessments', (data, pick) => {
		const at = oneOf(listOf(data, 'assessors'), ({ weight }) => Boolean(weight), pick);
		return at === null ? null : set(data, ['assessors', at, 'weight'], Number(listOf(data, 'assessors')[at]!.weight) + 1, 'assessors');
	}),
	'more stars than there are': of('assessments', (data) => (data.stars ? set(data, ['stars', 'value'], 9) : null)),
	'a firm by another firm’s code': of('assessments', (data) =>
		groupOf(data, 'firm')?.code ? set(data, ['firm', 'code'], otherCheckSign(groupOf(data, 'firm')!.code)) : null,
	),
	'kinds that do not come to what was received': of('requests', (data, pick) => {
		const kinds = listOf(data, 'kinds');
		const at = pick(kinds.length || 1);
		return kinds[at] ? set(data, ['kinds', at, 'received'], Number(kinds[at].received) + 1, 'kinds') : null;
	}),
	'more answered than came': of('requests', (data) => set(data, ['answered'], Number(data.received) + 1)),
	'more dispatched than was ordered': of('requests', (data) =>
		groupOf(data, 'orders')?.dispatched !== undefined
			? set(data, ['orders', 'dispatched'], Number(groupOf(data, 'orders')!.placed) + 1)
			: null,
	),
	'a kind twice': of('requests', (data) => {
		const kinds = listOf(data, 'kinds');
		return kinds.length ? { data: { ...data, kinds: [...kinds, kinds[0]] }, field: `kinds[${kinds.length + 1}]` } : null;
	}),
	'disposed of before it was found': of('requests', (data, pick) => {
		const at = oneOf(listOf(data, 'cases'), ({ patrolledOn, disposedOn }) => Boolean(patrolledOn && disposedOn), pick);
		return at === null ? null : set(data, ['cases', at, 'disposedOn'], '2019-01-01');
	}),
	'a result of another length of time': of('commitments', (data, pick) => {
		const items = listOf(data, 'items');
		const at = oneOf(items, (item) => item.every !== 'year' && listOf(item, 'results').length > 0, pick);
		return at === null ? null : set(data, ['items', at, 'results', 0, 'period'], '2026');
	}),
	'a result twice': of('commitments', (data, pick) => {
		const items = listOf(data, 'items');
		const at = oneOf(items, (item) => listOf(item, 'results').length > 0, pick);
		if (at === null) return null;
		const results = listOf(items[at]!, 'results');
		return set(data, ['items', at, 'results'], [...results, results[0]], fieldOf(['items', at, 'results', results.length, 'period']));
	}),
	'a 32nd of the month': of('schedules', (data) => (data.onDay === undefined ? null : set(data, ['onDay'], 32))),
	'held before there was a schedule': of('schedules', (data, pick) => {
		const log = listOf(data, 'log');
		const at = pick(log.length || 1);
		return log[at] ? set(data, ['log', at, 'on'], '2010-01-01') : null;
	}),
	'a duty that no rule knows': ({ data }, pick) => {
		const fulfils = listOf(data, 'fulfils');
		const at = pick(fulfils.length || 1);
		return fulfils[at] ? set(data, ['fulfils', at, 'duty'], 'no-such-duty') : null;
	},
};

/** When the rules of the sample's place came into force: before, only the nation's guidance asked for an agenda on the board. */
const LOCAL_RULES_FROM = '2024-07-01';

const agendaOnTheEve = (data: Written): BrokenData | null =>
	data.form === 'committee' ? set(data, ['calledOn'], addDays(String(data.heldOn), -1)) : null;

/** Operators after which a record hangs together and breaks a rule: what `check` finds is a breach, not a slip. */
export const lawlessOperators: Record<string, Operator> = {
	'an assembly called three days before it met': of('meetings', (data) =>
		data.form === 'assembly' ? set(data, ['calledOn'], addDays(String(data.heldOn), -3)) : null,
	),
	'a committee’s agenda posted on the eve': of('meetings', (data) =>
		String(data.heldOn) >= LOCAL_RULES_FROM ? agendaOnTheEve(data) : null,
	),
};

/** Operators after which a record does what the law leaves room for, or what only guidance asks against: it is noted, and nobody is accused. */
export const doubtfulOperators: Record<string, Operator> = {
	'a contract signed before the owners had voted': of('matters', (data) =>
		data.contract && data.kind === 'repair' && data.fund === 'maintenance' ? set(data, ['contract', 'signedOn'], '2022-01-04') : null,
	),
	'an assembly called fifteen days before it met, when its written vote had begun': of('meetings', (data) => {
		const called = addDays(String(data.heldOn), -15);
		const isVoting = listOf(data, 'agenda').some(({ ownersVote }) => ownersVote && String((ownersVote as Written).from ?? '9') <= called);
		return data.form === 'assembly' && isVoting ? set(data, ['calledOn'], called) : null;
	}),
	'a committee’s agenda posted on the eve, where only guidance asks for more': of('meetings', (data) =>
		String(data.heldOn) < LOCAL_RULES_FROM ? agendaOnTheEve(data) : null,
	),
};
