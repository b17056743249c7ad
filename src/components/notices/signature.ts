import { chineseDay, type Day } from '../../basics/days.ts';

/** A line so long, or one that ends a sentence, is no name under a text. */
const LONGEST = 30;
const SENTENCE = /[，、。；：！？]$/;

/**
 * A notice's text and the lines it is signed with, which stand on the right. A text that ends with its day (and the signers above it, with or
 * without an empty line before them) is signed by itself; any other gets `signer` and the day of posting.
 */
export function signed(body: string, signer: string, postedOn: Day): { text: string; lines: string[] } {
	const day = chineseDay(postedOn);
	const written = body
		.trimEnd()
		.split('\n')
		.map((line) => line.replace(/\\$/, '').trim());
	if (written.at(-1) !== day) return { text: body, lines: [signer, day] };
	let end = written.length - 1;
	while (written[end - 1] === '') end--;
	const isApart = end < written.length - 1;
	let from = end;
	while (isSigner(written[from - 1]) && !(isApart && from < end)) from--;
	return { text: body.split('\n').slice(0, from).join('\n').trimEnd(), lines: [...written.slice(from, end), day] };
}

const isSigner = (line: string | undefined): boolean => Boolean(line) && line!.length <= LONGEST && !SENTENCE.test(line!);
