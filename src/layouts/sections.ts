import type { CollectionName } from '../schema/index.ts';

/** The collections at the top of every page, in the order a resident asks for them. */
export const sections: readonly CollectionName[] = ['notices', 'meetings', 'ledgers', 'bodies', 'documents', 'cases', 'statistics'];

/** Those at the foot: all there are. */
export const allSections: readonly CollectionName[] = [...sections, 'communities', 'rulepacks'];
