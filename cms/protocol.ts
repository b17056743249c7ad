/**
 * What the desk's two sides say to each other besides Decap's own proxy protocol (`POST /admin/api/v1`, action and params).
 * Every refusal is `{ error }` in Chinese with its status; a refusal of a record also has the findings.
 */
import type { Finding } from '../src/schema/finding.ts';

/** `GET /admin/api/me`: who is logged in; 401 when nobody is. */
export interface Me {
	login: string;
	name: string;
	email?: string;
	role: 'clerk' | 'reviewer';
	/** the communities the account may edit; all when absent */
	communities?: string[];
}

/** `POST /admin/api/login` as JSON or as a form, answered with `Me` and the session cookie; 401 wrong, 429 too often. `POST /admin/api/logout`: 204. */
export interface Login {
	name: string;
	password: string;
}

/** `POST /admin/api/preview`: a draft as it would be saved. */
export interface PreviewOf {
	/** `meetings/jinguiyuan/2026-04-10-joint.md` */
	path: string;
	raw: string;
}

/** Its answer: what stands in `<main>` of the page; 422 with findings while the draft is no record yet. */
export interface Preview {
	html: string;
}

/** What stands in any answer to what was done and could not be written into the audit file: in Chinese, to be shown at once. */
export interface Unnoted {
	unnoted?: string;
}

export interface Refusal {
	error: string;
	findings?: Finding[];
	/** what is to be answered first: ask, and send the same again with `answers` */
	hints?: Hint[];
}

/** Some words of a draft that only a person can judge: whether they may be public. */
export interface Hint {
	id: string;
	/** as they are written */
	text: string;
	/** what stands before and after them, where that is known */
	around: [string, string] | null;
	/** where, in the words of the form: `“正文”`, `附件“报价.pdf”第2页` */
	places: string[];
	/** what they look like */
	problem: string;
}

/** That the words may be public, and why. Goes with `persistEntry`, `updateUnpublishedEntryStatus` and `publishUnpublishedEntry`, as `answers`. */
export interface Answer {
	id: string;
	why: string;
}

/** An answer that was given, as the reviewer reads it. */
export interface AnsweredHint extends Hint {
	why: string;
	person: string;
	at: string;
}

/**
 * With `persistEntry` go the ids of the files as they were when the editor opened them: null for a file that was not there, no entry for
 * one that was never asked for. A stale one is answered with 409. The answer holds the ids that what was sent has now, null for what is not
 * part of the draft (any more). `getEntry` answers `file.id`, `unpublishedEntryDataFile` answers `id` beside `data`.
 */
export interface Bases {
	baseIds?: Record<string, string | null>;
}
export interface Saved {
	ids?: Record<string, string | null>;
}

/** What `unpublishedEntry` tells of a draft: its record and every upload that goes out with it. */
export interface Opened {
	collection: string;
	slug: string;
	/** `size` in bytes; null where the desk only sent it. `where`: in which field an upload stands, in the words of the form */
	diffs: { path: string; id: string; size: number | null; where?: string }[];
	/** what was asked and answered before it went to review; none where the draft is only listed */
	answered: AnsweredHint[];
}

/**
 * With `updateUnpublishedEntryStatus` and `publishUnpublishedEntry` goes what was shown of the draft, path → id. To agree and to publish, it
 * must be all of the draft and as it is now; else 409.
 */
export interface Seen {
	seen?: Record<string, string>;
}
