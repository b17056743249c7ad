/** A record as the publisher keeps it. It needs to know less of it than the schema does. */
export interface Kept {
	id: string;
	collection: string;
	community?: string;
	data: object;
	body: string;
	/** it was taken back: this is only the stub that stays of it */
	withdrawn?: true;
}

/** Where a record is listed; see `domain/listing.ts`. */
export interface Placement {
	day: string;
	publishedOn: string;
	facets: Readonly<Record<string, readonly string[]>>;
	card: object;
	refs: readonly string[];
	formerly?: readonly string[];
	closes?: string | null;
	/** the uploads it names, by their URLs */
	uploads?: readonly string[];
	/** whether the uploads it names are kept from the web, unless another record shows them */
	withholds?: boolean;
}

/** A record and how lists show it. The settings stand on no shelf: their `listing` is null. */
export interface Listed {
	entry: Kept;
	listing: Placement | null;
}

/** The key under which a record stands on a shelf: its day, then its id, so that a shelf is sorted by day and has no twins. */
export const keyOf = (day: string, id: string): string => `${day} ${id}`;

/**
 * The shelves a record stands on, each with its key. Every list, count and facet of the site is a shelf:
 *
 * - `*` and `@c` hold everything, and everything of community `c`, by the day of publication;
 * - `meetings` and `meetings@c` hold a collection by the record's own day;
 * - `meetings#form=joint` and `meetings@c#year=2026` hold one facet value of it (percent-encoded);
 * - `documents~site` holds those of a collection that belong to no community;
 * - `notices~closes` and `notices@c~closes` are keyed by the closing day, for what is still open;
 * - `>id` holds the records that link to `id`;
 * - `/uploads/…` and `~/uploads/…` hold the records that show a file, and those that keep it from the web;
 * - `meetings<jinguiyuan%2F2026-03-10` holds the record that was `meetings/jinguiyuan/2026-03-10` before it was renamed.
 *
 * What was withdrawn stands, by the day it was, on `meetings~withdrawn`, `meetings@c~withdrawn` and `@c~withdrawn`, under its former ids,
 * and on no other: no list, count or facet has it.
 */
export function shelvesOf({ entry, listing }: Listed): Map<string, string> {
	const shelves = new Map<string, string>();
	if (!listing) return shelves;
	const { id, collection, community } = entry;
	const scopes = community ? [collection, `${collection}@${community}`] : [collection];
	for (const former of listing.formerly ?? []) shelves.set(formerShelf(former), keyOf(listing.day, id));
	for (const url of listing.uploads ?? []) shelves.set(listing.withholds ? withheldShelf(url) : url, keyOf('', id));
	if (entry.withdrawn) {
		for (const scope of community ? [...scopes, `@${community}`] : scopes) shelves.set(`${scope}~withdrawn`, keyOf(listing.day, id));
		return shelves;
	}
	const byDay = keyOf(listing.day, id);
	const byPublication = keyOf(listing.publishedOn, id);

	shelves.set('*', byPublication);
	shelves.set(community ? `@${community}` : `${collection}~site`, community ? byPublication : byDay);
	for (const scope of scopes) {
		shelves.set(scope, byDay);
		for (const [facet, values] of Object.entries(listing.facets))
			for (const value of values) shelves.set(facetShelf(scope, facet, value), byDay);
		if (listing.closes) shelves.set(`${scope}~closes`, keyOf(listing.closes, id));
	}
	for (const target of listing.refs) shelves.set(`>${target}`, byDay);
	return shelves;
}

/** The shelf of one facet value: `facetShelf('meetings@c', 'form', 'joint')` is `meetings@c#form=joint`. */
export const facetShelf = (scope: string, facet: string, value: string): string => `${scope}#${facet}=${encodeURIComponent(value)}`;

/** The shelf of the records that keep an upload from the web. */
export const withheldShelf = (url: string): string => `~${url}`;

/** The shelf of a former id: `formerShelf('meetings/c/a')` is `meetings<c%2Fa`. */
export const formerShelf = (id: string): string => {
	const [collection, ...rest] = id.split('/');
	return `${collection}<${encodeURIComponent(rest.join('/'))}`;
};

/**
 * The family a shelf belongs to, which a page can enumerate: `meetings#form=` (the forms there are), `meetings@` (the communities
 * that have meetings), `@` (the communities that have anything), `meetings<` (what meetings were called before). Empty for a shelf that stands alone.
 */
export function familyOf(shelf: string): string {
	if (/^([>/]|[^#]*~)/.test(shelf)) return '';
	return shelf.slice(0, Math.max(...['=', '@', '<'].map((sign) => shelf.lastIndexOf(sign))) + 1);
}

/** Of a facet's family, the scope and the facet's name: `meetings@c#form=` gives `meetings@c` and `form`. */
export function facetOf(family: string): { scope: string; facet: string } | null {
	const [, scope, facet] = /^([^#]*)#(.+)=$/.exec(family) ?? [];
	return scope && facet ? { scope, facet } : null;
}
