import { matchesIn } from './matches.ts';

/** Digits in groups with something between them: what a person would read as one number, or as several. */
export interface Run {
	groups: readonly string[];
	/** what stands after each group but the last */
	between: readonly string[];
	/** where each group starts in the text */
	starts: readonly number[];
}

const RUN =
	/\d+[Xx]?(?:(?:[ \t\u3000]{0,3}[-‐-―−.·•∙、,，/|():*_~#+=]{0,2}[ \t\u3000]{0,3}|\s?\n\s?)(?!$)(?:\d+[Xx]?|[Xx](?![A-Za-z\d])))*/g;

/** Every run of digits in a text. */
export function runsIn(text: string): Run[] {
	return [...matchesIn(text, RUN)].map(({ 0: run, index }) => {
		const groups: string[] = [];
		const between: string[] = [];
		const starts: number[] = [];
		let end = 0;
		for (const { 0: group, index: at } of run.matchAll(/\d+[Xx]?|[Xx]/g)) {
			if (groups.length > 0) between.push(run.slice(end, at));
			groups.push(group);
			starts.push(index + at);
			end = at + group.length;
		}
		return { groups, between, starts };
	});
}

/** Some neighbouring groups of a run that might be one number. */
export interface Candidate {
	/** all of them in a row */
	digits: string;
	groups: readonly string[];
	between: readonly string[];
	start: number;
	end: number;
	/** how many groups of the run stand before and after */
	others: number;
}

/** The neighbouring groups of the runs of a text with so many digits in all; most are told from a number by their digits alone. */
export function* candidates(runs: readonly Run[], least: number, most: number): Generator<{ digits: string; whole(): Candidate }> {
	for (const { groups, between, starts } of runs)
		for (let from = 0; from < groups.length; from++) {
			let digits = '';
			for (let to = from; to < groups.length && digits.length < most; to++) {
				digits += groups[to];
				if (digits.length < least || digits.length > most) continue;
				const all = digits;
				yield {
					digits: all,
					whole: () => ({
						digits: all,
						groups: groups.slice(from, to + 1),
						between: between.slice(from, to),
						start: starts[from]!,
						end: starts[to]! + groups[to]!.length,
						others: groups.length - 1 - to + from,
					}),
				};
			}
		}
}

/** How the groups of a number are long: `3-4-4`. */
export const shapeOf = ({ groups }: Candidate): string => groups.map((group) => group.length).join('-');

/** Whether each digit stands alone, and all of them are one number: not part of a row of small counts. */
export const isSpaced = ({ groups, between, others }: Candidate): boolean =>
	others === 0 && groups.every((group) => group.length === 1) && !between.some(isBorder);

/** Cells of a table, lines, and items of a list are neighbours by chance. */
export const isBorder = (gap: string): boolean => /[|\t\n、,，/:=]/.test(gap);

/** Whether some of the groups are a day: `2026-03-10`, `10.3.2026`. */
export const holdsDay = ({ groups }: Candidate): boolean =>
	groups.some(
		(group, i) =>
			/^(?:19|20)\d\d$/.test(group) &&
			[groups[i - 1], groups[i + 1]].some((next) => next !== undefined && next.length < 3 && Number(next) >= 1 && Number(next) <= 31),
	);
