/** A word as a shell reads it, to be copied from what we print: as it is where that is plain, else in quotes. */
export const shellWord = (word: string): string => (/^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);
