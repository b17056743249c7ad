import { inForce, type Provision } from '../law/provisions.ts';
import type { EntryOf } from '../schema/index.ts';
import type { Around, Judged, Judgement } from './check.ts';
import { linked } from './linked.ts';
import { localRules } from './local-rules.ts';

/** Where a place says so, an assembly votes on nothing that was not posted: what the minutes count against what the call lists. */
export const agendaLock: Judgement<'meetings'> = {
	id: 'agenda-lock',
	asks: '业主大会表决的，都是通知里公示过的议题吗？',
	of: 'meetings',
	look(entry, around) {
		const { form, heldOn, agenda } = entry.data;
		if (form !== 'assembly') return [];
		const rule = localRules(entry, around, heldOn).rules.agendaLock;
		if (!rule || !inForce(rule.provision, heldOn)) return [];
		const posted = postedFor(entry, around);
		const voted = agenda.flatMap(({ title, ownersVote }, i) => (ownersVote ? [{ title, no: i + 1 }] : []));
		if (posted.length === 0) return [];
		return voted
			.filter(({ title }) => !posted.some((item) => isSame(item, title)))
			.map(
				({ title, no }): Judged => ({
					field: `agenda[${no}]`,
					expected: '表决的议题都在通知里公示过',
					actual: `“${title}”不在通知列的${posted.length}项里`,
					arithmetic: `通知列了${posted.length}项，表决了${voted.length}项`,
					fix: '同一个议题写法不同的，改成一样；没有公示过的，另行公示、重新表决。',
					provision: heldTo(rule.provision, voted.length > posted.length),
				}),
			);
	},
};

/** A title may be worded otherwise; more votes than posted items cannot. */
const heldTo = (law: Provision, more: boolean): Provision => (more ? law : { ...law, leavesRoom: '议题的写法可能不同' });

/** Every item that the sheets about a meeting, posted before it, say will be voted on. */
function postedFor(entry: EntryOf<'meetings'>, around: Around): string[] {
	const { heldOn, agenda } = entry.data;
	const named = agenda.flatMap(({ about }) => about).flatMap((id) => (id.startsWith('notices/') ? (around.get<'notices'>(id) ?? []) : []));
	const sheets = [...linked(entry, around, 'notices'), ...named].filter(({ data }) => data.postedOn <= heldOn && !data.withdrawn);
	return [...new Set(sheets.flatMap(({ data }) => data.agenda))];
}

/** The same item, though one is put shorter than the other: blanks and signs do not count. */
function isSame(a: string, b: string): boolean {
	const [x, y] = [a, b].map((text) => text.replace(/[\p{P}\s]/gu, '')) as [string, string];
	return x.includes(y) || y.includes(x);
}
