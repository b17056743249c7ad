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
}
