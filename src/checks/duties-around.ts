import type { Card } from '../domain/card.ts';
import { type DutyLine, dutiesOf } from '../domain/duty.ts';
import { listingOf } from '../domain/listing.ts';
import { collectionNames, collections, type EntryOf } from '../schema/index.ts';
import type { Rulepack } from '../schema/rulepacks.ts';
import type { Around } from './check.ts';

const own = collectionNames.filter((name) => collections[name].of !== 'site');

/** A community's duties and the rules they come from, by what is around its record; null where it names no rules. */
export function dutiesAround(entry: EntryOf<'communities'>, around: Around): { pack: Rulepack; packId: string; lines: DutyLine[] } | null {
	const packId = entry.data.rulepack;
	const pack = packId && around.get<'rulepacks'>(packId)?.data;
	if (!pack) return null;
	const cards = [listingOf(entry).card, ...own.flatMap((collection) => around.of(collection, entry.slug) as readonly Card[])];
	// Asked first, so that a clock that knows what follows from it is asked little else.
	around.hasCome([pack.inForceFrom, ...cards.map(({ publishedOn }) => publishedOn)].sort().at(-1)!);
	return { pack, packId, lines: dutiesOf({ pack, community: entry.data, cards, hasCome: (day) => around.hasCome(day) }) };
}
