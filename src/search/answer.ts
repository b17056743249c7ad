import { addressOf, type Question } from './question.ts';
import { type SearchRecord, type Shard, SITE_SHARD } from './records.ts';

/** A record that holds what was asked for; the higher its score, the better it fits. */
export interface Match {
	record: SearchRecord;
	score: number;
}

/** One page of the answer, and the ways on from it. */
export interface Answer {
	total: number;
	shown: SearchRecord[];
	page: number;
	pages: number;
	facets: Facet[];
}

/** One way to narrow the answer: choices, of which one is taken. */
export interface Facet {
	name: string;
	choices: Choice[];
}

/** One choice of a facet, as a link. */
export interface Choice {
	name: string;
	href: string;
	/** How many records the choice leads to; null where that is not known before it is taken. */
	count: number | null;
	taken: boolean;
}

/** What things are called. */
export interface Names {
	collections: Record<string, string>;
	shards: readonly Shard[];
	/** Ids of the shards that were searched. */
	asked: readonly string[];
}

/** How many records a page of the answer shows. */
export const PAGE_SIZE = 20;

/** The matches that lie within the question's limits, in its order, cut to its page. */
export function answerTo(question: Question, matches: readonly Match[], names: Names): Answer {
	const inLimits = matches.filter((match) => limits.every((limit) => limit.admits(match.record, question)));
	const pages = Math.max(1, Math.ceil(inLimits.length / PAGE_SIZE));
	const page = Math.min(question.page, pages);
	return {
		total: inLimits.length,
		shown: inLimits
			.sort(question.sort === 'new' ? newestFirst : bestFirst)
			.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
			.map(({ record }) => record),
		page,
		pages,
		facets: limits.map(({ field, name }) => ({ name, choices: choicesOf(field, question, matches, names) })),
	};
}

const byUrl = (a: Match, b: Match) => (a.record.url < b.record.url ? -1 : 1);
const newestFirst = (a: Match, b: Match) => (a.record.day === b.record.day ? byUrl(a, b) : a.record.day > b.record.day ? -1 : 1);
const bestFirst = (a: Match, b: Match) => b.score - a.score || newestFirst(a, b);

type Field = 'collection' | 'community' | 'year';

/** What a question can be limited by. A community's answer has the whole board's records too: cases and statistics concern everyone. */
const limits: { field: Field; name: string; admits(record: SearchRecord, question: Question): boolean }[] = [
	{ field: 'collection', name: '类别', admits: (record, { collection }) => !collection || record.collection === collection },
	{
		field: 'community',
		name: '小区',
		admits: ({ community }, { community: asked }) => !asked || community === null || community === asked,
	},
	{ field: 'year', name: '年份', admits: ({ day }, { year }) => !year || day.slice(0, 4) === year },
];

/** The choices of one field, counted under the limits of the others. */
function choicesOf(field: Field, question: Question, matches: readonly Match[], names: Names): Choice[] {
	const others = limits.filter((limit) => limit.field !== field);
	const pool = matches.filter(({ record }) => others.every((limit) => limit.admits(record, question)));
	const own = limits.find((limit) => limit.field === field)!;
	const choice = (name: string, value: string): Choice => {
		const next = { ...question, [field]: value, page: 1 };
		const known = field !== 'community' || isKnown(value, names);
		return {
			name,
			href: addressOf(next),
			count: known ? pool.filter(({ record }) => own.admits(record, next)).length : null,
			taken: question[field] === value,
		};
	};
	const choices = valuesOf(field, pool, names).map(([value, name]) => choice(name, value));
	return [choice('全部', ''), ...choices.filter(({ count, taken }) => count !== 0 || taken)];
}

/** Whether all that a choice of community would find has been loaded. */
const isKnown = (community: string, { shards, asked }: Names) =>
	community ? asked.includes(community) : shards.every(({ id }) => asked.includes(id));

function valuesOf(field: Field, pool: readonly Match[], names: Names): [value: string, name: string][] {
	if (field === 'community') return names.shards.filter(({ id }) => id !== SITE_SHARD).map(({ id, name }) => [id, name]);
	if (field === 'collection') {
		const count = (value: string) => pool.filter(({ record }) => record.collection === value).length;
		return Object.entries(names.collections).sort(([a], [b]) => count(b) - count(a));
	}
	const years = new Set(pool.map(({ record }) => record.day.slice(0, 4)).filter(Boolean));
	return [...years].sort((a, b) => (a < b ? 1 : -1)).map((year) => [year, year]);
}
