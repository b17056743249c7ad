/** The grammar of the site's addresses: built and read here only. */
import { hash } from 'node:crypto';
import { facetWords, writtenFacets } from '../domain/listing.ts';
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
	const parts = [collection, ...(community ? [community] : []), ...(facet ? [facet.name, encodeURIComponent(nameOfValue(facet))] : [])];
	return `/${parts.join('/')}/${page && page > 1 ? `page/${page}/` : ''}`;
}

/** A name in an address may be so long, in bytes: most disks take 255. */
const LONGEST = 200;

/**
 * What a facet's value is called in an address, and so on the disk: 杭州市 as it is, `河东街道/清风镇` as `河东街道~2f清风镇`. Signs that mean
 * something to a disk, a server or an address are written as the bytes they are; so are capitals and composed letters in what somebody
 * wrote, since some disks do not tell them from others. What is too long ends in its digest. Two values never have one name.
 */
export function nameOfValue({ name: facet, value }: { name: string; value: string }): string {
	const isPlain = writtenFacets.includes(facet) ? isTold : (sign: string) => /[A-Z]/.test(sign) || isTold(sign);
	const name = Array.from(value, (sign) => (isPlain(sign) ? sign : bytesOf(sign))).join('');
	if (Buffer.byteLength(name) <= LONGEST) return name;
	let short = '';
	for (const sign of name) if (Buffer.byteLength(short + sign) <= LONGEST / 2) short += sign;
	return `${short}~~${hash('sha256', value, 'hex').slice(0, 32)}`;
}

/** Whether every disk takes a sign, and none takes it for another one. */
const isTold = (sign: string): boolean =>
	/^[a-z0-9_-]$|^[^\p{ASCII}]$/u.test(sign) &&
	/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(sign) &&
	sign.toUpperCase().toLowerCase() === sign &&
	sign.normalize('NFD') === sign;

const bytesOf = (sign: string): string => Buffer.from(sign).toString('hex').replace(/../g, '~$&');

/** What is asked to read an address: whether there is such a community, and the values of a facet in a collection or a community's part of it. */
export interface Known {
	isCommunity(id: string): boolean;
	valuesOf(scope: string, facet: string): readonly string[];
}

/** Reads an address; null when nothing can stand there. A name that could be a community or a record is decided by what is known. */
export function addressOf(url: string, { isCommunity, valuesOf }: Known): Address | null {
	const [collection = '', ...rest] = url.split('/').filter(Boolean).map(decodeURIComponent);
	if (!isCollection(collection)) return null;
	const left = [...rest];
	let page = 1;
	if (left.at(-2) === 'page' && /^[2-9]$|^[1-9]\d+$/.test(left.at(-1)!)) page = Number(left.splice(-2)[1]);
	const [name, called] = left.length >= 2 && Object.hasOwn(facetWords, left.at(-2)!) ? left.splice(-2) : [];
	const { of } = collections[collection];
	const list = (community?: string): Address | null => {
		const scope = community ? `${collection}@${community}` : collection;
		const value = name && valuesOf(scope, name).find((each) => nameOfValue({ name, value: each }) === called);
		if (name && value === undefined) return null;
		return {
			kind: 'list',
			collection,
			...(community ? { community } : {}),
			...(name && value !== undefined ? { facet: { name, value } } : {}),
			page,
		};
	};
	if (left.length === 0) return list();
	if (left.length === 1 && of !== 'site' && isCommunity(left[0]!)) return list(left[0]);
	if (name || page > 1 || left.length > 2) return null;
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
