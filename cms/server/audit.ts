import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** One line of the audit file: who wanted what, from where, and what became of it. Never a password, never a text. */
export interface Noted {
	/** `login`, `logout`, `push` or an action of the protocol. */
	action: string;
	account?: string | undefined;
	address?: string | undefined;
	/** The HTTP status. */
	status?: number;
	collection?: string | undefined;
	slug?: string | undefined;
	paths?: readonly string[];
	/** The status a draft is to have. */
	to?: string | undefined;
	/** The commit before it, of a push. */
	from?: string;
	/** The commit that came of it. */
	commit?: string | undefined;
	/** It was published by one person, since it only takes down: a second is to look. */
	alone?: true | undefined;
	/** Why it was refused. */
	why?: string | undefined;
}

/** Appends to the audit file of a board, which only its owner may read. */
export function auditIn(folder: string, now: () => number): (noted: Noted) => void {
	const file = join(folder, 'audit.jsonl');
	mkdirSync(folder, { recursive: true });
	return (noted) => appendFileSync(file, `${JSON.stringify({ at: new Date(now()).toISOString(), ...noted })}\n`, { mode: 0o600 });
}
