import { MAIN } from './drafts.ts';
import type { GitRecord } from './git.ts';

/** The communities on main, by id. */
export async function communitiesOf(git: GitRecord): Promise<{ id: string; name: string }[]> {
	const files = await git.filesUnder(MAIN, 'communities');
	const bytes = await git.bytesOf(files.map(({ blob }) => blob));
	return files
		.filter(({ file }) => /^communities\/[A-Za-z0-9-]+\.json$/.test(file))
		.map(({ file, blob }) => {
			const id = file.slice('communities/'.length, -'.json'.length);
			return { id, name: nameIn(bytes.get(blob)!) ?? id };
		});
}

function nameIn(bytes: Buffer): string | null {
	try {
		return JSON.parse(bytes.toString()).name ?? null;
	} catch {
		return null;
	}
}
