import { type Fen, fen, yuan } from '../basics/money.ts';
import { accountOf, type Payment, paymentsOf } from '../domain/matter-money.ts';
import type { Matter } from '../schema/matters.ts';
import type { Judged, Judgement } from './check.ts';
import { linked } from './linked.ts';

/** What was paid for a matter against what was agreed. No provision asks for it in so many words, so it accuses nobody. */
export const matterPayments: Judgement<'matters'> = {
	id: 'matter-payments',
	asks: '付的钱有合同吗？没有多付、付给别家吗？',
	of: 'matters',
	look(entry, around) {
		const payments = paymentsOf(entry.id, linked(entry, around, 'ledgers'));
		return [
			...tooMuch(entry.data, payments),
			...withoutContract(entry.data, payments),
			...toOthers(entry.data, payments),
			...prices(entry.data),
		];
	},
};

const said = (field: string, expected: string, actual: string, fix: string, arithmetic?: string): Judged => ({
	field,
	expected,
	actual,
	fix,
	...(arithmetic ? { arithmetic } : {}),
	provision: null,
});

function tooMuch(matter: Matter, payments: readonly Payment[]): Judged[] {
	const { due, paid, settled, changes } = accountOf(matter, payments);
	if (due === null || paid <= due) return [];
	const by = settled !== null ? '审定价' : changes ? '合同价加变更' : '合同价';
	return [
		said(
			'contract.amount',
			`付的不超过${by}${yuan(due)}元`,
			`一共付了${yuan(paid)}元`,
			'多付的写明原因；有变更没写的，补上变更和依据。',
			`${yuan(paid)}－${yuan(due)}＝${yuan(paid - due)}元`,
		),
	];
}

/** By which kinds a firm is paid under a contract. In an emergency the work may go before the paper. */
const CONTRACTED: readonly Matter['kind'][] = ['repair', 'purchase'];

function withoutContract({ kind, contract }: Matter, payments: readonly Payment[]): Judged[] {
	const paid = payments.filter(({ direction }) => direction === 'out');
	const [first] = paid;
	if (contract || !first || !CONTRACTED.includes(kind)) return [];
	return [said('contract', '先签合同再付款', `付了${paid.length}笔，没有写合同`, '签了的补上合同；没有签的，在经过里写明。')];
}

function toOthers({ contract }: Matter, payments: readonly Payment[]): Judged[] {
	if (!contract) return [];
	const others = payments.filter(
		({ direction, entry, on }) => direction === 'out' && on >= contract.signedOn && entry.counterparty !== contract.firm,
	);
	return [...new Set(others.map(({ entry }) => entry.counterparty))].map((payee) => {
		const own = others.filter(({ entry }) => entry.counterparty === payee);
		const [{ ledger, no }] = own as [Payment, ...Payment[]];
		return said(
			'contract.firm',
			`按合同付给${contract.firm}`,
			`${own.length}笔付给了${payee}（${ledger.split('/').at(-1)}第${no}笔）`,
			'审价、监理这样的另一笔费用，在经过里写明；单位名称写得不一样的，改成一样。',
		);
	});
}

function prices({ bids, contract, budget, settlement, apportionment, changes }: Matter): Judged[] {
	const won = bids.find((bid) => bid.won);
	const differs = (field: string, expected: string, a: Fen, actual: string, b: Fen, wrong: boolean): Judged[] =>
		wrong
			? [
					said(
						field,
						`${expected}${yuan(a)}元`,
						`${actual}${yuan(b)}元`,
						'写错的改正；确实这样的，在经过里写明原因。',
						`差${yuan(Math.abs(a - b))}元`,
					),
				]
			: [];
	const price = contract && fen(contract.amount);
	const lowest = bids.length ? Math.min(...bids.map((bid) => fen(bid.price))) : 0;
	return [
		...(won && price !== undefined
			? differs('contract.amount', '合同价等于选中的报价', fen(won.price), '合同价是', price, price !== fen(won.price))
			: []),
		...(won && !won.note && fen(won.price) > lowest
			? [
					said(
						'bids',
						'没有选最低的，写明理由',
						`选中的报价${yuan(fen(won.price))}元，最低的${yuan(lowest)}元`,
						'在选中那一家的说明里写明为什么选它。',
					),
				]
			: []),
		...(budget && price !== undefined
			? differs('contract.amount', '合同价不超过公示的预算', fen(budget), '合同价是', price, price > fen(budget))
			: []),
		...(settlement
			? differs(
					'settlement.approved',
					'审定价不超过送审价',
					fen(settlement.claimed),
					'审定价是',
					fen(settlement.approved),
					fen(settlement.approved) > fen(settlement.claimed),
				)
			: []),
		...(settlement && apportionment
			? differs(
					'apportionment.amount',
					'分摊的等于审定价',
					fen(settlement.approved),
					'分摊的是',
					fen(apportionment.amount),
					fen(apportionment.amount) !== fen(settlement.approved),
				)
			: []),
		...changes.flatMap(({ decision, amount }, i) =>
			decision
				? []
				: [said(`changes[${i + 1}].decision`, '变更有决定', `变更${yuan(fen(amount))}元，没有写依据哪次决定`, '连上会议纪要或公示。')],
		),
	];
}
