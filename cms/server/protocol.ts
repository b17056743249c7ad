import { z } from 'zod';

/** What Decap's proxy backend (3.5) sends: one action and its params. Sizes are limited here, meaning is judged by the actions. */
const name = z.string().min(1).max(300);
const path = z.string().min(1).max(400);
const id = z.string().regex(/^[0-9a-f]{40,64}$/);
const named = { collection: name, slug: name };
const bases = { baseIds: z.record(path, id.nullable()).optional() };
const seen = { seen: z.record(path, id).optional() };
const answers = {
	answers: z
		.array(z.object({ id: z.string().regex(/^[0-9a-f]{16}$/), why: z.string().max(300) }))
		.max(200)
		.optional(),
};
const asset = z.object({ path, content: z.string(), encoding: z.literal('base64') });
const dataFile = z.object({ path, slug: name, raw: z.string(), newPath: path.optional() });
const options = z.object({ collectionName: name, useWorkflow: z.boolean().optional(), status: z.string().optional() });

/** The params of each action. */
export const actions = {
	info: z.object({}),
	entriesByFolder: z.object({ folder: path, extension: z.string().max(10), depth: z.number().int().min(0).max(10) }),
	entriesByFiles: z.object({ files: z.array(z.object({ path, label: z.string().optional() })).max(200) }),
	getEntry: z.object({ path }),
	unpublishedEntries: z.object({}),
	unpublishedEntry: z.object({ id: name.optional(), collection: name.optional(), slug: name.optional() }),
	unpublishedEntryDataFile: z.object({ ...named, path }),
	unpublishedEntryMediaFile: z.object({ ...named, path }),
	deleteUnpublishedEntry: z.object(named),
	persistEntry: z.object({ dataFiles: z.array(dataFile).length(1), assets: z.array(asset).max(30), options, ...bases, ...answers }),
	updateUnpublishedEntryStatus: z.object({
		...named,
		newStatus: z.enum(['draft', 'pending_review', 'pending_publish']),
		...seen,
		...answers,
	}),
	publishUnpublishedEntry: z.object({ ...named, ...seen, ...answers }),
	getMedia: z.object({ mediaFolder: path }),
	getMediaFile: z.object({ path }),
	persistMedia: z.object({ asset }),
	deleteFile: z.object({ path }),
	deleteFiles: z.object({ paths: z.array(path).max(100) }),
	getDeployPreview: z.object(named),
	getNotes: z.object(named),
	getPRMetadata: z.object(named),
	// Not Decap's: what one person took down, and that a second has looked at it.
	takenDown: z.object({}),
	lookedAt: z.object(named),
} as const;

export type ActionName = keyof typeof actions;
export type ParamsOf<A extends ActionName> = z.infer<(typeof actions)[A]>;

/** Whether a word is the name of an action. */
export const isAction = (word: unknown): word is ActionName => typeof word === 'string' && Object.hasOwn(actions, word);

/** Every request names the branch it means; there is only the one. */
export const envelope = z.object({
	branch: z.string().optional(),
	action: z.string(),
	params: z.looseObject({ branch: z.string().optional() }).optional(),
});
