import type { Day } from '../basics/days.ts';
import { type Rules, rulesOf } from '../domain/rules.ts';
import type { Entry, EntryOf } from '../schema/index.ts';
import type { Rulepack } from '../schema/rulepacks.ts';
import type { Around } from './check.ts';

/** The community of a record, its place's rule pack and the rules that hold on a day, the nation's where the place has none. */
export interface LocalRules {
	community: EntryOf<'communities'>['data'] | null;
	pack: Rulepack | null;
	rules: Rules;
}

/** The rules a record is held to on a day. */
export function localRules(entry: Entry, around: Around, on: Day): LocalRules {
	const community = (entry.community && around.get<'communities'>(`communities/${entry.community}`)?.data) || null;
	const pack = (community?.rulepack && around.get<'rulepacks'>(community.rulepack)?.data) || null;
	return { community, pack, rules: rulesOf(pack, on) };
}
