import { addDays, chineseDay, daysBetween } from '../basics/days.ts';
import { fen, yuan } from '../basics/money.ts';
import { unseen } from '../law/provisions.ts';
import type { EntryOf } from '../schema/index.ts';
import type { LedgerEntry } from '../schema/ledgers.ts';
import type { Around, Judged, Judgement } from './check.ts';
import { localRules } from './local-rules.ts';

/** What was spent in an emergency, without a vote, is accounted for afterwards: why, who confirmed it, and what it came to. */
export const emergencyUse: Judgement<'ledgers'> = {
	id: 'emergency-use',
	asks: '应急用维修资金，写明险情和谁确认、事后公示了吗？',
	of: 'ledgers',
	look(entry, around) {
		if (entry.data.fund !== 'maintenance') return [];
		return entry.data.entries.flatMap((line, i) =>
			line.kind === 'emergency' && line.direction === 'out' ? [...groundless(line, i + 1), ...untold(entry, line, i + 1, around)] : [],
		);
	},
};

/** A matter says by itself what it lacks; without one nothing is known. That is what this site asks, no law. */
function groundless({ matter, purpose, amount }: LedgerEntry, no: number): Judged[] {
	if (matter) return [];
	return [
		{
			field: `entries[${no}].matter`,
			expected: '应急使用连到一件事项，写明险情、依据、谁确认',
			actual: `“${purpose}”${yuan(fen(amount))}元没有连上事项`,
			fix: '管账的人补上事项，或者为这次抢修建一条事项。',
			provision: null,
		},
	];
}

/** How soon is for the place to say; without its rule the matter's own check asks. */
function untold(entry: EntryOf<'ledgers'>, line: LedgerEntry, no: number, around: Around): Judged[] {
	const { rules } = localRules(entry, around, line.on);
	const within = rules.emergency?.within;
	if (within === undefined || !rules.emergency) return [];
	const done = doneOn(line, around);
	const due = addDays(done, within);
	const told = toldOn(line, around);
	if (told !== null ? told <= due : !around.hasCome(addDays(due, 1))) return [];
	return [
		{
			field: `entries[${no}]`,
			expected: `${chineseDay(done)}${done === line.on ? '付款' : '验收'}，${within}天内公示费用和分摊，最迟${chineseDay(due, done)}`,
			actual: told === null ? '没有见到事后公示' : `${chineseDay(told, done)}公示，晚了${daysBetween(due, told)}天`,
			fix: '补公示方案、结算、验收和分摊，把公示连到事项的“事后公示”。',
			provision: told === null ? unseen(rules.emergency.provision) : rules.emergency.provision,
			...(told === null ? {} : { settledOn: told }),
		},
	];
}

/** From when the days count: when the work was accepted, if that is known and was after the payment. */
function doneOn({ on, matter }: LedgerEntry, around: Around): string {
	const steps = (matter && around.get<'matters'>(matter)?.data.steps) || [];
	const accepted = steps.flatMap(({ step, on }) => (step === 'acceptance' && on ? on : []));
	return [on, ...accepted].sort().at(-1)!;
}

/** The day the use was told to the owners: by the matter's report, by its step, or by the notice the entry rests on. */
function toldOn({ matter, decision }: LedgerEntry, around: Around): string | null {
	const named = matter ? around.get<'matters'>(matter)?.data : null;
	const reports = [
		named?.emergency?.report,
		...(named?.steps ?? []).filter(({ step }) => step === 'report').map(({ record }) => record),
		decision,
	].filter((id) => id?.startsWith('notices/'));
	const days = reports.flatMap((id) => around.get<'notices'>(id!)?.data.postedOn ?? []);
	return days.sort()[0] ?? null;
}
