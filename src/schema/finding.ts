import type { Provision } from '../law/provisions.ts';

/** A slip keeps a record from being published; a breach is published beside it; a note is only said. */
export type FindingKind = 'slip' | 'breach' | 'note';

/** What a check has to say: plain data, printed by others. */
export interface Finding {
	/** the check's id, which never changes */
	check: string;
	kind: FindingKind;
	/** the path under `content/` */
	file: string;
	/** `agenda[1].owner`, counted from 1; empty when the whole file is meant */
	field: string;
	/** the line in the file, where it is known */
	line?: number;
	/** what is there and what was expected */
	problem: string;
	/** what to do */
	fix: string;
	/** the provision behind it */
	law?: string;
	/** part by part, where a rule was asked of one record */
	judged?: Judged;
	/** where a person may say that it is right as it is */
	confirm?: Confirm;
}

/** What a person is asked about, who alone can tell: a room, a list, what is said of somebody. */
export interface Confirm {
	/** as it is written */
	text: string;
	/** the item under `allowed` that lets it pass, for its file; who and why are left to the person who knows */
	line: string;
}

/** What a rule says of a record: a finding without what is the same for all of them. */
export interface Judged {
	/** `agenda[1].ownersVote`, counted from 1; empty for the whole record */
	field: string;
	/** what was expected, with its day or number: `会前7日公告，最迟4月3日` */
	expected: string;
	/** what is there: `4月5日公告，晚了2天` */
	actual: string;
	/** what is to be done, by whom */
	fix: string;
	/** the arithmetic, where there is any: `108÷165＝65.45%，不到三分之二` */
	arithmetic?: string;
	/** by which provision; without one that may be held against somebody it is only a note */
	provision: Provision | null;
	/** the day it was made good, if it was */
	settledOn?: string;
}
