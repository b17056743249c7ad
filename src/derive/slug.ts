import type { Day } from '../basics/days.ts';
import type { CollectionName } from '../schema/index.ts';

/** The fields a record is named after in its address. A collection without them is named after the day it was begun. */
export const slugFields: Readonly<Record<CollectionName, readonly string[]>> = {
	notices: ['postedOn', 'topic'],
	meetings: ['heldOn', 'form'],
	ledgers: ['period', 'fund'],
	bodies: ['kind'],
	documents: ['issuedOn', 'kind'],
	cases: ['practices'],
	statistics: [],
	communities: [],
	matters: ['raisedOn', 'kind'],
	requests: ['period'],
	assessments: ['heldOn', 'kind'],
	commitments: ['signedOn'],
	schedules: ['kind', 'every'],
	rulepacks: ['versionOn', 'level'],
};

/**
 * The name a new record gets, in letters, digits and hyphens only: `2026-03-10-joint`, `2026-Q1-common-income`. Chosen words, never typed
 * ones, so that the address can be said over the telephone. What is not written yet is left out; `begun` stands in for a missing day.
 */
export function slugOf(collection: CollectionName, data: Readonly<Record<string, unknown>>, begun: Day): string {
	const parts = slugFields[collection].map((name) => plain(data[name])).filter(Boolean);
	const named = parts.join('-');
	if (!named) return `${collection.replace(/s$/, '')}-${begun}`;
	return /^\d/.test(named) || !/On$|^period$/.test(slugFields[collection][0]!) ? named : `${begun}-${named}`;
}

/** `commonIncome` → `common-income` */
function plain(value: unknown): string {
	const text = Array.isArray(value) ? value[0] : value;
	if (typeof text !== 'string') return '';
	return text.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a}-${b.toLowerCase()}`).replace(/[^A-Za-z0-9-]/g, '');
}
