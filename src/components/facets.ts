/** The words of a facet's values, in the order the schema offers them. */
import type { Store } from '../publish/store.ts';
import { assessmentKinds } from '../schema/assessments.ts';
import { bodyKinds } from '../schema/bodies.ts';
import { claimKinds, dimensions, practices } from '../schema/cases.ts';
import { documentKinds } from '../schema/documents.ts';
import type { CollectionName } from '../schema/index.ts';
import { funds } from '../schema/ledgers.ts';
import { matterKinds, matterStates } from '../schema/matters.ts';
import { meetingForms } from '../schema/meetings.ts';
import { noticeKinds, topics } from '../schema/notices.ts';
import { fiveShared } from '../schema/publication.ts';
import { rulepackLevels } from '../schema/rulepacks.ts';
import { scheduleKinds } from '../schema/schedules.ts';
import { firmName } from './service/firms.ts';

type Options = Readonly<Record<string, string>>;

const options: Partial<Record<CollectionName, Readonly<Record<string, Options>>>> = {
	notices: { kind: noticeKinds, topic: topics },
	meetings: { form: meetingForms },
	ledgers: { fund: funds },
	bodies: { kind: bodyKinds },
	documents: { kind: documentKinds },
	cases: { practice: practices, dimension: dimensions, claim: claimKinds },
	matters: { kind: matterKinds, state: matterStates },
	assessments: { kind: assessmentKinds },
	schedules: { kind: scheduleKinds },
	rulepacks: { level: rulepackLevels },
};

/** The words of a facet's values: a collection's own, or those of what any record may carry. */
const wordsOf = (collection: CollectionName, facet: string): Options =>
	facet === 'shared' ? fiveShared : (options[collection]?.[facet] ?? {});

/** The word of a facet's value: `joint` → 联席会议, `2026` → 2026年, a city's name as it is. */
const facetValueWord = (collection: CollectionName, facet: string, value: string): string =>
	facet === 'year' ? `${value}年` : (wordsOf(collection, facet)[value] ?? value);

/** The word of a facet's value where the records themselves know it: a firm's name for its code. */
export const valueWord = (store: Store, collection: CollectionName, facet: string, value: string): string =>
	facet === 'firm' ? firmName(store, value) : facetValueWord(collection, facet, value);

/** The values as a reader expects them: years latest first, options in the schema's order, names as sorted. */
export function inOrder<V extends { value: string }>(collection: CollectionName, facet: string, values: readonly V[]): V[] {
	if (facet === 'year') return [...values].reverse();
	const order = Object.keys(wordsOf(collection, facet));
	return [...values].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}
