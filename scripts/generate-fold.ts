/** `node scripts/generate-fold.ts`: writes the table that folds Traditional characters into Simplified ones, from OpenCC's. */
import { writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js/t2cn';

/** Where the table stands. */
export const foldTableFile = 'src/search/fold-table.ts';

/** The module that holds the table: two strings of equal length, character for character. */
export function foldTable(): string {
	const pairs = unifiedIdeographs()
		.map((from) => [from, simplified(from)] as const)
		.filter(([from, to]) => from !== to && [...to].length === 1);
	return `/** Traditional characters and, in the same order, their Simplified ones. Made from opencc-js by scripts/generate-fold.ts; do not edit. */
export const traditional =
	'${pairs.map(([from]) => from).join('')}';
export const simplified =
	'${pairs.map(([, to]) => to).join('')}';
`;
}

const toSimplified = Converter({ from: 't', to: 'cn' });

/** Folded until nothing changes, so that a folded text folds to itself. */
function simplified(character: string): string {
	const once = toSimplified(character);
	return once === character ? once : simplified(once);
}

/** The block that fonts on old phones have (U+4E00 to U+9FFF); what lies outside is too rare to carry to every reader. */
const unifiedIdeographs = () => Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, index) => String.fromCodePoint(0x4e00 + index));

if (process.argv[1] === import.meta.filename) writeFileSync(foldTableFile, foldTable());
