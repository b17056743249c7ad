import { type Fen, fen, yuan } from '../basics/money.ts';
import type { Rules } from '../domain/rules.ts';
import { type Provision, unseen } from '../law/provisions.ts';
import type { Community } from '../schema/communities.ts';
import { funds, type Ledger } from '../schema/ledgers.ts';
import type { Around, Judgement } from './check.ts';
import { localRules } from './local-rules.ts';

/** Whoever spends much says by which decision and on which voucher. That none is named is not that there is none: it is only said. How much is for the community's own rules to say, else for its place. */
export const spending: Judgement<'ledgers'> = {
	id: 'spending',
	asks: '达到规定金额的支出，写明决定和凭证了吗？',
	of: 'ledgers',
	look(entry, around) {
		const { fund, entries } = entry.data;
		return entries.flatMap(({ direction, amount, on, purpose, decision, matter, voucher }, i) => {
			const decided = decision !== undefined || matter !== undefined;
			if (direction === 'in' || (decided && voucher)) return [];
			const { community, rules } = localRules(entry, around, on);
			const limit = community && limitFor(fen(amount), fund, on, { community, rules, around });
			if (!limit) return [];
			return [
				{
					field: `entries[${i + 1}]`,
					expected: `${funds[fund]}单笔${yuan(limit.least)}元以上，写明决定和凭证`,
					actual: `“${purpose}”${yuan(fen(amount))}元，没有写${[!decided && '决定', !voucher && '凭证号'].filter(Boolean).join('和')}`,
					fix: '管账的人补上会议纪要、公示或事项，补上凭证号；确实没有决定的，写明是谁定的。',
					// The rules ask for a decision; that a voucher is named is only how an account can be followed.
					provision: decided || !limit.provision ? null : unseen(limit.provision),
				},
			];
		});
	},
};

/** From which amount on a decision is asked for, and by which rule; null where this amount is below all of them. */
function limitFor(
	amount: Fen,
	fund: Ledger['fund'],
	on: string,
	{ community, rules, around }: { community: Community; rules: Rules; around: Around },
): { least: Fen; provision: Provision | null } | null {
	const own = community.spendingThreshold === undefined ? null : fen(community.spendingThreshold);
	const place = rules.spending && { least: fen(rules.spending.amount), provision: rules.spending.provision };
	const limits = [own === null ? null : { least: own, provision: ownRule(community, fund, on, around) }, place].filter(
		(limit) => limit !== null,
	);
	const reached = limits.filter(({ least }) => amount >= least);
	return reached.find(({ provision }) => provision?.checked) ?? reached[0] ?? null;
}

/** The community's own rule as a provision, if it was in force on the day and is about this fund. */
function ownRule({ spendingBasis }: Community, fund: Ledger['fund'], on: string, around: Around): Provision | null {
	if (!spendingBasis || (spendingBasis.funds.length && !spendingBasis.funds.includes(fund))) return null;
	const document = around.get<'documents'>(spendingBasis.document)?.data;
	if (!document || document.status === 'draft') return null;
	const { title, issuedOn, inForceFrom: from = issuedOn, inForceUntil: until } = document;
	if (on < from || (until !== undefined && on > until)) return null;
	return { name: `${title} ${spendingBasis.clause}`, says: '单笔支出达到规定金额的，须有决定。', from, checked: '本小区公开的制度' };
}
