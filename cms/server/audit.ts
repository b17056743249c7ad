import { closeSync, constants, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** One line of the audit file: who wanted what, from where, and what became of it. Never a password, never a text. */
export interface Noted {
	/** `login`, `logout`, `push` or an action of the protocol. */
	action: string;
	account?: string | undefined;
	/** Who ran a push, as the machine knows them. */
	user?: string | undefined;
	address?: string | undefined;
	/** The HTTP status; of a push 202 when it is let in, 200 when it is on main. */
	status?: number;
	collection?: string | undefined;
	slug?: string | undefined;
	paths?: readonly string[];
	/** The status a draft is to have. */
	to?: string | undefined;
	/** The commit before it, of a push. */
	from?: string | undefined;
	/** The commit that came of it. */
	commit?: string | undefined;
	/** It was published by one person, since it only takes down: a second is to look. */
	alone?: true | undefined;
	/** What was said to be fit for the public: a digest of the words, where they stand, and why. */
	answers?: readonly { id: string; where: string; why: string }[] | undefined;
	/** Why it was refused. */
	why?: string | undefined;
}

/** Writes a line. Throws what the system says when it cannot be written whole. */
export type Note = (noted: Noted) => void;

const { O_APPEND, O_CREAT, O_RDWR } = constants;
const fileIn = (folder: string) => join(folder, 'audit.jsonl');

/** Appends to the audit file of a board, which only its owner may read. A line that tells of a commit is on the disk when this returns. */
export function auditIn(folder: string, now: () => number): Note {
	mkdirSync(folder, { recursive: true });
	return (noted) => {
		const file = openSync(fileIn(folder), O_APPEND | O_CREAT | O_RDWR, 0o600);
		try {
			const line = `${JSON.stringify({ at: new Date(now()).toISOString(), ...noted })}\n`;
			// What a full disk cut off stays a line of its own. One write, so that lines of several processes stay whole.
			const bytes = Buffer.from(endsInLine(file) ? line : `\n${line}`);
			if (writeSync(file, bytes) < bytes.length)
				throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
			if (noted.commit !== undefined) fsyncSync(file);
		} finally {
			closeSync(file);
		}
	};
}

function endsInLine(file: number): boolean {
	const { size } = fstatSync(file);
	const last = Buffer.alloc(1);
	return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last[0] === 10);
}

/**
 * What keeps a line from being written into the audit file of a board, asked before something is done that must be noted; null when nothing
 * does. `make` false: a file that is not there is not made.
 */
export function auditTrouble(folder: string, make = true): unknown {
	try {
		closeSync(openSync(fileIn(folder), O_APPEND | O_RDWR | (make ? O_CREAT : 0), 0o600));
		return null;
	} catch (error) {
		return error;
	}
}
