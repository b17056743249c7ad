import { fen, plainYuan, sum } from '../basics/money.ts';
import { accountOf } from '../domain/matter-money.ts';
import type { Matter } from '../schema/matters.ts';
import type { Check, Said } from './check.ts';

/** The amounts of a matter hang together: what is planned adds up to the contract, and the contract is with the firm that won. */
export const matterMoney: Check = {
	id: 'matter-money',
	kind: 'slip',
	asks: '约定的付款加起来等于合同价吗？选中的和签合同的是同一家吗？',
	run: (records) =>
		records
			.of('matters')
			.flatMap(({ file, data }) =>
				[...negative(data), ...winner(data), ...planned(data), ...retained(data)].map((said) => ({ file, ...said })),
			),
};

type Found = Omit<Said, 'file'>;

function negative({ budget, bids, contract, changes, planned, settlement, apportionment, options }: Matter): Found[] {
	const amounts: [string, string | undefined][] = [
		['budget', budget],
		['contract.amount', contract?.amount],
		['contract.retention', contract?.retention],
		['settlement.claimed', settlement?.claimed],
		['settlement.approved', settlement?.approved],
		['apportionment.amount', apportionment?.amount],
		...options.map(({ cost }, i): [string, string | undefined] => [`options[${i + 1}].cost`, cost]),
		...bids.map(({ price }, i): [string, string] => [`bids[${i + 1}].price`, price]),
		...planned.map(({ amount }, i): [string, string] => [`planned[${i + 1}].amount`, amount]),
		...changes.map(({ amount }, i): [string, string] => [`changes[${i + 1}].amount`, amount]),
	];
	return amounts
		.filter(([, amount]) => amount !== undefined && fen(amount) < 0)
		.map(([field, amount]) => ({ field, problem: `金额是${amount}。`, fix: '写正数；减少的，在“增减”里选“减少”。' }));
}

function winner({ bids, contract }: Matter): Found[] {
	const won = bids.flatMap((bid, i) => (bid.won ? [{ ...bid, field: `bids[${i + 1}].won` }] : []));
	if (won.length > 1)
		return [{ field: won[1]!.field, problem: `有${won.length}家都写了选中。`, fix: '只留选中的那一家；分几个合同的，写成几件事项。' }];
	const [bid] = won;
	if (!contract || !bid) return [];
	if (bid.firm !== contract.firm)
		return [
			{ field: 'contract.firm', problem: `合同和“${contract.firm}”签，选中的是“${bid.firm}”。`, fix: '对照合同改，单位名称写全称。' },
		];
	if (bid.unifiedCode && contract.unifiedCode && bid.unifiedCode !== contract.unifiedCode)
		return [{ field: 'contract.unifiedCode', problem: '合同和报价里，同一家单位的代码不一样。', fix: '对照营业执照改。' }];
	return [];
}

/** Payments are agreed upon when the contract is signed, or again when it is changed or settled. */
function planned(matter: Matter): Found[] {
	const { contract, agreed, settled } = accountOf(matter, []);
	if (contract === null || matter.planned.length === 0) return [];
	const all = sum(matter.planned.map(({ amount }) => fen(amount)));
	if ([contract, agreed, settled].includes(all)) return [];
	return [
		{
			field: 'planned',
			problem: `约定的${matter.planned.length}笔加起来是${plainYuan(all)}，合同价是${plainYuan(contract)}，差${plainYuan(all - contract)}元。`,
			fix: '对照合同的付款条款，一笔一笔核；有变更或结算的，按变更后或审定的总价写。',
		},
	];
}

function retained({ contract }: Matter): Found[] {
	if (!contract?.retention || fen(contract.retention) <= fen(contract.amount)) return [];
	return [
		{
			field: 'contract.retention',
			problem: `质保金${contract.retention}比合同价${contract.amount}还多。`,
			fix: '质保金是合同价里留到最后付的那一部分。',
		},
	];
}
