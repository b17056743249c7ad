import type { APIRoute } from 'astro';
import { type Shard, SITE_SHARD } from '../../search/records.ts';

/** What can be searched: the board's own records, then each community's. */
export const GET: APIRoute = ({ locals: { store } }) => {
	const communities = store.ids('communities').map((id): Shard => {
		const name = store.get<'communities', 'name'>(id, ['name'])!.name;
		return { id: id.slice('communities/'.length), name };
	});
	return Response.json([{ id: SITE_SHARD, name: '全站资料' } satisfies Shard, ...communities]);
};
