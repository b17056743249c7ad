import { organisationCheck, unifiedCheck } from '../src/basics/unified-code.ts';

/** A code that holds and is nobody's, made of six characters: there is no region 000000. `SHFS01` is not allowed, it has an S. */
export function inventedCode(six: string): string {
	const organisation = `MA${six}`;
	const first17 = `91000000${organisation}${organisationCheck(organisation)}`;
	return first17 + unifiedCheck(first17);
}
