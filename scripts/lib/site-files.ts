import { access, constants, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What stands at an address of a published site. */
export type Answer =
	/** `address` is that of the file itself, decoded: `/meetings/公/index.html`. */
	| { kind: 'file'; address: string; path: string; size: number; version: string }
	/** A folder asked for without its slash. */
	| { kind: 'moved'; to: string }
	| { kind: 'missing' }
	/** Not an address at all. */
	| { kind: 'malformed' };

/**
 * Answers addresses from one state of the site. `folder` may be a link that a publication swaps: it is followed once, here,
 * so that what one reader is given comes from one state. Links inside may lead anywhere below `within`, never out of it.
 */
export async function siteFiles(folder: string, within = folder) {
	const [root, limit] = await Promise.all([realpath(folder), realpath(within)]);

	async function fileAt(segments: readonly string[]): Promise<Answer | 'folder'> {
		try {
			const path = await realpath(join(root, ...segments));
			if (path !== limit && !path.startsWith(limit + sep)) return { kind: 'missing' };
			const found = await stat(path);
			if (found.isDirectory()) return 'folder';
			if (!found.isFile()) return { kind: 'missing' };
			await access(path, constants.R_OK);
			const version = `${found.ino} ${found.size} ${found.mtimeMs}`;
			return { kind: 'file', address: `/${segments.join('/')}`, path, size: found.size, version };
		} catch {
			return { kind: 'missing' };
		}
	}

	return {
		/** Whether a publication has not put another state in its place. */
		isStill: async (): Promise<boolean> => (await realpath(folder)) === root,
		/** `url` is what stands in the request line: a path, still encoded, and perhaps a query. */
		async at(url: string): Promise<Answer> {
			const [path = '', query] = splitOnce(url, '?');
			const segments = segmentsOf(path);
			if (segments === null) return { kind: 'malformed' };
			if (!segments?.every(isPlain)) return { kind: 'missing' };
			const asFolder = path.endsWith('/');
			const found = await fileAt(asFolder ? [...segments, 'index.html'] : segments);
			if (found !== 'folder') return found;
			return asFolder ? { kind: 'missing' } : { kind: 'moved', to: `${path}/${query === undefined ? '' : `?${query}`}` };
		},
		read: (path: string): Promise<Buffer> => readFile(path),
	};
}

/** One state of a site, to be asked for its files. */
export type SiteFiles = Awaited<ReturnType<typeof siteFiles>>;

/** `/a/%E5%85%AC/` → `['a', '公']`; null when it is not a path or its encoding is broken, undefined when it encodes what is no text. */
function segmentsOf(path: string): string[] | null | undefined {
	if (!path.startsWith('/') || path.includes('#') || /%(?![0-9a-f]{2})|%00/i.test(path)) return null;
	try {
		const segments = path.slice(1).split('/').map(decodeURIComponent);
		if (segments.at(-1) === '') segments.pop();
		return segments;
	} catch {
		return undefined;
	}
}

/** A name that can only be a name: no way up, no hidden file, no separator that was smuggled in encoded. */
const isPlain = (segment: string): boolean =>
	segment !== '' && (!segment.startsWith('.') || segment === '.well-known') && !/[/\\]/.test(segment);

function splitOnce(text: string, mark: string): [string, string?] {
	const at = text.indexOf(mark);
	return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
