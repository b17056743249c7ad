/** The tables that can be taken away as CSV: the records of a collection, and what stands inside one record. */
import { chinesePeriod } from '../basics/days.ts';
import { plainYuan } from '../basics/money.ts';
import { balancesOf, totalsOf } from '../domain/ledger.ts';
import { correctedOn, titleOf } from '../domain/listing.ts';
import type { CollectionName, DataOf, Entry, EntryOf } from '../schema/index.ts';
import { funds, type LedgerEntry } from '../schema/ledgers.ts';
import { audiences } from '../schema/publication.ts';
import { columnsOf, itemColumnsOf } from './columns.ts';
import { type Column, csv } from './csv.ts';
import { type Around, identity, insideRecord, ofCommunity, ofRecord } from './identity.ts';

/** A list longer than this is no table of records any more, but names the communities' own tables. */
export const LONGEST = 2000;

/**
 * The records of a collection, one a line, in the order given. A record that is not for the web has its title and where it can be inspected;
 * nothing else of it.
 */
export function recordsCsv<C extends CollectionName>(collection: C, entries: readonly EntryOf<C>[], around: Around): string {
	const own = [...columnsOf(collection, COMMON), ...(derived[collection] ?? [])] as Column<DataOf<C>>[];
	return csv<Entry>(
		[
			...identity<Entry>(around, ofRecord),
			{ title: '标题', of: titleOf },
			{ title: '公开日期', of: ({ data }) => data.publishedOn },
			{ title: '一句话', of: ({ data }) => (data.audience === 'web' ? data.summary : '') },
			...own.map(({ title, of }) => ({ title, of: ({ data }: Entry) => (data.audience === 'web' ? of(data as DataOf<C>) : '') })),
			...publication,
		],
		entries as readonly Entry[],
	);
}

/** A community's part of a collection that is too long for one table: how many records, and where their table is. */
export const indexCsv = (collection: CollectionName, parts: readonly { community: string; n: number }[], around: Around): string =>
	csv<{ community: string; n: number }>(
		[
			...identity<{ community: string }>(around, ({ community }) => ofCommunity(community, `/${collection}/${community}/`)),
			{ title: '条数', of: ({ n }) => n },
			{ title: '表格网址', of: ({ community }) => `${around.url}/data/${collection}/${community}.csv` },
		],
		parts,
	);

/** Every entry of a ledger, with its fund and period, its number there and the balance after it. */
export function ledgerCsv(ledger: EntryOf<'ledgers'>, around: Around): string {
	const { data } = ledger;
	const balances = balancesOf(data);
	const entries = data.audience === 'web' ? data.entries.map((entry, i) => ({ ...entry, no: i + 1, balance: balances[i]! })) : [];
	return csv<LedgerEntry & { no: number; balance: number }>(
		[
			...insideRecord<{ no: number }>(around, ledger, ({ no }) => `#e${no}`),
			{ title: '资金', of: () => funds[data.fund] },
			{ title: '期间', of: () => data.period },
			{ title: '序号', of: ({ no }) => no },
			...itemColumnsOf<LedgerEntry>('ledgers', 'entries'),
			{ title: '结余', of: ({ balance }) => plainYuan(balance) },
		],
		entries,
	);
}

/** The figures of a case, each with the source it points at. */
export function claimsCsv(study: EntryOf<'cases'>, around: Around): string {
	const { data } = study;
	type Claim = (typeof data)['claims'][number];
	return csv<Claim>(
		[
			...insideRecord(around, study),
			...itemColumnsOf<Claim>('cases', 'claims', ['source']),
			{ title: '来源', of: ({ source }) => data.sources[source - 1]?.title },
			{ title: '来源网址', of: ({ source }) => data.sources[source - 1]?.url },
		],
		data.audience === 'web' ? data.claims : [],
	);
}

/** The measures of a statistic: each total on a line, its parts on the lines after it. */
export function measuresCsv(statistic: EntryOf<'statistics'>, around: Around): string {
	const { data } = statistic;
	type Measure = (typeof data)['measures'][number];
	const [name, value, ...about] = itemColumnsOf<Measure>('statistics', 'measures').filter(({ title }) => !title.endsWith('（条数）'));
	const rows = data.measures.flatMap((measure) => [{ measure, part: null }, ...measure.parts.map((part) => ({ measure, part }))]);
	return csv<(typeof rows)[number]>(
		[
			...insideRecord(around, statistic),
			{ title: '截至：写法', of: () => data.asOf.label },
			{ title: '截至：日期', of: () => data.asOf.day },
			{ title: '指标', of: ({ measure }) => name!.of(measure) },
			{ title: '组成', of: ({ part }) => part?.name },
			{ title: '数值', of: ({ measure, part }) => part?.value ?? value!.of(measure) },
			...about.map(({ title, of }) => ({ title, of: ({ measure }: (typeof rows)[number]) => of(measure) })),
		],
		data.audience === 'web' ? rows : [],
	);
}

/** The fields whose columns stand the same in every table, or whose text is the title. */
const COMMON = ['title', 'name', 'publishedOn', 'summary', 'sources', 'audience', 'inspect', 'corrections', 'withdrawn', 'formerly'];

const publication: Column<Entry>[] = [
	{ title: '来源', of: ({ data }) => (data.audience === 'web' ? data.sources.map((source) => source.title).join('；') : '') },
	{ title: '公开范围', of: ({ data }) => audiences[data.audience] },
	{ title: '查阅地点', of: ({ data }) => data.inspect?.where },
	{ title: '查阅时间', of: ({ data }) => data.inspect?.when },
	{ title: '查阅找谁', of: ({ data }) => data.inspect?.ask },
	{ title: '更正次数', of: ({ data }) => data.corrections.length },
	{ title: '最近更正日期', of: ({ data }) => correctedOn(data) },
];

/** Columns that no field holds and that follow from the record. */
const derived: { [C in CollectionName]?: Column<DataOf<C>>[] } = {
	ledgers: [
		{ title: '期间名称', of: ({ period }) => chinesePeriod(period) },
		{ title: '本期收入', of: (ledger) => plainYuan(totalsOf(ledger).income) },
		{ title: '本期支出', of: (ledger) => plainYuan(totalsOf(ledger).expense) },
	],
};
