/** What a page says of a community besides its own matter. */
import type { Store } from '../publish/store.ts';
import type { Community } from '../schema/communities.ts';

/** A community's name, and whether it is invented; null for an id that is none. */
export const communityOf = (store: Pick<Store, 'get'>, id: string): Pick<Community, 'name' | 'sample'> | null =>
	store.get<'communities', 'name' | 'sample'>(`communities/${id}`, ['name', 'sample']);

/** The name for headings and titles: an invented community always says so. */
export const sayCommunity = ({ name, sample }: Pick<Community, 'name' | 'sample'>): string =>
	sample && !name.includes('示例') ? `${name}（示例）` : name;

/** The name for lists and crumbs, where the page says elsewhere that it is a sample. */
export const shortCommunity = ({ name }: Pick<Community, 'name'>): string => name.replace('（示例）', '');
