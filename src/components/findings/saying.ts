import { collections } from '../../schema/index.ts';
import type { FindingCard } from './findings.ts';

/** How many findings stand in which kind of record: `会议纪要2条，资金账1条`. */
export function nameCounts(cards: readonly Pick<FindingCard, 'collection'>[]): string {
	const counted = Map.groupBy(cards, ({ collection }) => collection);
	return [...counted].map(([collection, { length }]) => `${collections[collection].title}${length}条`).join('，');
}
