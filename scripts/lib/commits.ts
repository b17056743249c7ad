import { blobsOf, sizesOf } from './record.ts';

/** Who wrote or committed, and when, in seconds since 1970; null where no moment can be read. */
export interface Signed {
	name: string;
	email: string;
	at: number | null;
}

/** A commit as its bytes tell it. */
export interface Commit {
	id: string;
	tree: string;
	parents: readonly string[];
	author: Signed;
	committer: Signed;
	/** the first line of the message that is not blank */
	subject: string;
	/** the message, and every line of the head that git does not write by itself; each as it reads in one encoding in which somebody may read it */
	readings: readonly string[];
	/** why it was not read: no message is that long */
	isTooLarge?: true;
}

/** No message is longer, in bytes, with the whole head of its commit. */
export const LARGEST_COMMIT = 256 * 1024;

/** So many commits are read at once. */
const BATCH = 1000;

/** Reads commits by their ids, in the order they are given in. Nothing is asked of `git log`: a message can forge every line of that. */
export function commitsAt(repository: string, ids: readonly string[]): Commit[] {
	const sizes = sizesOf(repository, ids);
	const commits: Commit[] = [];
	for (let start = 0; start < ids.length; start += BATCH) {
		const batch = ids.slice(start, start + BATCH);
		const bytes = blobsOf(
			repository,
			batch.filter((id) => sizes.get(id)! <= LARGEST_COMMIT),
		);
		for (const id of batch) {
			const read = bytes.get(id);
			commits.push(read ? commitIn(id, read) : { ...commitIn(id, new Uint8Array()), isTooLarge: true });
		}
	}
	return commits;
}

/** Takes the bytes of a commit apart. */
export function commitIn(id: string, bytes: Uint8Array): Commit {
	const [head, message] = headAndMessage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
	const lines = head.toString('latin1').split('\n');
	const values = (key: string) => lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
	const [encoding = 'utf-8'] = values('encoding');
	const readings = readingsOf(message, encoding);
	const signed = (key: string) => signedBy(readingsOf(Buffer.from(values(key)[0] ?? '', 'latin1'), encoding)[0]!);
	const extra = extraIn(lines);
	return {
		id,
		tree: values('tree')[0] ?? '',
		parents: values('parent'),
		author: signed('author'),
		committer: signed('committer'),
		subject:
			readings[0]!
				.split('\n')
				.find((line) => line.trim() !== '')
				?.trim() ?? '',
		readings: extra ? [...readings, ...readingsOf(Buffer.from(extra, 'latin1'), encoding)] : readings,
	};
}

function headAndMessage(bytes: Buffer): [Buffer, Buffer] {
	const end = bytes.indexOf('\n\n');
	return end < 0 ? [bytes, Buffer.alloc(0)] : [bytes.subarray(0, end), bytes.subarray(end + 2)];
}

/** `张三 <z@example.org> 1764400000 +0800` */
function signedBy(line: string): Signed {
	const [, name = line, email = '', rest = ''] = /^(.*?)<(.*)>(.*)$/s.exec(line) ?? [];
	const [, seconds] = /^\s*(\d{1,12})\b/.exec(rest) ?? [];
	return { name: name.trim(), email: email.trim(), at: seconds === undefined ? null : Number(seconds) };
}

const WRITTEN_BY_GIT = /^(?:tree|parent|author|committer|encoding) /;
/** A line of a signature. */
const ARMOUR = /^ ?[A-Za-z0-9+/=]{20,}$/;

/** What else stands in the head: a signature is left out, since its letters and digits mean nothing. */
const extraIn = (lines: readonly string[]): string => lines.filter((line) => !WRITTEN_BY_GIT.test(line) && !ARMOUR.test(line)).join('\n');

/** Bytes as text: as UTF-8, as the commit says, and where they are no UTF-8 as older programs in China write. The likeliest first. */
function readingsOf(bytes: Uint8Array, encoding: string): string[] {
	const plain = decoded(bytes, 'utf-8');
	const isUtf8 = decoded(bytes, 'utf-8', true) !== null;
	const others = [decoded(bytes, encoding), ...(isUtf8 ? [] : [decoded(bytes, 'gb18030'), plain])];
	const [first, ...rest] = isUtf8 ? [plain, ...others] : others;
	return [...new Set([first, ...rest])].filter((text) => text !== null && text !== undefined).map((text) => text.replaceAll('\0', ''));
}

function decoded(bytes: Uint8Array, encoding: string, fatal = false): string | null {
	try {
		return new TextDecoder(encoding, { fatal }).decode(bytes);
	} catch {
		return null;
	}
}
