import type { CollectionName } from '../schema/index.ts';

/** The collections at the top of every page, in the order a resident asks for them. */
export const sections: readonly CollectionName[] = ['notices', 'meetings', 'ledgers', 'matters', 'bodies', 'cases'];

/** Those at the foot: all there are. */
export const allSections: readonly CollectionName[] = [
	...sections,
	'documents',
	'requests',
	'assessments',
	'commitments',
	'schedules',
	'statistics',
	'communities',
	'rulepacks',
];
