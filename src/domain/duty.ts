/** What a community must publish, by when, and what became of it: a place's rules held against the records that are there. */
import { addDays, chineseDay, chinesePeriod, type Day, daysBetween, periodDays } from '../basics/days.ts';
import { type RestDays, restDays } from '../law/rest-days.ts';
import { bodyKinds } from '../schema/bodies.ts';
import type { Community } from '../schema/communities.ts';
import type { Duty, Rulepack } from '../schema/rulepacks.ts';
import type { Card } from './card.ts';
import { deadlineOf, lastPossible } from './deadline.ts';
import { type Evidence, eventsOf, evidenceOf, recordFor } from './duty-evidence.ts';
import { periodsFrom, within } from './duty-periods.ts';

/** How a disclosure stands. What is not there is said in the words of whoever knows why; else only that it was not seen here. */
export const dutyStates = {
	onTime: '按期',
	late: '迟了，已补',
	posted: '已现场张贴',
	missing: '本站未见',
	unpublished: '责任方确认未公开',
	planned: '计划公开',
	due: '未到期',
	notApplicable: '不适用',
} as const;
export type DutyState = keyof typeof dutyStates;

export type Disclosure = Community['disclosures'][number];

/** What a duty asked for once: of a period, on an event, or for good. */
export interface Item {
	/** what tells it from the others: `property-fee-quarterly 2026-Q1`, `committee-decision 2026-04-02-committee`, `roster` */
	key: string;
	period: string | null;
	/** the record of what happened, for a duty that something gave rise to */
	event: Evidence | null;
	/** the day it was to be there at the latest; null where the rules name none */
	due: Day | null;
	state: DutyState;
	/** by how many days it came late */
	late: number;
	/** the day it was published, or posted on site */
	publishedOn: Day | null;
	/** the record that is it */
	record: Pick<Card, 'id' | 'title' | 'elsewhere'> | null;
	/** what the community says of it */
	disclosure: Disclosure | null;
}

/** One duty of a rule pack, what it asked for so far, and why it does not concern this community, if it does not. */
export interface DutyLine {
	/** which of the pack's duties, from 1 */
	no: number;
	duty: Duty;
	/** who must publish it here: the pack's words, or the body of this community they mean */
	by: string;
	notApplicable: string | null;
	items: readonly Item[];
}

/** What is known of a community's duties. `cards`: of its records, of every collection; `hasCome`: whether a day has come. */
export interface Given {
	pack: Pick<Rulepack, 'inForceFrom' | 'rules' | 'duties'>;
	community: Pick<Community, 'dutiesSince' | 'feeBasis' | 'disclosures'>;
	cards: readonly Card[];
	hasCome(day: Day): boolean;
	rest?: RestDays;
}

/** Every duty of a rule pack with what it asked of a community since the day its duties and these rules began, the oldest first. */
export function dutiesOf(given: Given): DutyLine[] {
	const { pack, community } = given;
	const { dutiesSince, feeBasis, disclosures } = community;
	// Nobody is held to rules by a day on which there were none.
	const since = dutiesSince && dutiesSince > pack.inForceFrom ? dutiesSince : pack.inForceFrom;
	return pack.duties.map((duty, index) => {
		const never = disclosures.find(({ duty: code, state, period }) => code === duty.code && state === 'notApplicable' && !period);
		const notApplicable = duty.onlyUnder && duty.onlyUnder !== feeBasis ? otherBasis[duty.onlyUnder] : (never?.why ?? null);
		return {
			no: index + 1,
			duty,
			by: doer(duty.by, given.cards),
			notApplicable,
			items: notApplicable ? [] : asked(duty, since, given).map((item) => stated(duty, item, given)),
		};
	});
}

/**
 * A pack names kinds of body; a community has one of them: `业主委员会（物业管理委员会）` is the one it has, and `物业服务人` its manager. Where
 * several owe it together they stay as the text names them.
 */
function doer(by: string, cards: readonly Card[]): string {
	if (/[和及、]/.test(by)) return by;
	const said = by.replace('物业服务人', bodyKinds.propertyCompany);
	const meant = (Object.keys(bodyKinds) as (keyof typeof bodyKinds)[]).filter((kind) => said.includes(bodyKinds[kind]));
	const body = cards.find((card) => card.collection === 'bodies' && meant.some((kind) => kind === card.kind));
	if (body?.collection !== 'bodies') return by;
	return body.kind === 'propertyCompany' ? body.title : bodyKinds[body.kind as keyof typeof bodyKinds];
}

const otherBasis = { commission: '物业费不是酬金制，没有这本账', lumpSum: '物业费不是包干制' } as const;

/** What was asked for once, in words: `2026年第一季度物业费收支`, `2026年4月2日的业委会会议决定`. What follows a colon is left to the rules. */
export function nameOf({ what }: Pick<Duty, 'what'>, { period, event }: Pick<Item, 'period' | 'event'>): string {
	const [short] = what.split('：') as [string];
	return period ? `${chinesePeriod(period)}${short}` : event ? `${chineseDay(event.day)}的${short}` : short;
}

/** What a duty asks for: each period since, each time it happened, or once. */
function asked(duty: Duty, since: Day, given: Given): Asked[] {
	const { pack, hasCome, rest = restDays } = given;
	const evidence = evidenceOf(duty, given.cards, hasCome);
	const after = (day: Day): Due | null => {
		if (duty.within === undefined) return null;
		const deadline = deadlineOf(day, duty.within, pack.rules.disclosure, rest);
		return { due: deadline.last, over: lastPossible(deadline) };
	};

	if (duty.frequency === 'standing') {
		const record = recordFor(null, evidence);
		return [{ key: duty.code, period: null, event: null, ...(after(since) ?? onDay(since)), record }];
	}
	if (duty.frequency === 'perEvent')
		return eventsOf(evidence)
			.filter(({ event }) => event.day >= since)
			.map(({ event, record }) => {
				const by = duty.before === undefined ? after(event.day) : onDay(addDays(event.day, -duty.before));
				return { key: `${duty.code} ${event.name}`, period: null, event, ...((event.happened && by) || onDay(null)), record };
			});
	return periodsFrom(duty.frequency, since, hasCome).map((period) => {
		const record = recordFor(period, evidence);
		return {
			key: `${duty.code} ${period}`,
			period,
			event: null,
			...(after(record?.happened ? record.day : periodDays(period).last) ?? onDay(null)),
			record,
		};
	});
}

/** When something is due, and after which day it is certainly late: a later one where the rest days of the year are not known. */
type Due = Pick<Item, 'due'> & { over: Day | null };
const onDay = (day: Day | null): Due => ({ due: day, over: day });

type Asked = Pick<Item, 'key' | 'period' | 'event'> & Due & { record: Evidence | null };

/** How it stands with what was asked: there, posted on site, or what is known of its not being there. */
function stated(duty: Duty, { record, over, ...item }: Asked, { community, hasCome }: Given): Item {
	const disclosure = saidOf(duty, item, community.disclosures, hasCome);
	const { due } = item;
	const overdue = over !== null && hasCome(addDays(over, 1));
	const lateBy = (on: Day): number =>
		due === null || over === null || on <= over || (duty.frequency === 'standing' && duty.within === undefined) ? 0 : daysBetween(due, on);
	const standing = { ...item, disclosure, late: 0, publishedOn: null, record: null };

	if (disclosure?.state === 'notApplicable') return { ...standing, state: 'notApplicable' };
	const once = disclosure?.period || duty.frequency === 'standing';
	const hung = disclosure?.state === 'posted' && once ? (disclosure.on ?? null) : null;
	if (record?.publishedOn && (hung === null || record.publishedOn <= hung)) {
		const late = lateBy(record.publishedOn);
		return { ...standing, state: late > 0 ? 'late' : 'onTime', late, publishedOn: record.publishedOn, record };
	}
	if (disclosure?.state === 'posted' && (once || overdue)) {
		const late = hung ? lateBy(hung) : 0;
		return { ...standing, state: late > 0 ? 'late' : 'posted', late, publishedOn: hung };
	}
	if (!overdue) return { ...standing, state: 'due' };
	if (disclosure?.state === 'unpublished') return { ...standing, state: 'unpublished' };
	if (disclosure?.plannedOn && !hasCome(addDays(disclosure.plannedOn, 1))) return { ...standing, state: 'planned' };
	return { ...standing, state: 'missing' };
}

/** What the community says of it: of this very period first, else what it says of every one from a day on. */
function saidOf(
	duty: Duty,
	{ period, event, due }: Pick<Item, 'period' | 'event' | 'due'>,
	all: readonly Disclosure[],
	hasCome: Given['hasCome'],
) {
	const known = all.filter((said) => said.duty === duty.code && (!said.on || hasCome(said.on)));
	const own = known.find((said) => said.period && (said.period === period || (event && within(said.period, event.day))));
	const since = ({ state, on }: Disclosure): boolean =>
		state !== 'posted' || duty.frequency === 'standing' || !on || due === null || due >= on;
	return own ?? known.find((said) => !said.period && since(said)) ?? null;
}
