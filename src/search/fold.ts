import { simplified, traditional } from './fold-table.ts';

/** The text with every Traditional character replaced by its Simplified one, so that either finds the other. */
export const fold = (text: string): string => text.replace(/[\u4e00-\u9fff]/g, (character) => table.get(character) ?? character);

const targets = [...simplified];
const table = new Map([...traditional].map((character, index) => [character, targets[index]!]));
