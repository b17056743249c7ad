/**
 * What the ends of lines mean. A line end is kept as it was written; only where a program broke a long line in the middle of a sentence are
 * the two halves one line.
 */

const ENDS_IN_IDEOGRAPH = /\p{Script=Han}$/u;
const BEGINS_WITH_IDEOGRAPH = /^\p{Script=Han}/u;
/** `一、` `十二．` `第三条`: what is numbered begins a line of its own, whatever stands above. Other numbers do not begin with an ideograph. */
const NUMBERED = /^(?:[一二三四五六七八九十百]+[、．.]|第[一二三四五六七八九十百零〇]+[章节条款项])/;
/** `会议地点：` */
const LABELLED = /^[^，、。；：！？\s]{1,12}[：:]/;
const STOP = /[，、。；：！？…]/;

/** Shorter lines are no text that ran over. */
const LEAST = 5;
/** A line with a label is whole unless it is at least so long. */
const LEAST_LABELLED = 16;
/** So much shorter than the next may a full line be: no line begins with a comma. */
const SLACK = 2;

/** The lines of a paragraph as they are shown: kept apart, but for those that a program broke inside a sentence. */
export function joined(lines: readonly string[]): string[] {
	const runOn = runningOn(lines);
	const shown: string[] = [];
	lines.forEach((line, i) => {
		if (runOn[i - 1]) shown[shown.length - 1] += line;
		else shown.push(line);
	});
	return shown;
}

/** Of each line, whether it runs on into the next: both are parts of a sentence that ends further on, and it is as long as a full line. */
export function runningOn(lines: readonly string[]): boolean[] {
	const runOn: boolean[] = lines.map(() => false);
	for (let i = lines.length - 2; i >= 0; i--) runOn[i] = mayRunOn(lines[i]!, lines[i + 1]!) && (STOP.test(lines[i + 1]!) || runOn[i + 1]!);
	return runOn;
}

function mayRunOn(above: string, below: string): boolean {
	const least = Math.max(LABELLED.test(above) ? LEAST_LABELLED : LEAST, below.length - SLACK);
	return (
		above.length >= least &&
		ENDS_IN_IDEOGRAPH.test(above) &&
		BEGINS_WITH_IDEOGRAPH.test(below) &&
		!NUMBERED.test(below) &&
		!LABELLED.test(below)
	);
}

/** The lines of a field of several lines, as they are shown. An empty line stays one. */
export const linesOf = (text: string): string[] =>
	joined(
		text
			.trim()
			.split('\n')
			.map((line) => line.trim()),
	);
