import { frequencyOf } from '../domain/duty-periods.ts';
import type { Duty } from '../schema/rulepacks.ts';
import type { Check, Records, Said } from './check.ts';

/** A record that says what it fulfils, or a community that says what became of a disclosure, names a duty and a period there are. */
export const dutyCodes: Check = {
	id: 'duty-codes',
	kind: 'slip',
	asks: '写的应公开事项和期间，规则包里有吗？',
	run: (records) =>
		records.all.flatMap((entry) => {
			const duties = dutiesOfCommunity(records, entry.collection === 'communities' ? entry.slug : entry.community);
			if (!duties) return [];
			const said = [
				...entry.data.fulfils.map((named, n) => ({ ...named, field: `fulfils[${n + 1}]`, whole: false })),
				...(entry.collection === 'communities' ? entry.data.disclosures : []).map((named, n) => ({
					...named,
					field: `disclosures[${n + 1}]`,
					whole: true,
				})),
			];
			return said.flatMap(({ duty: code, period, field, whole }): Said[] => {
				const duty = duties.find((duty) => duty.code === code);
				if (!duty) return [unknown(entry.file, `${field}.duty`, code, duties)];
				const problem = wrongPeriod(duty, period, whole);
				return problem ? [{ file: entry.file, field: `${field}.period`, ...problem }] : [];
			});
		}),
};

function dutiesOfCommunity(records: Records, community: string | undefined): readonly Duty[] | null {
	const owner = community && records.get(`communities/${community}`);
	const pack = owner && owner.collection === 'communities' && owner.data.rulepack && records.get(owner.data.rulepack);
	return pack && pack.collection === 'rulepacks' ? pack.data.duties : null;
}

const unknown = (file: string, field: string, code: string, duties: readonly Duty[]): Said => ({
	file,
	field,
	problem: `规则包里没有“${code}”这一项。`,
	fix: `写规则包里的编号：${duties.map(({ code }) => code).join('、')}。`,
});

/** A duty that recurs is fulfilled for a period of its own length; what is said of every period names none. */
function wrongPeriod({ frequency, what }: Duty, period: string | undefined, whole: boolean): Pick<Said, 'problem' | 'fix'> | null {
	if (frequency === 'perEvent' || frequency === 'standing') return null;
	if (!period) return whole ? null : { problem: `“${what}”是一期一期的，没有写哪一期。`, fix: '写上期间，例如 2026-Q1。' };
	return frequencyOf(period) === frequency
		? null
		: { problem: `“${what}”的期间写的是 ${period}，长短不对。`, fix: `写成${examples[frequency]}这样的期间。` };
}

const examples = { monthly: ' 2026-03 ', quarterly: ' 2026-Q1 ', halfYearly: ' 2026-H1 ', yearly: ' 2026 ' } as const;
