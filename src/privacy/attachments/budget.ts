import type { Trouble } from './seen.ts';

/** How much of one file is read, with all that is packed in it: several times what any paper of a community has. */
export const MOST = {
	/** bytes, when everything is unpacked */
	unpacked: 60_000_000,
	/** parts of an archive */
	parts: 5000,
	/** signs of text */
	text: 4_000_000,
	pages: 2000,
	/** elements, or objects of a PDF, one within the other */
	depth: 256,
	/** documents one within the other */
	documents: 3,
} as const;

/** What is the matter with a file that is not read to its end. */
export class Unreadable extends Error {
	readonly trouble: Trouble;

	constructor(trouble: Trouble) {
		super(trouble);
		this.trouble = trouble;
	}
}

/** Counts what is read of one file. Each of its functions throws `Unreadable` where it is too much: always at the same place, however busy the machine is. */
export interface Budget {
	/** Some bytes were unpacked. */
	unpack(bytes: number): void;
	/** Some parts of an archive are looked into. */
	part(count: number): void;
	/** Some signs of text were read. */
	read(signs: number): void;
	/** Some pages are looked at. */
	page(count: number): void;
	/** An element stands so deep. */
	deep(depth: number): void;
}

export function budgetOf(): Budget {
	const used = { unpacked: 0, parts: 0, text: 0, pages: 0 };
	const spend = (what: keyof typeof used, trouble: Trouble) => (count: number) => {
		used[what] += count;
		if (used[what] > MOST[what]) throw new Unreadable(trouble);
	};
	return {
		unpack: spend('unpacked', 'large'),
		part: spend('parts', 'large'),
		read: spend('text', 'large'),
		page: spend('pages', 'pages'),
		deep(depth) {
			if (depth > MOST.depth) throw new Unreadable('deep');
		},
	};
}
