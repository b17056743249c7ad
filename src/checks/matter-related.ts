import { codeFault } from '../basics/unified-code.ts';
import type { EntryOf } from '../schema/index.ts';
import type { Around, Judged, Judgement } from './check.ts';

/** Who is paid and who decides should not be the same; where they are near each other it is said, with who stood aside. */
export const matterRelated: Judgement<'matters'> = {
	id: 'matter-related',
	asks: '收钱的和作决定的有关系吗？有关系的回避了吗？几家报价真是几家吗？',
	of: 'matters',
	look: (entry, around) => [...stayed(entry), ...sameFirm(entry), ...manager(entry, around)],
};

const said = (field: string, expected: string, actual: string, fix: string): Judged => ({ field, expected, actual, fix, provision: null });

const stayed = ({ data }: EntryOf<'matters'>): Judged[] =>
	data.related.flatMap(({ who, relation, recused }, i) =>
		recused
			? []
			: [said(`related[${i + 1}].recused`, '有利害关系的回避', `${who}（${relation}）没有回避`, '写明为什么没有回避，决定要不要重做。')],
	);

function sameFirm({ data: { bids } }: EntryOf<'matters'>): Judged[] {
	return bids.flatMap(({ firm, unifiedCode }, i) => {
		const other = bids.findIndex(
			(bid) => bid.firm === firm || (unifiedCode !== undefined && !codeFault(unifiedCode) && bid.unifiedCode === unifiedCode),
		);
		return other < i
			? [
					said(
						`bids[${i + 1}].firm`,
						'几家报价是几家单位',
						`“${firm}”和第${other + 1}家“${bids[other]!.firm}”是同一家`,
						'代码抄错的改正；确是同一家的，只算一家。',
					),
				]
			: [];
	});
}

/** The community's own manager among those who offer: near to all that is decided, and therefore to be said. */
function manager({ community, data }: EntryOf<'matters'>, around: Around): Judged[] {
	const id = around.get<'communities'>(`communities/${community}`)?.data.manager;
	const name = id && around.get<'bodies'>(id)?.data.name;
	if (!name || data.related.some(({ firm }) => firm === name)) return [];
	const offers = data.bids.findIndex(({ firm }) => firm === name);
	if (offers < 0 && data.contract?.firm !== name) return [];
	return [
		said(
			offers < 0 ? 'contract.firm' : `bids[${offers + 1}].firm`,
			'本小区的物业参加报价的，在利害关系里说明',
			`${name}参加了，没有说明`,
			'在“利害关系”里写明是什么关系、谁回避。',
		),
	];
}
