/** What the rules say of records, as pages tell it each other. */
import { judge, repliesTo, type Verdict } from '../../checks/check.ts';
import { judgements } from '../../checks/judgements.ts';
import { listingOf } from '../../domain/listing.ts';
import type { Store } from '../../publish/store.ts';
import type { CollectionName, Entry } from '../../schema/index.ts';
import { labelOf } from '../../schema/labels.ts';
import { aroundIn } from '../around.ts';

/** One breach with the record it stands in: what lists, tables and the record's own page show of it. */
export interface FindingCard {
	/** the record, its collection, title and day */
	id: string;
	collection: CollectionName;
	title: string;
	day: string;
	check: string;
	/** what the rule asks, in a sentence */
	asks: string;
	/** `agenda[1].ownersVote`, empty for the whole record; and in the words of the form, empty where it has none */
	field: string;
	where: string;
	expected: string;
	actual: string;
	arithmetic: string | null;
	fix: string;
	law: string;
	settledOn: string | null;
	replies: Entry['data']['replies'];
}

/** What a community's page tells of all findings there: how many, and those that the whole board shows. */
export interface CommunityFindings {
	community: string;
	open: number;
	settled: number;
	shown: FindingCard[];
}

/** What the rules say of a record, on its own page and wherever it is told: its breaches as cards, and the notes, which accuse nobody. */
export function findingsOf(store: Store, entry: Entry): { breaches: FindingCard[]; notes: Verdict[] } {
	const verdicts = judge(judgements, entry, aroundIn(store));
	const { title, day } = listingOf(entry).card;
	return {
		breaches: verdicts
			.filter(({ kind }) => kind === 'breach')
			.map((verdict) => {
				const { check, asks, field, expected, actual, arithmetic = null, fix, law, settledOn = null } = verdict;
				const label = labelOf(entry.file, field);
				const replies = repliesTo(verdict, entry);
				return {
					...{ id: entry.id, collection: entry.collection, title, day },
					...{ check, asks, field, where: label === field ? '' : label, expected, actual, arithmetic, fix, law, settledOn, replies },
				};
			}),
		notes: verdicts.filter(({ kind }) => kind === 'note'),
	};
}

/** The topic under which records of a community tell their breaches; those of no community tell them under `findings@site`. */
export const topicOf = (community: string | null | undefined): string => `findings@${community ?? 'site'}`;

/** Every breach in a community, its own record's included, in order. */
export function findingsIn(store: Store, community: string): Sorted {
	const own = store.get<'communities'>(`communities/${community}`);
	const told = store.told<FindingCard>(topicOf(community)).flatMap(({ facts }) => facts);
	return sorted([...(own ? findingsOf(store, own).breaches : []), ...told]);
}

/** The open ones, then those made good; of either the latest first. */
export interface Sorted {
	open: FindingCard[];
	settled: FindingCard[];
}

export const sorted = (cards: readonly FindingCard[]): Sorted => ({
	open: cards.filter(({ settledOn }) => settledOn === null).toSorted((a, b) => later(a, b, a.day, b.day)),
	settled: cards.filter(({ settledOn }) => settledOn !== null).toSorted((a, b) => later(a, b, a.settledOn!, b.settledOn!)),
});

/** The later day first; on one day by the record's name and the place in it. */
const later = (a: FindingCard, b: FindingCard, dayOfA: string, dayOfB: string): number =>
	order(dayOfB, dayOfA) || order(a.id, b.id) || order(a.check, b.check) || order(a.field, b.field);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
