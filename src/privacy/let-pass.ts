/** What somebody looked at and let pass: the texts, each until a day. */
export interface LetPass {
	allowed?: readonly { text?: string; until?: string }[] | undefined;
}

/** The texts that may stand on a day; on no day in particular, all of them. */
export const textsLetPass = (allowed: LetPass['allowed'], today?: string): string[] =>
	(Array.isArray(allowed) ? allowed : []).flatMap(({ text, until }) =>
		typeof text === 'string' && text !== '' && !(today && until && today > until) ? [text] : [],
	);
