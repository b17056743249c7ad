/**
 * Some texts of one kind, each as it would stand in a paper of a community: minutes, ledgers, tables, notices, names of files. All of it is
 * invented: people, rooms, numbers, buildings.
 */
export interface Texts {
	/** what they have in common, in a few words */
	kind: string;
	/** where they stand, if not in the text of a record: as payee of a ledger, as name of an upload */
	at?: 'payee' | 'upload';
	texts: readonly string[];
}

/** Texts that hold something private. A number is refused; a hint is for a person to look at. */
export interface Private extends Texts {
	grade: 'number' | 'hint';
}

/** Texts that hold nothing private. None may be refused; a few may lawfully make a person look. */
export interface Honest extends Texts {
	mayHint?: true;
}
