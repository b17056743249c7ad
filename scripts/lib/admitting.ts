import { auditIn, auditTrouble, type Noted } from '../../cms/server/audit.ts';
import { fullDisk } from '../../src/publish/disk.ts';
import { noteChecked, refusal } from './gate.ts';
import { causeOf, pushedBy } from './noting.ts';
import { MAIN, wishesIn } from './wishes.ts';

/** A push that waits to be let in. */
export interface Waiting {
	repository: string;
	/** where the audit file is kept */
	folder: string;
	/** what git hands to a hook: a line for each ref */
	text: string;
	/** milliseconds since 1970 */
	now(): number;
	/** why whoever pushes may not push at all */
	foreign: string | null;
}

/** Lets a push in, or says why not; either stands in the audit file, and what cannot be noted there is not let in. */
export async function admit({ repository, folder, text, now, foreign }: Waiting): Promise<string | null> {
	const wishes = wishesIn(text);
	const note = (noted: Partial<Noted>) => auditIn(folder, now)({ action: 'push', ...pushedBy(wishes), ...noted });
	if (foreign) {
		if (auditTrouble(folder, false) === null) note({ status: 403, why: '推送的用户不是记录的主人' });
		return foreign;
	}
	// Asked first, so that nobody waits for a check that comes to nothing.
	const trouble = auditTrouble(folder);
	if (trouble) return unnoted(trouble);
	// Of a branch that finds no room after this, git tells nobody why it did not move.
	const full = fullDisk(repository);
	const refused = full ? `没有收下：${causeOf(full)}` : refusal(repository, wishes, now());
	const why = await Promise.resolve(refused).catch((error: unknown) => {
		note({ status: 500, why: '核对没有做完' });
		throw error;
	});
	try {
		note(why ? { status: full ? 507 : 422, why: why.split('\n')[0]!.slice(0, 200) } : { status: 202 });
	} catch (error) {
		return why ?? unnoted(error);
	}
	const main = wishes.find(({ ref }) => ref === MAIN);
	if (!why && main) noteChecked(repository, main.to);
	return why;
}

const unnoted = (error: unknown): string => `没有收下：操作记录（audit.jsonl）写不进去，公开栏没有改动。${causeOf(error)}`;
