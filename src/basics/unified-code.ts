/** The unified social credit code (统一社会信用代码) of an organisation: 18 characters, the last of which checks the others. */

/** What is wrong with a code, or null. `check` and `inner` say which character would be right, at which place from 1. */
export type CodeFault =
	| { kind: 'length'; length: number }
	| { kind: 'character'; at: number; character: string }
	| { kind: 'check' | 'inner'; at: number; character: string; expected: string };

/** What is wrong with a code as written, capitals and digits only; null if it holds. @law GB 32100-2015 */
export function codeFault(code: string): CodeFault | null {
	const characters = [...code];
	if (characters.length !== LENGTH) return { kind: 'length', length: characters.length };
	const strange = characters.findIndex((character) => !ALPHABET.includes(character));
	if (strange >= 0) return { kind: 'character', at: strange + 1, character: characters[strange]! };
	const inner = organisationCheck(code.slice(8, 16));
	if (!code.startsWith(SELF_EMPLOYED) && code[16] !== inner) return { kind: 'inner', at: 17, character: code[16]!, expected: inner };
	const check = unifiedCheck(code.slice(0, 17));
	return code[17] === check ? null : { kind: 'check', at: 18, character: code[17]!, expected: check };
}

/** The last character that 17 others ask for: weights are powers of 3 modulo 31. `91350100M000100Y4` → `3`. */
export function unifiedCheck(first17: string): string {
	let weight = 1;
	let total = 0;
	for (const character of first17) {
		total += ALPHABET.indexOf(character) * weight;
		weight = (weight * 3) % 31;
	}
	return ALPHABET[(31 - (total % 31)) % 31]!;
}

/** The check character of the organisation code within (places 9 to 17), modulo 11; ten is `X`. `M000100Y` → `4`. @law GB 11714-1997 */
export function organisationCheck(first8: string): string {
	const total = [...first8].reduce((sum, character, i) => sum + Number.parseInt(character, 36) * WEIGHTS[i]!, 0);
	const rest = (11 - (total % 11)) % 11;
	return rest === 10 ? 'X' : String(rest);
}

const LENGTH = 18;
/** No I, O, Z, S or V: they would be read as 1, 0, 2, 5 and U. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/** The self-employed had numbers of another series before they had codes, so what stands within is not always an organisation code. */
const SELF_EMPLOYED = '92';
