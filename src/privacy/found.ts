/** A personal datum where it stands. */
export interface Found {
	/** its Chinese name */
	what: string;
	/** as it is written */
	text: string;
	/** the same for the same datum however it is written */
	key: string;
}

/** What may be written in a place: which numbers are known to be an office's, and what somebody let pass. */
export interface Allowed {
	/** fixed lines and mailboxes of offices; without them none of these are questioned */
	lines?: ReadonlySet<string>;
	/** texts that were let pass, as they are written */
	texts?: readonly string[];
}
