/** A community's duties as its pages show them, and as they tell them to the pages of the whole board. */
import { addDays, type Day } from '../../basics/days.ts';
import { disclosure } from '../../checks/disclosure.ts';
import { dutiesAround } from '../../checks/duties-around.ts';
import { type DutyLine, type DutyState, type Item, nameOf } from '../../domain/duty.ts';
import { type Counts, countsOf, isMissing, isShown, type LineState, lineState } from '../../domain/duty-summary.ts';
import type { Store } from '../../publish/store.ts';
import type { EntryOf } from '../../schema/index.ts';
import type { Rulepack } from '../../schema/rulepacks.ts';
import { aroundIn } from '../around.ts';

/** What was asked for once, with the duty it comes from and what those concerned answered. */
export interface Row extends Item {
	name: string;
	line: DutyLine;
	replies: { by: string; on: Day; text: string }[];
}

/** Everything a page shows of a community's duties. */
export interface CommunityDuties {
	community: EntryOf<'communities'>;
	/** null where the community names no rules: then there are no duties */
	pack: Rulepack | null;
	packId: string;
	lines: readonly DutyLine[];
	/** how each duty stands as a whole */
	states: readonly LineState[];
	counts: Counts;
	rows: readonly Row[];
	hasCome(day: Day): boolean;
}

/** A community's duties, or null if there is no such community. */
export function dutiesIn(store: Store, id: string): CommunityDuties | null {
	const community = store.get<'communities'>(`communities/${id}`);
	if (!community) return null;
	const around = aroundIn(store);
	const hasCome = (day: Day): boolean => around.hasCome(day);
	const { pack, packId, lines } = dutiesAround(community, around) ?? { pack: null, packId: '', lines: [] };
	const { replies } = community.data;
	const rows = lines.flatMap((line) =>
		line.items.map(
			(item): Row => ({
				...{ ...item, line, name: nameOf(line.duty, item) },
				replies: replies.filter(({ check, field }) => check === disclosure.id && field === item.key),
			}),
		),
	);
	return {
		community,
		pack,
		packId,
		lines,
		states: lines.map((line) => lineState(line, hasCome)),
		counts: countsOf(lines, hasCome),
		rows,
		hasCome,
	};
}

/** How soon is soon, in days. */
export const SOON = 30;

/** What a page puts first: what is missing and what is soon due, the earliest first; what came late and what was published, the latest first. */
export function sortedRows({ rows, hasCome }: Pick<CommunityDuties, 'rows' | 'hasCome'>) {
	const shown = rows.filter((row) => isShown(row, hasCome));
	const of = (states: readonly DutyState[]): Row[] =>
		shown.filter(({ state }) => states.includes(state)).toSorted((a, b) => order(b.publishedOn, a.publishedOn) || order(a.key, b.key));
	const byDue = (some: readonly Row[]): Row[] => some.toSorted((a, b) => order(a.due, b.due) || a.line.no - b.line.no);
	return {
		missing: byDue(shown.filter(isMissing)),
		soon: byDue(shown.filter(({ state, due }) => state === 'due' && due !== null && hasCome(addDays(due, -SOON)))),
		late: of(['late']),
		published: of(['onTime', 'late', 'posted']).filter(({ record }) => record !== null),
	};
}

const order = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0);

/** One thing that is missing or soon due, as it is told. */
export interface Told {
	name: string;
	by: string;
	due: Day;
	state: DutyState;
	plannedOn: Day | null;
}

/** What a community's page tells under `duties@…`: how its duties stand, what is missing and what is soon due. */
export interface Standing {
	states: readonly LineState[];
	counts: Counts;
	missing: Told[];
	soon: Told[];
}

/** What it tells under `duties`: how many of its duties stand how. */
export interface CommunityCounts {
	community: string;
	counts: Counts;
}

export const topicOf = (community: string): string => `duties@${community}`;

export const toldOf = ({ name, line, due, state, disclosure }: Row): Told => ({
	name,
	by: line.by,
	due: due!,
	state,
	plannedOn: disclosure?.plannedOn ?? null,
});

/** `应公开24项，本站未见2项，迟3项` */
export function sayCounts({ asked, missing, late }: Counts): string {
	if (asked === 0) return '还没有到期的';
	const some = [missing > 0 && `本站未见${missing}项`, late > 0 && `迟${late}项`].filter(Boolean);
	return `应公开${asked}项，${some.length > 0 ? some.join('，') : '都按期公开了'}`;
}
