/** The first columns of every table: which record a row is or stands in, where that can be read, and in which community. */
import { titleOf } from '../domain/listing.ts';
import type { Entry } from '../schema/index.ts';
import type { Column } from './csv.ts';

/** What a table must be told besides the records: the site's address, without a slash at its end, what a community is called, and what was withdrawn. */
export interface Around {
	url: string;
	communityName(id: string): string;
	/** Whether a record was withdrawn: no table leads to it. */
	isWithdrawn(id: string): boolean;
}

/** What a row is of. */
export interface Identity {
	/** The record it is or stands in; null where what the row tells of is not among the records. */
	id: string | null;
	/** Where it can be read, from the root of the site: `/ledgers/jinguiyuan/2026-Q1-common/#e3`. */
	at: string;
	/** The community's id; absent where it belongs to none. */
	community?: string | undefined;
}

/** The columns themselves; `of` says what a row is of. The title, where a table has one, comes next. */
export const identity = <Row>({ url, communityName }: Pick<Around, 'url' | 'communityName'>, of: (row: Row) => Identity): Column<Row>[] => [
	{ title: '编号', of: (row) => of(row).id },
	{ title: '网址', of: (row) => url + of(row).at },
	{ title: '小区编号', of: (row) => of(row).community },
	{
		title: '小区',
		of(row) {
			const { community } = of(row);
			return community && communityName(community);
		},
	},
];

/** A record, or a place on its page (`#e3`). The record of a community is in that community. */
export const ofRecord = (
	{ id, collection, community, slug }: Pick<Entry, 'id' | 'collection' | 'community' | 'slug'>,
	place = '',
): Identity => ({
	id,
	at: `/${id}/${place}`,
	community: collection === 'communities' ? slug : community,
});

/** A community as a whole, and where what the row says of it can be read. */
export const ofCommunity = (community: string, at: string): Identity => ({ id: `communities/${community}`, at, community });

/** The columns of a table of what stands inside one record: all its rows are of that record. */
export const insideRecord = <Row>(around: Around, entry: Entry, placeOf?: (row: Row) => string): Column<Row>[] => [
	...identity<Row>(around, (row) => ofRecord(entry, placeOf?.(row))),
	{ title: '标题', of: () => titleOf(entry) },
];
