/** The grammar of the site's addresses: built and read here only. */
import { facetWords } from '../domain/listing.ts';
import { type CollectionName, collections, isCollection } from '../schema/index.ts';

/** A list: of a whole collection or of one community, narrowed by one facet or not, and its page counted from 1. */
export interface ListAddress {
	collection: CollectionName;
	community?: string;
	facet?: { name: string; value: string };
	page: number;
}

/** What stands at an address under a collection. A `record` may turn out to be none: the store knows. */
export type Address = ({ kind: 'list' } & ListAddress) | { kind: 'record'; id: string };

/** `meetings/jinguiyuan/2026-03-10-joint` → `/meetings/jinguiyuan/2026-03-10-joint/` */
export const recordUrl = (id: string): string => `/${id}/`;

/** `/meetings/jinguiyuan/form/joint/page/2/` */
export function listUrl({ collection, community, facet, page }: Omit<ListAddress, 'page'> & { page?: number }): string {
	const parts = [collection, ...(community ? [community] : []), ...(facet ? [facet.name, encodeURIComponent(facet.value)] : [])];
	return `/${parts.join('/')}/${page && page > 1 ? `page/${page}/` : ''}`;
}

/** Reads an address; null when nothing can stand there. A name that could be a community or a record is decided by `isCommunity`. */
export function addressOf(url: string, isCommunity: (id: string) => boolean): Address | null {
	const [collection = '', ...rest] = url.split('/').filter(Boolean).map(decodeURIComponent);
	if (!isCollection(collection)) return null;
	const left = [...rest];
	let page = 1;
	if (left.at(-2) === 'page' && /^[2-9]$|^[1-9]\d+$/.test(left.at(-1)!)) page = Number(left.splice(-2)[1]);
	const facet = left.length >= 2 && Object.hasOwn(facetWords, left.at(-2)!) ? { name: left.at(-2)!, value: left.at(-1)! } : undefined;
	if (facet) left.splice(-2);
	const { of } = collections[collection];
	const list = (community?: string): Address => ({
		kind: 'list',
		collection,
		...(community ? { community } : {}),
		...(facet ? { facet } : {}),
		page,
	});
	if (left.length === 0) return list();
	if (left.length === 1 && of !== 'site' && isCommunity(left[0]!)) return list(left[0]);
	if (facet || page > 1 || left.length > 2) return null;
	if (of === 'site' ? left.length === 1 : of === 'community' ? left.length === 2 : true)
		return { kind: 'record', id: [collection, ...left].join('/') };
	return null;
}

/**
 * Lists of the whole board go this many pages back where records belong to communities; beyond, one looks at a community. So the cost
 * of an edit does not grow with the number of records.
 */
const WHOLE_BOARD_PAGES = 10;

/** How many pages a list of `n` records has: at least one. */
export function pagesOf({ collection, community }: Pick<ListAddress, 'collection' | 'community'>, n: number, pageSize: number): number {
	const all = Math.max(1, Math.ceil(n / pageSize));
	return community || collections[collection].of === 'site' ? all : Math.min(all, WHOLE_BOARD_PAGES);
}
