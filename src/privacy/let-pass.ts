/** What somebody looked at and let pass: the texts, each until a day. */
export interface LetPass {
	allowed?: readonly { text?: string; until?: string }[] | undefined;
}

/** So many days what was let pass holds, then somebody looks again. */
export const DAYS_LET_PASS = 365;

/** How the `who` of an item begins that the desk wrote: somebody answered there that the text may be public. */
export const DESK = '编辑台';

/** Whoever lets more pass in one record publishes a list. */
export const MOST_LET_PASS = 200;

/** The texts that may stand on a day; on no day in particular, all of them. */
export const textsLetPass = (allowed: LetPass['allowed'], today?: string): string[] =>
	(Array.isArray(allowed) && allowed.length <= MOST_LET_PASS ? allowed : []).flatMap(({ text, until }) =>
		typeof text === 'string' && text !== '' && !(today && until && today > until) ? [text] : [],
	);
