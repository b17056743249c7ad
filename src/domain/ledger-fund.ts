/** What a maintenance fund may be spent on, and whether enough is left of it. All in 分. */
import { type Fen, fen } from '../basics/money.ts';
import { expenseKinds, type Ledger, type LedgerEntry } from '../schema/ledgers.ts';

/** How much is left of what the owners first paid in. */
export interface Left {
	firstDeposit: Fen;
	closing: Fen;
	/** below this the owners are to pay in again */
	least: Fen;
	low: boolean;
}

/** What is left of a fund against its first deposit; null where that is not said. `percent`: below how much of it is too little. */
export function leftOf({ fund, closing, firstDeposit }: Pick<Ledger, 'fund' | 'closing' | 'firstDeposit'>, percent: number): Left | null {
	if (fund !== 'maintenance' || firstDeposit === undefined || fen(firstDeposit) <= 0) return null;
	const [first, now] = [fen(firstDeposit), fen(closing)];
	return { firstDeposit: first, closing: now, least: Math.ceil((first * percent) / 100), low: now * 100 < first * percent };
}

/** Expenses that are not the repair or renewal of common parts, so that the maintenance fund may not bear them. */
export const FOREIGN_KINDS: readonly LedgerEntry['kind'][] = ['operating', 'committee', 'welfare', 'distribution'];

/** What the fund may not pay for although it is a repair, by the words in which it is usually put. @law 住宅专项维修资金管理办法 第二十五条 */
const othersDuty: readonly { words: RegExp; whose: string }[] = [
	{ words: /保修期内|保修责任|建设单位责任|开发商责任/, whose: '保修期内由建设单位负责的' },
	{
		words: /(供水|供电|供气|供热|燃气|通信|通讯|有线电视|宽带)[^，。；]{0,6}(管线|管网|管道|线路|入户)/,
		whose: '供水、供电、供气、供热、通信等单位负责的管线',
	},
	{ words: /人为损坏|撞坏|撞损|肇事/, whose: '人为损坏、由当事人赔偿的' },
	{ words: /日常(保养|养护|维护|维修)|保洁|绿化养护|年检费/, whose: '物业服务合同约定由物业承担的' },
];

/** Why the maintenance fund may not be meant to bear an expense, in words; null where nothing says so. */
export function whoseDuty({ direction, kind, purpose }: Pick<LedgerEntry, 'direction' | 'kind' | 'purpose'>): string | null {
	if (direction !== 'out') return null;
	if (FOREIGN_KINDS.includes(kind)) return `${(expenseKinds as Record<string, string>)[kind]}不是共用部位、共用设施设备的维修和更新、改造`;
	const found = othersDuty.find(({ words }) => words.test(purpose));
	return found ? `看起来是${found.whose}` : null;
}
