import { queryText, type Word } from './tokens.ts';

/** One blank-separated part of a query: words that must stand side by side. */
export interface Phrase {
	keys: string[];
	/** A word of letters that stands alone also finds the words it begins: `wi` finds WiFi. */
	open: boolean;
}

/** The phrases of a query; a text must hold each of them. */
export const phrasesIn = (q: string, fold: (text: string) => string): Phrase[] =>
	q
		.split(/\s+/)
		.map((part) => queryText(part, fold).split(' '))
		.filter(([first]) => first !== '')
		.map((keys) => ({ keys, open: keys.length === 1 && isLetters(keys[0]!) }));

/** Where a phrase begins in a text's words. */
export const startsOf = (words: readonly Word[], { keys, open }: Phrase): number[] =>
	words.flatMap((_, at) => (keys.every((key, i) => meets(words[at + i]?.key, key, open)) ? [at] : []));

/** Whether a text holds every phrase. */
export const holdsAll = (words: readonly Word[], phrases: readonly Phrase[]): boolean =>
	phrases.every((phrase) => startsOf(words, phrase).length > 0);

const meets = (there: string | undefined, asked: string, open: boolean) => there === asked || (open && there?.startsWith(asked) === true);

const isLetters = (key: string) => /^\p{L}+$/u.test(key) && !/\p{Script=Han}/u.test(key);
