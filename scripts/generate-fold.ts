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

/**
 * What OpenCC can only tell by the word: 答覆 is 答复 but 覆盖 stays. A search may take the two for one wherever no word becomes another
 * by it; so 像 and 象, 座 and 坐, 畫 and 划 are not here.
 */
const byTheWord =
	'覆复 瞭了 藉借 著着 甦苏 薰熏 揹背 籐藤 菓果 燄焰 鎗枪 荳豆 甯宁 彷仿 衞卫 敍叙 枱台 簷檐 暱昵 馀余 锺钟 讬托 谘咨 钜巨 迳径 伕夫';
const known = new Map(byTheWord.split(' ').map((pair) => [pair[0]!, pair[1]!]));

/** Folded until nothing changes, so that a folded text folds to itself. */
function simplified(character: string): string {
	const once = known.get(character) ?? toSimplified(character);
	return once === character ? once : simplified(once);
}

/** The block that fonts on old phones have (U+4E00 to U+9FFF); what lies outside is too rare to carry to every reader. */
const unifiedIdeographs = () => Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, index) => String.fromCodePoint(0x4e00 + index));

if (process.argv[1] === import.meta.filename) writeFileSync(foldTableFile, foldTable());
