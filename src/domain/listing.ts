/** How each kind of record is listed: the day it stands under, the facets it is found by, and the small card that lists show. */

import { chinesePeriod, type Day, periodDays } from '../basics/days.ts';
import { fen } from '../basics/money.ts';
import { type CollectionName, type Entry, type EntryOf } from '../schema/index.ts';
import { funds } from '../schema/ledgers.ts';
import type { Card, CardFields, Common } from './card.ts';
import { earlierHours, lastHour } from './channel.ts';
import { latestOf } from './commitment.ts';
import { totalsOf } from './ledger.ts';
import { refsIn } from './refs.ts';
import { hoursOf } from './schedule.ts';
import { uploadsIn } from './uploads.ts';

/**
 * Where a record is listed. `closes`: the last day of its period for objection. `refs`: the ids of the records it names. `formerly`: its
 * own before it was renamed. `uploads`: the URLs of the files it names, which it keeps from the web if it `withholds` them.
 */
export interface Listing {
	day: Day;
	publishedOn: Day;
	facets: Readonly<Record<string, readonly string[]>>;
	card: Card;
	refs: readonly string[];
	formerly: readonly string[];
	closes: Day | null;
	uploads: readonly string[];
	withholds: boolean;
}

/** A record that has not been published yet sorts by this day. */
const UNPUBLISHED = '0000-00-00';

type Own<C extends CollectionName> = {
	title: string;
	day: Day;
	facets: Record<string, readonly string[]>;
	card: CardFields[C];
	closes?: Day | null;
};
type Table = { [C in CollectionName]: (entry: EntryOf<C>) => Own<C> };

const table: Table = {
	notices: ({ data: n }) => ({
		title: n.title,
		day: n.postedOn,
		facets: { kind: [n.kind], topic: [n.topic] },
		card: {
			kind: n.kind,
			topic: n.topic,
			closesOn: n.period?.closesOn ?? null,
			closesAt: n.period?.closesAt ?? null,
			earlier: n.period ? earlierHours(n.channels, n.period) : null,
			lastHour: n.period ? lastHour(n.channels, n.period) : null,
			rolledOver: n.period?.rolledOver ?? false,
			issuer: n.issuer,
			objections: n.objections.length,
		},
		closes: n.period?.closesOn ?? null,
	}),
	meetings: ({ data: m }) => ({
		title: m.title,
		day: m.heldOn,
		facets: { form: [m.form] },
		card: {
			form: m.form,
			calledOn: m.calledOn ?? null,
			heldOn: m.heldOn,
			status: m.status,
			items: m.agenda.length,
			passed: m.agenda.filter((i) => i.outcome === 'passed').length,
			deferred: m.agenda.filter((i) => i.outcome === 'deferred').length,
			next: m.next ?? null,
			due: m.parties.reduce((all, party) => all + party.due, 0),
			present: m.parties.reduce((all, party) => all + party.present, 0),
		},
	}),
	ledgers: ({ data: l }) => {
		const { computed: _, ...totals } = totalsOf(l);
		return {
			title: `${chinesePeriod(l.period)}${funds[l.fund]}账`,
			day: periodDays(l.period).last,
			facets: { fund: [l.fund] },
			card: { fund: l.fund, period: l.period, ...totals, entries: l.entries.length },
		};
	},
	bodies: ({ data: b }) => ({
		title: b.name,
		day: b.terms
			.map((t) => t.from)
			.sort()
			.at(-1)!,
		facets: { kind: [b.kind] },
		card: { kind: b.kind, seats: b.seats, terms: b.terms.map(({ name, from, until }) => ({ name, from, until: until ?? null })) },
	}),
	documents: ({ data: d }) => ({
		title: d.title,
		day: d.issuedOn,
		facets: { kind: [d.kind] },
		card: {
			kind: d.kind,
			status: d.status,
			issuer: d.issuer,
			inForceFrom: d.inForceFrom ?? null,
			inForceUntil: d.inForceUntil ?? null,
		},
	}),
	matters: ({ data: m }) => ({
		title: m.title,
		day: m.raisedOn,
		facets: { kind: [m.kind], state: [m.state] },
		card: {
			kind: m.kind,
			state: m.state,
			lead: m.lead,
			fund: m.fund ?? null,
			budget: m.budget ? fen(m.budget) : null,
			dated: m.steps.flatMap(({ step, on }) => (on ? [{ step, on }] : [])),
			closedOn: m.closedOn ?? null,
		},
	}),
	requests: ({ data: r }) => ({
		title: `${chinesePeriod(r.period)}诉求办理`,
		day: periodDays(r.period).last,
		facets: {},
		card: {
			period: r.period,
			received: r.received,
			answered: r.answered,
			inTime: r.inTime,
			satisfied: r.orders.satisfied,
			rated: r.orders.rated,
		},
	}),
	assessments: ({ data: a }) => ({
		title: a.title,
		day: a.heldOn,
		facets: { kind: [a.kind], ...(a.firm ? { firm: [a.firm.code] } : {}) },
		card: {
			kind: a.kind,
			period: a.period,
			assessee: a.assessee,
			firm: a.firm ?? null,
			scheme: a.scheme,
			party: a.party?.score ?? null,
			service: a.service?.score ?? null,
			stars: a.stars?.value ?? null,
			of: a.stars?.of ?? null,
			flag: a.flag ? { name: a.flag.name, holder: a.flag.holder, from: a.flag.from, until: a.flag.until ?? null } : null,
			inspections: a.inspections.length,
			failed: a.inspections.filter(({ passed }) => !passed).length,
		},
	}),
	commitments: ({ data: c }) => ({
		title: c.title,
		day: c.signedOn,
		facets: {},
		card: { promisedBy: c.promisedBy, items: c.items.length, until: c.until ?? null, latest: latestOf(c) },
	}),
	schedules: ({ data: s }) => ({
		title: s.title,
		day: s.from,
		facets: { kind: [s.kind] },
		card: {
			kind: s.kind,
			every: s.every,
			times: s.times,
			inMonths: s.inMonths,
			onDay: s.onDay ?? null,
			weekdays: s.weekdays,
			nth: s.nth ?? null,
			moves: s.moves,
			form: s.form ?? null,
			...hoursOf(s),
			place: s.place ?? null,
			who: s.who ?? null,
			from: s.from,
			until: s.until ?? null,
		},
	}),
	cases: ({ data: c }) => ({
		title: c.title,
		day: c.publishedOn ?? UNPUBLISHED,
		facets: {
			city: [c.place.city],
			practice: c.practices,
			dimension: c.dimensions,
			claim: [...new Set(c.claims.map((claim) => claim.kind))],
		},
		card: {
			city: c.place.city,
			years: c.years,
			claims: c.claims.length,
			checkable: c.claims.filter((claim) => claim.grade === 'third' || claim.grade === 'party').length,
			practices: c.practices,
			sample: c.sample,
		},
	}),
	statistics: ({ data: s }) => {
		const { name, value, unit } = s.measures[0]!;
		return {
			title: s.title,
			day: s.publishedOn ?? UNPUBLISHED,
			facets: { city: [s.city] },
			card: { scope: s.scope, asOf: s.asOf.label, headline: { name, value, unit } },
		};
	},
	communities: ({ data: c }) => ({
		title: c.name,
		day: c.publishedOn ?? UNPUBLISHED,
		facets: { city: [c.place.city], street: [c.place.street] },
		card: { ...c.place, households: c.households, area: c.area, sample: c.sample },
	}),
	rulepacks: ({ data: r }) => ({
		title: r.title,
		day: r.versionOn,
		facets: { level: [r.level] },
		card: { area: r.area, level: r.level, verifiedOn: r.verifiedOn ?? null, duties: r.duties.length },
	}),
};

/** The words of a facet, in the order they are offered: `form` → 形式. `year` is every dated collection's. */
export const facetWords: Readonly<Record<string, string>> = {
	year: '年份',
	kind: '类别',
	topic: '事由',
	form: '形式',
	fund: '资金',
	city: '城市',
	practice: '做法',
	dimension: '方面',
	claim: '数字',
	street: '街道',
	level: '层级',
	state: '状态',
	firm: '企业',
	shared: '五共',
};

/** The facets whose values are text as somebody wrote it; those of all others are the schema's keys, years and codes. */
export const writtenFacets: readonly string[] = ['city', 'street'];

/** Words that stand for themselves in an address and so may not be the id of a community or the name of a record. */
export const reservedNames: readonly string[] = ['page', 'sheet', 'site', ...Object.keys(facetWords)];

/** Collections listed by year: their own day means something to a reader. */
const BY_YEAR: readonly CollectionName[] = ['notices', 'meetings', 'ledgers', 'documents', 'matters', 'requests', 'assessments'];

/** How a record is listed. */
export function listingOf(entry: Entry): Listing {
	const own = (table[entry.collection] as (e: Entry) => Own<CollectionName>)(entry);
	const { data } = entry;
	const publishedOn = data.publishedOn ?? UNPUBLISHED;
	const common: Common = {
		id: entry.id,
		collection: entry.collection,
		community: entry.community ?? null,
		title: own.title,
		day: own.day,
		publishedOn,
		summary: data.summary ?? null,
		corrected: correctedOn(data),
		elsewhere: data.audience !== 'web',
		fulfils: data.fulfils,
	};
	return {
		day: own.day,
		publishedOn,
		facets: {
			...(BY_YEAR.includes(entry.collection) ? { year: [own.day.slice(0, 4)] } : {}),
			...own.facets,
			...(data.fiveShared.length ? { shared: data.fiveShared } : {}),
		},
		card: { ...common, ...own.card } as Card,
		refs: refsIn({ ...data, formerly: [] }),
		formerly: data.formerly,
		closes: own.closes ?? null,
		uploads: [...uploadsIn(entry)].map((file) => `/${file}`),
		withholds: data.audience !== 'web',
	};
}

/** The day of a record's last correction, or null. */
export const correctedOn = ({ corrections }: Pick<Entry['data'], 'corrections'>): Day | null =>
	corrections
		.map(({ on }) => on)
		.sort()
		.at(-1) ?? null;

/** The title of a record, whatever its kind. */
export const titleOf = (entry: Entry): string => listingOf(entry).card.title;
