import { addDays, chineseDay, daysBetween } from '../basics/days.ts';
import { latestBegun } from '../domain/roster.ts';
import { yearsAfter } from '../domain/tenure.ts';
import { inForce } from '../law/provisions.ts';
import type { EntryOf } from '../schema/index.ts';
import type { Around, Judged, Judgement } from './check.ts';
import { localRules } from './local-rules.ts';

/** A term lasts no longer than its place allows. One that is over without another is said. */
export const committeeTerm: Judgement<'bodies'> = {
	id: 'committee-term',
	asks: '业委会、物管会一届没有超过规定的年数吗？任期满了换届了吗？',
	of: 'bodies',
	look: (entry, around) =>
		entry.data.kind === 'ownersCommittee' || entry.data.kind === 'managementCommittee'
			? [...tooLong(entry, around), ...over(entry, around)]
			: [],
};

const tooLong = (entry: EntryOf<'bodies'>, around: Around): Judged[] =>
	entry.data.terms.flatMap(({ from, until }, i) => {
		const { rules } = localRules(entry, around, from);
		const rule = entry.data.kind === 'ownersCommittee' ? rules.committeeTerm : rules.managementTerm;
		if (!until || !rule || !inForce(rule.provision, from)) return [];
		const { most: years } = rule;
		const last = yearsAfter(from, years);
		if (until <= last) return [];
		return [
			{
				field: `terms[${i + 1}].until`,
				expected: `一届不超过${years}年，最迟到${chineseDay(last)}`,
				actual: `到${chineseDay(until)}，多${daysBetween(last, until)}天`,
				arithmetic: `${chineseDay(from)}起，满${years}年是${chineseDay(last)}`,
				fix: '日期抄错的更正；没有抄错的，按期换届。',
				provision: rule.provision,
			},
		];
	});

function over({ data: { terms } }: EntryOf<'bodies'>, { hasCome }: Around): Judged[] {
	const term = latestBegun(terms, hasCome);
	if (!term.until || !hasCome(addDays(term.until, 1))) return [];
	return [
		{
			field: `terms[${terms.indexOf(term) + 1}].until`,
			expected: '任期届满以前换届',
			actual: `${term.name}${chineseDay(term.until)}届满，名册上没有下一届`,
			fix: '已经换届的，补上新一届；没有换届的，写明换届到哪一步。',
			provision: null,
		},
	];
}
