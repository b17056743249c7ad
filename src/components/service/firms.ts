/** A firm that serves several communities, known by its code. */
import type { CardOf } from '../../domain/card.ts';
import { facetShelf } from '../../publish/shelves.ts';
import type { Store } from '../../publish/store.ts';

/** What a firm is called, by any of its assessments; the code itself if there is none. */
export const firmName = (store: Store, code: string): string =>
	store.list<'assessments'>(facetShelf('assessments', 'firm', code), { order: '-', limit: 1 })[0]?.firm?.name ?? code;

/** A firm's latest assessments in all communities, without those that are not for the web. */
export const assessmentsOf = (store: Store, code: string, limit: number): CardOf<'assessments'>[] =>
	store.list<'assessments'>(facetShelf('assessments', 'firm', code), { order: '-', limit }).filter(({ elsewhere }) => !elsewhere);
