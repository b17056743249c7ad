import type { Card } from '../domain/card.ts';

/** Asks the store for a stretch of one shelf. */
type AskStretch = (options: { order: '-'; after?: string; limit: number }) => Card[];

/** How many cards are asked for at once. An edit changes the answers of the stretches it falls into, not of the whole shelf. */
const STRETCH = 500;

/** The cards of a shelf, newest first, asked for in stretches; at most `most` of them. `by` is the day the shelf is sorted by. */
export function cardsOn(ask: AskStretch, by: 'day' | 'publishedOn', most = Infinity): Card[] {
	const cards: Card[] = [];
	for (let after: string | undefined; cards.length < most; ) {
		const limit = Math.min(STRETCH, most - cards.length);
		const stretch = ask({ order: '-', ...(after ? { after } : {}), limit });
		cards.push(...stretch);
		const last = stretch.at(-1);
		if (!last || stretch.length < limit) break;
		after = `${last[by]} ${last.id}`;
	}
	return cards;
}
